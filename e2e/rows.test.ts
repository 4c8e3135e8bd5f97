import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type ClockedService, startClockedService } from './clockedService.ts'
import { pointer } from './hand.ts'
import { signedIn } from './people.ts'

let service: ClockedService
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
  service = await startClockedService()
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

/** The plan of a review, in which possibilities are rows. */
async function atPlan(options: {
  javaScriptEnabled?: boolean
  viewport?: { width: number; height: number }
}): Promise<Page> {
  const page = await signedIn(browser, service.address, 'officer', options)
  const officer = pointer(page)
  await officer.follow('Children')
  await officer.follow('J Okonkwo')
  await page
    .getByRole('navigation', { name: 'Sections of this record' })
    .getByRole('link', { name: 'Assessments' })
    .click()
  // The last one begins another; one above it is that of the test before.
  await page.getByRole('main').getByRole('link', { name: 'Review', exact: true }).last().click()
  await officer.press('Begin')
  await officer.follow('The plan')
  return page
}

const happens = (page: Page, row: number) =>
  page.getByRole('group', { name: `Possibility ${row}` }).getByLabel('If this happens')

test('a row is added where somebody goes on typing, and the key Enter saves and takes none away', async () => {
  const page = await atPlan({})
  await happens(page, 1).fill('He is arrested')
  await page.getByRole('button', { name: 'Add another possibility' }).click()
  await happens(page, 2).waitFor()
  expect(await happens(page, 1).inputValue()).toBe('He is arrested')
  await page.keyboard.press('Tab')
  await page.keyboard.type('He is not home by ten')
  expect(await happens(page, 2).inputValue(), 'the new row has the focus').toBe('He is not home by ten')
  await page.getByRole('group', { name: 'Possibility 2' }).getByLabel('Who does it').press('Enter')
  await page.getByText('“The plan” is saved.').waitFor()
  await page.getByRole('link', { name: 'The plan' }).click()
  await happens(page, 2).waitFor()
  expect(await happens(page, 1).inputValue()).toBe('He is arrested')
})

test('without scripts, on a phone, rows are added and taken away as well', async () => {
  const page = await atPlan({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  await happens(page, 1).fill('He is arrested')
  await page.getByRole('button', { name: 'Add another possibility' }).click()
  await happens(page, 2).fill('He is not home by ten')
  await page.getByRole('button', { name: 'Take away possibility 1' }).click()
  expect(await happens(page, 1).inputValue()).toBe('He is not home by ten')
  expect(await page.getByRole('group', { name: 'Possibility 2' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Save and go on' }).click()
  await page.getByText('“The plan” is saved.').waitFor()
})
