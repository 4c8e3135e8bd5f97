import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { pointer } from './hand.ts'
import { signedIn } from './people.ts'
import { type Service, startService } from './service.ts'

let service: Service
let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchChromium()
  service = await startService()
  page = await signedIn(browser, service.address, 'officer')
})
afterAll(async () => {
  await browser.close()
  expect(await service.stop()).toBe(0)
})

/** What of the open page stands on paper: no frame to click, who printed it, whose record it is. */
async function expectFitForPaper(): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  for (const frame of [
    page.getByRole('navigation', { name: 'Services' }),
    page.getByRole('navigation', { name: 'Sections of this record' }),
    page.locator('.tl-search__holder'),
    page.locator('.tl-header__links'),
    page.locator('footer'),
  ])
    expect(await frame.isVisible(), `${frame} on paper`).toBe(false)
  expect(await page.getByText(/^Printed by Robin Vale on /).isVisible()).toBe(true)
  expect(await page.getByRole('region', { name: 'Record of J Okonkwo' }).isVisible()).toBe(true)
  const paper = await page.evaluate(() => ({
    kind: getComputedStyle(document.body).getPropertyValue('page'),
    warnings: [...document.styleSheets]
      .flatMap(sheet => [...sheet.cssRules])
      .map(rule => rule.cssText)
      .filter(text => text.startsWith('@page personal')),
  }))
  expect(paper.kind, 'every sheet of this page carries the warning').toBe('personal')
  expect(paper.warnings.join()).toContain('Personal information. Keep it safe')
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 'sheets of paper').toBeLessThanOrEqual(4)
  await page.emulateMedia({ media: 'screen' })
}

test('a child’s page and the page of a case can be printed', async () => {
  const officer = pointer(page)
  await officer.follow('Children')
  await officer.follow('J Okonkwo')
  await page.getByRole('heading', { name: 'Now', exact: true }).waitFor()
  await expectFitForPaper()
  await officer.follow('Diversion after a community resolution')
  await page.getByRole('heading', { name: 'What has been done' }).waitFor()
  await expectFitForPaper()
})

test('a whole chronology and what to know before a visit can be printed', async () => {
  const officer = pointer(page)
  await officer.follow('Chronology')
  await officer.follow('All on one page, to print')
  await page.getByRole('heading', { name: 'Chronology of J Okonkwo' }).waitFor()
  await expectFitForPaper()
  await officer.follow('People')
  await officer.follow('Before a visit')
  await page.getByRole('heading', { name: 'Before a visit' }).waitFor()
  await expectFitForPaper()
})

test('a week is printed day by day, with its days and without the links that turn it', async () => {
  await page.goto('/week')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('link', { name: 'Week before' }).isVisible()).toBe(false)
  expect(await page.locator('.tl-week-turn strong').isVisible()).toBe(true)
  // One below the other: beside one another a weekday has no room for its name.
  const days = await page
    .locator('.tl-week__day')
    .evaluateAll(all => all.map(it => it.getBoundingClientRect()))
  expect(days).toHaveLength(7)
  expect(new Set(days.map(({ left }) => left)).size).toBe(1)
  await page.emulateMedia({ media: 'screen' })
})

test('figures are printed as a title, over what they are counted, pictures and tables', async () => {
  const manager = await signedIn(browser, service.address, 'manager')
  await manager.goto('/figures?period=year')
  await manager.emulateMedia({ media: 'print' })
  expect(await manager.getByLabel('Time').isVisible()).toBe(false)
  expect(await manager.getByRole('button', { name: 'Show' }).isVisible()).toBe(false)
  expect(await manager.getByRole('heading', { name: /^\d+ \w+ \d{4} to / }).isVisible()).toBe(true)
  // The first figure begins on the first sheet: below the title, not pushed to the next.
  const figure = await manager
    .locator('.tl-figure')
    .first()
    .evaluate(it => getComputedStyle(it).breakInside)
  expect(figure).toBe('auto')
  await manager.goto('/children?whose=all&pathway=diversion')
  expect(await manager.getByText('Pathway: Diversion after a community resolution.').isVisible()).toBe(true)
  expect(await manager.getByText('Keep this view of the list').isVisible()).toBe(false)
  expect(await manager.getByText('Export this list').isVisible()).toBe(false)
  expect(await manager.getByText(/^\d+ cases?$/).isVisible()).toBe(true)
  await manager.emulateMedia({ media: 'screen' })
  expect(await manager.locator('.tl-print-only').isVisible()).toBe(false)
})

test('a page that is about nobody carries no warning', async () => {
  const stranger = await (await browser.newContext({ baseURL: service.address })).newPage()
  await stranger.goto('/accessibility')
  expect(await stranger.evaluate(() => getComputedStyle(document.body).getPropertyValue('page'))).toBe('auto')
})
