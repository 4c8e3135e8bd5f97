import { readFileSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type ClockedService, startClockedService } from './clockedService.ts'
import { pointer } from './hand.ts'
import { signedIn } from './people.ts'

// The pictures in README.md are of the real pages. PICTURES=1 writes them anew; otherwise they are only taken.
const folder = new URL('../docs/pictures/', import.meta.url)
const desktop = { viewport: { width: 1280, height: 860 } }
/** A page with much on it, less of which keeps the picture small. */
const low = { viewport: { width: 1280, height: 780 } }
/** A form's whole length, so that the error beside its question is seen too. */
const tall = { viewport: { width: 1280, height: 1180 } }
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

let service: ClockedService
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
  service = await startClockedService(Temporal.Instant.from('2026-11-23T09:10:00Z'))
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  expect(picture.length, `bytes of ${name}`).toBeLessThanOrEqual(150_000)
  if (process.env.PICTURES === '1') writeFileSync(new URL(`${name}.png`, folder), picture)
}

test('arrivals, and who it is', async () => {
  const page = await signedIn(browser, service.address, 'support', low)
  const support = pointer(page)
  await support.follow('Arrivals')
  await support.press('Import a file')
  const buffer = readFileSync('docs/police-notifications-example.csv')
  await support.choose('Who sent it?', 'Police notification of a community resolution')
  await support.attach('The file', { name: 'monday.csv', mimeType: 'text/csv', buffer })
  await support.press('Import')
  await support.press('Go on to arrivals')
  await page.getByRole('heading', { name: 'Arrivals' }).waitFor()
  await take(page, 'arrivals')
  await support.follow("Amara O'Neill-Bassey")
  await page.getByRole('button', { name: 'Save', exact: true }).scrollIntoViewIfNeeded()
  await take(page, 'identify')
})

test('a case', async () => {
  const page = await signedIn(browser, service.address, 'officer', desktop)
  const officer = pointer(page)
  await officer.follow('Children')
  await officer.follow('J Okonkwo')
  await officer.follow('Diversion after a community resolution')
  await page.getByRole('heading', { name: 'What has been done' }).waitFor()
  await take(page, 'case')
})

test('the throughline of a child', async () => {
  const page = await signedIn(browser, service.address, 'officer', desktop)
  const officer = pointer(page)
  await officer.follow('Children')
  await officer.follow('J Okonkwo')
  await page.getByRole('main').getByRole('link', { name: 'Throughline', exact: true }).click()
  await page.getByRole('heading', { name: 'Throughline', level: 1 }).waitFor()
  await take(page, 'throughline')
})

test('a step with its questions and their errors', async () => {
  const page = await signedIn(browser, service.address, 'senior', tall)
  const senior = pointer(page)
  await senior.follow("Amara O'Neill-Bassey")
  await senior.press('Record the decision')
  await senior.pick('Should this child be offered help?', 'Yes, offer help')
  await senior.press('Save')
  await page.getByRole('alert').getByText('Give your reasons for the decision').waitFor()
  await take(page, 'step')
})

test('a case on a phone', async () => {
  const page = await signedIn(browser, service.address, 'officer', phone)
  const officer = pointer(page)
  await officer.follow('Children')
  await officer.follow('J Okonkwo')
  await officer.follow('Diversion after a community resolution')
  await page.getByRole('heading', { name: 'What has been done' }).waitFor()
  await take(page, 'phone')
})
