import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../src/app/slices.ts'
import { expectAccessible } from './axe.ts'
import { launchChromium } from './chromium.ts'
import { type ClockedService, startClockedService } from './clockedService.ts'
import { everyPage, notPages, type PageToSee } from './everyPage.ts'
import { codeOf, type Furnished, furnish } from './furnish.ts'
import { giveName, openBrowser, signedIn } from './people.ts'

let service: ClockedService
let browser: Browser
let furnished: Furnished
const open = new Map<PageToSee['who'], Page>()

beforeAll(async () => {
  browser = await launchChromium()
  service = await startClockedService()
  furnished = await furnish(browser, service)
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

/** The browser of somebody, opened once. */
async function browserOf(who: PageToSee['who']): Promise<Page> {
  const known = open.get(who)
  if (known) return known
  const page = await enter(who)
  open.set(who, page)
  return page
}

async function enter(who: PageToSee['who']): Promise<Page> {
  if (who === 'nobody') return openBrowser(browser, service.address)
  if (who !== 'second-step' && who !== 'admin') return signedIn(browser, service.address, who)
  const page = await openBrowser(browser, service.address)
  await page.goto('/sign-in')
  await giveName(page, 'admin')
  await page.getByRole('heading', { name: 'Show that it is you' }).waitFor()
  if (who === 'second-step') return page
  service.pass({ minutes: 1 })
  await page.getByLabel('Code from your authenticator app').fill(codeOf(furnished.sharedSecret, service))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
  return page
}

const patterns = routes.filter(({ method }) => method === 'GET').map(({ path }) => path.pattern)
const shown = patterns.filter(pattern => !notPages.includes(pattern))

test('every route that shows a page has an address here', () => {
  expect(shown.filter(pattern => !everyPage[pattern])).toEqual([])
  expect(Object.keys(everyPage).filter(pattern => !patterns.includes(pattern))).toEqual([])
})

describe('axe finds nothing', () => {
  test.each(shown)('on %s', async pattern => {
    const places = [everyPage[pattern]?.(furnished) ?? []].flat()
    for (const { who, at } of places) {
      const page = await browserOf(who)
      const answer = await page.goto(at)
      expect(answer?.status(), at).toBe(200)
      expect(new URL(page.url()).pathname, 'the page itself, not another that it sends on to').toBe(
        at.split('?')[0],
      )
      await expectAccessible(page)
    }
  })
})
