import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessible } from './axe.ts'
import { launchChromium } from './chromium.ts'
import { type ClockedService, startClockedService } from './clockedService.ts'
import { pointer } from './hand.ts'
import { openBrowser, signedIn } from './people.ts'

// A worker gives a child a page; the child uses it on a phone, and the worker hears of it.
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

let service: ClockedService
let browser: Browser
let child: string
let keys: { link: string; pin: string }

beforeAll(async () => {
  browser = await launchChromium()
  service = await startClockedService(Temporal.Instant.from('2026-11-23T09:10:00Z'))
  const [row] = await service.ask(`select child_id from child where family_name = 'Okonkwo'`)
  child = String(row?.child_id)
  const page = await signedIn(browser, service.address, 'officer')
  const officer = pointer(page)
  await page.goto(`/children/${child}/plan`)
  await officer.follow('A page of their own for the child or a parent')
  await officer.press('Make a page')
  await officer.pick('Whose page is it?', 'The child')
  await officer.press('Make the page')
  await page.getByText('The PIN is').waitFor()
  const said = await page.getByRole('main').innerText()
  keys = {
    link: /\/my\/[\w-]+/.exec(said)?.[0] ?? '',
    pin: /The PIN is\s*(\d{4})/.exec(said)?.[1] ?? '',
  }
  await page.context().close()
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

async function opened(options: BrowserContextOptions): Promise<Page> {
  const page = await openBrowser(browser, service.address, options)
  await page.goto(keys.link)
  await page.getByLabel('Type your PIN').fill(keys.pin)
  await page.getByRole('button', { name: 'Open' }).click()
  await page.getByRole('heading', { name: 'My page', level: 1 }).waitFor()
  return page
}

test('a child opens it on a phone, and says how a goal is going', async () => {
  const page = await opened(phone)
  await expectAccessible(page)
  for (const name of ['My plan', 'My next meeting', 'My people', 'Help me now'])
    await page.getByRole('region', { name }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  const goal = page.locator('.tl-easy-goal').first()
  await goal.getByText('How is it going?').click()
  await goal.getByLabel('8', { exact: true }).check()
  await goal.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved. Thank you.').waitFor()
  await goal.getByText('8 of 10').waitFor()
  await page.getByRole('group', { name: 'How it looks' }).getByLabel('High contrast').check()
  await page.getByRole('button', { name: 'Show it so' }).click()
  await page.locator('body.tl-look--contrast').waitFor()
  await expectAccessible(page)
  await page.context().close()
})

test('without scripts, and by keyboard, it says that it cannot come; the worker reads it on their day', async () => {
  const page = await opened({ ...phone, javaScriptEnabled: false })
  expect(await page.getByRole('button', { name: /Read aloud/ }).count()).toBe(0)
  const meetings = page.getByRole('region', { name: 'My next meeting' })
  await meetings.getByText('I can’t come', { exact: true }).first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('My gran is ill')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('We got it.').waitFor()
  await page.context().close()
  const officer = await signedIn(browser, service.address, 'officer')
  await officer.getByText('“My gran is ill”').waitFor()
  await officer.context().close()
})

test('it reads itself aloud, line by line, with the voice of the phone', async () => {
  const page = await openBrowser(browser, service.address, phone)
  // There is no voice in a browser for tests: what it is given to say is kept instead.
  await page.addInitScript(() => {
    const said: string[] = []
    Object.assign(window, { said })
    const speechSynthesis = {
      speaking: false,
      cancel: () => {},
      speak: ({ text }: SpeechSynthesisUtterance) => said.push(text),
    }
    Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis })
  })
  await page.goto(keys.link)
  await page.getByLabel('Type your PIN').fill(keys.pin)
  await page.getByRole('button', { name: 'Open' }).click()
  await page.getByRole('button', { name: 'Read aloud: My people' }).click()
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
  expect(said[0]).toBe('My people')
  expect(said.join(' ')).toContain('I help you with your plan.')
  await page.context().close()
})

test('a wrong PIN says so, and the page closes when the child closes it', async () => {
  const page = await opened(phone)
  await page.getByRole('button', { name: 'Close this page' }).click()
  await page.getByLabel('Type your PIN').fill(keys.pin === '1111' ? '2222' : '1111')
  await page.getByRole('button', { name: 'Open' }).click()
  await page.getByText('That is not the PIN').waitFor()
  await expectAccessible(page)
  await page.context().close()
})
