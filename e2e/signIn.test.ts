import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationPassword } from '../src/app/demonstration/people.ts'
import { launchChromium } from './chromium.ts'
import { type ClockedService, startClockedService } from './clockedService.ts'
import { codeOf, setUpApp } from './furnishAccounts.ts'
import { pointer } from './hand.ts'
import { giveName, openBrowser, type Somebody, signedIn } from './people.ts'
import { addVirtualKey } from './virtualKey.ts'

let service: ClockedService
let browser: Browser
let child: string

beforeAll(async () => {
  browser = await launchChromium()
  service = await startClockedService()
  const [row] = await service.ask(`select child_id from child where family_name = 'Okonkwo'`)
  child = `/children/${row?.child_id}`
})
afterEach(async () => {
  await Promise.all(browser.contexts().map(context => context.close()))
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

const enter = (who: Somebody) => signedIn(browser, service.address, who)
const isIn = (page: Page) => page.getByRole('button', { name: 'Sign out' }).waitFor()
const heading = (page: Page, words: string) => page.getByRole('heading', { name: words, level: 1 }).waitFor()
const signOut = async (page: Page) => {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You have signed out.').waitFor()
}

describe('who gets in', () => {
  test('nobody with a wrong password, and it is not said which of the two was wrong', async () => {
    const page = await openBrowser(browser, service.address)
    await page.goto('/sign-in')
    await giveName(page, 'officer', 'not the password')
    await page.getByRole('alert').getByText('The email address or the password is not right').waitFor()
    expect(await page.title()).toMatch(/^Error: Sign in/)
    expect(await page.getByRole('textbox', { name: 'Email address' }).inputValue()).toContain('officer@')
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('')
    await page.goto('/children')
    await heading(page, 'Sign in')
  })

  test('whoever asked for a page is on it after signing in', async () => {
    const page = await openBrowser(browser, service.address)
    await page.goto(`${child}/notes`)
    await heading(page, 'Sign in')
    await giveName(page, 'officer')
    await heading(page, 'Notes')
  })

  test('somebody with an authenticator app gives its code after the password, and each code once', async () => {
    const page = await enter('therapist')
    const sharedSecret = await setUpApp(pointer(page), service)
    const usedCode = codeOf(sharedSecret, service)
    await page.goto('/')
    await signOut(page)

    await giveName(page, 'therapist')
    await heading(page, 'Show that it is you')
    const give = async (code: string) => {
      await page.getByLabel('Code from your authenticator app').fill(code)
      await page.getByRole('button', { name: 'Continue' }).click()
    }
    await give(usedCode)
    await page.getByRole('alert').getByText('it has been used').waitFor()
    service.pass({ seconds: 60 })
    await give(codeOf(sharedSecret, service))
    await isIn(page)
  })

  test('somebody who has lost the phone, with a recovery code, once', async () => {
    const page = await enter('victims')
    await setUpApp(pointer(page), service)
    const codes = await page.getByRole('main').locator('code').allTextContents()
    expect(codes).toHaveLength(10)
    await page.getByRole('button', { name: 'I have kept them: go on' }).click()
    await signOut(page)

    const recover = async () => {
      await giveName(page, 'victims')
      await page.getByRole('link', { name: 'Use a recovery code' }).click()
      await page.getByLabel('Recovery code', { exact: true }).fill(codes[3] ?? '')
      await page.getByRole('button', { name: 'Continue' }).click()
    }
    await recover()
    await page.getByText('You have 9 recovery codes left').waitFor()
    await signOut(page)
    await recover()
    await page.getByRole('alert').getByText('it has been used').waitFor()
  })

  test('somebody with a passkey, without a password', async () => {
    const page = await enter('health')
    await addVirtualKey(page)
    await page.goto('/account/second-factors/password/passkey')
    await page.getByLabel('Your password', { exact: true }).fill(demonstrationPassword)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('button', { name: 'Add a passkey on this device' }).click()
    await page.getByText('Your passkey has been added.').waitFor()
    await signOut(page)
    await page.goto('/sign-in?next=/children')
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await heading(page, 'Children')
  })
})

describe('typing is not lost', () => {
  const note = (page: Page) => page.getByRole('textbox', { name: 'Note', exact: true })
  const kept = (page: Page) => page.getByText('This is what you typed and did not save').waitFor()

  test('by somebody who was away for half an hour and then saved', async () => {
    const page = await enter('officer')
    await page.goto(`${child}/notes/add`)
    await note(page).fill('Half a note, then the telephone rang')
    service.pass({ minutes: 31 })
    await page.getByRole('button', { name: 'Save note' }).click()
    await page.getByText('What you typed has been kept.').waitFor()
    await giveName(page, 'officer')
    await heading(page, 'Write a note')
    await kept(page)
    expect(await note(page).inputValue()).toBe('Half a note, then the telephone rang')
    await page.getByRole('link', { name: 'Begin afresh' }).click()
    await expect.poll(() => note(page).inputValue()).toBe('')
  })

  test('by somebody whose browser closed', async () => {
    const page = await enter('officer')
    await page.goto(`${child}/notes/add`)
    await note(page).fill('Three good things about today')
    await page.getByText(/^Kept (midday|midnight|\d{1,2}(:\d\d)?[ap]m), not saved yet$/).waitFor()
    const next = await page.context().newPage()
    await page.close()
    await next.goto(`${child}/notes/add`)
    await kept(next)
    expect(await note(next).inputValue()).toBe('Three good things about today')
  })

  test('and nobody is told that it was kept when it was not', async () => {
    const page = await enter('officer2')
    await page.goto(`${child}/notes/add`)
    service.pass({ minutes: 31 })
    await note(page).fill('Typed after half an hour away')
    await page.getByText('You have been signed out. What you typed is still here.').waitFor()
  })
})

test('two people who change the same record at once: the second sees both versions and decides', async () => {
  const [first, second] = [await enter('officer'), await enter('senior')]
  for (const page of [first, second]) await page.goto(`${child}/details/edit`)
  const said = (page: Page) => page.getByLabel('How the name is said')
  const save = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Save' }).click()
  await said(first).fill('JAY')
  await save(first)
  await heading(first, 'Details')

  await said(second).fill('oh-KON-kwo')
  await save(second)
  await second.getByText('has changed this since you opened it').waitFor()
  const both = second.getByRole('table', { name: 'Where the two versions differ' }).getByRole('row').last()
  expect(await both.getByRole('cell').allTextContents()).toEqual(['JAY', 'oh-KON-kwo'])
  await said(second).fill('JAY oh-KON-kwo')
  await save(second)
  await heading(second, 'Details')
  await first.reload()
  await first.getByText('JAY oh-KON-kwo').first().waitFor()
})
