import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationPassword } from '../src/app/demonstration/people.ts'
import { routes } from '../src/app/slices.ts'
import { expectAccessible } from './axe.ts'
import { launchChromium } from './chromium.ts'
import { type ClockedService, startClockedService } from './clockedService.ts'
import { everyPage, notPages } from './everyPage.ts'
import { type Furnished, furnish } from './furnish.ts'
import { codeOf } from './furnishAccounts.ts'
import type { PageToSee } from './pageToSee.ts'
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
  if (who === 'proved') return enterAgain()
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

/** An officer who has just given the password again. */
async function enterAgain(): Promise<Page> {
  const page = await signedIn(browser, service.address, 'officer')
  await page.goto('/account/second-factors/password/app')
  await page.getByLabel('Your password', { exact: true }).fill(demonstrationPassword)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/account/second-factors/authenticator')
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

describe('axe finds nothing where something has gone wrong', () => {
  test('on a page that is not there, or not to be known of', async () => {
    const page = await browserOf('officer')
    for (const at of ['/nowhere', `/children/${furnished.restricted}`]) {
      expect((await page.goto(at))?.status()).toBe(404)
      await expectAccessible(page)
    }
    const stranger = await browserOf('nobody')
    expect((await stranger.goto('/nowhere'))?.status()).toBe(404)
    await expectAccessible(stranger)
  })

  test('on a page for another role', async () => {
    const page = await browserOf('officer')
    expect((await page.goto('/admin'))?.status()).toBe(403)
    await expectAccessible(page)
  })

  test('on a form that was sent empty', async () => {
    const ofChild = `/children/${furnished.child}`
    const forms: readonly (readonly [PageToSee['who'], string])[] = [
      ['nobody', '/sign-in'],
      ['officer', '/account/password'],
      ['officer', '/arrivals/new/police-notification'],
      ['officer', '/arrivals/new/school-or-college'],
      ['officer', '/arrivals/import'],
      ['officer', `/arrivals/${furnished.notification}`],
      ['officer', `${ofChild}/contacts/plan`],
      ['officer', `${ofChild}/contacts/${furnished.begun}/missed`],
      ['officer', `${ofChild}/notes/add`],
      ['senior', `/children/${furnished.screened}/cases/${furnished.screenedCase}/steps/decide`],
      ['admin', '/admin/people/invite'],
      ['admin', '/admin/keys/new'],
    ]
    for (const [who, at] of forms) {
      const page = await browserOf(who)
      await page.goto(at)
      await page.getByRole('main').locator('form button[type=submit]').first().click()
      await page.getByRole('alert').getByText('There is a problem').waitFor()
      expect(await page.title()).toMatch(/^Error: /)
      await expectAccessible(page)
    }
  })

  test('on the page that shows a key once', async () => {
    const page = await browserOf('admin')
    await page.goto('/admin/keys/new')
    await page.getByLabel('Brook Valley Police').check()
    await page.getByLabel('Name of the key').fill('Next')
    await page.getByLabel('Send notifications').check()
    await page.getByLabel('Police notification of a community resolution').check()
    await page.getByRole('button', { name: 'Make the key' }).click()
    await page.getByText('It is shown only now').waitFor()
    await expectAccessible(page)
  })

  test('on a form that somebody else has changed meanwhile', async () => {
    const at = `/children/${furnished.child}/details/edit`
    const mine = await browserOf('officer')
    const theirs = await browserOf('senior')
    await mine.goto(at)
    await theirs.goto(at)
    for (const [page, words] of [
      [theirs, 'JAY'],
      [mine, 'jay'],
    ] as const) {
      await page.getByLabel('How the name is said').fill(words)
      await page.getByRole('main').getByRole('button', { name: 'Save' }).click()
    }
    await mine.getByText('JAY').first().waitFor()
    await expectAccessible(mine)
  })

  test('on what is said after something was done, and on what was found', async () => {
    const page = await browserOf('officer')
    await page.goto(`/children/${furnished.child}/notes/${furnished.note}/edit`)
    await page.getByRole('button', { name: 'Save note' }).click()
    await page.getByRole('alert').getByText('The note has been saved.').waitFor()
    await expectAccessible(page)
    for (const words of ['Okonko', 'nobody is called this']) {
      await page.getByRole('searchbox').fill(words)
      await page.getByRole('banner').getByRole('button', { name: 'Search' }).click()
      await page.getByRole('heading', { name: 'Search' }).waitFor()
      await expectAccessible(page)
    }
  })

  test('on the way back in after half an hour', async () => {
    const page = await browserOf('health')
    service.pass({ minutes: 31 })
    await page.goto('/account')
    await page.getByText('You were signed out because you were away for a while').waitFor()
    await expectAccessible(page)
  })
})
