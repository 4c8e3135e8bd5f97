import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type ClockedService, startClockedService } from './clockedService.ts'
import { giveName, signedIn } from './people.ts'

let service: ClockedService
let browser: Browser
let page: Page
let childId: string
let address: string

beforeAll(async () => {
  browser = await launchChromium()
  service = await startClockedService()
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})
beforeEach(async () => {
  page = await signedIn(browser, service.address, 'officer', {
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
  })
  await page.goto('/children')
  const href = await page.locator('main table a[href^="/children/"]').first().getAttribute('href')
  childId = /\/children\/([\w-]+)/.exec(href ?? '')?.[1] ?? ''
  address = `/children/${childId}/notes/add`
})
afterEach(() => page.context().close())

let written = 0
/** Opens the form for a note and types one that nobody has typed before. @returns its words */
async function typeNote(): Promise<string> {
  written += 1
  const words = `At the door: his brother says he is at football. ${written}`
  await page.goto(address)
  await page.getByLabel('What is it a note of?').selectOption('family')
  await page.getByLabel('On which day did it happen?').fill('1/3/2026')
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill(words)
  return words
}

const press = () => page.getByRole('button', { name: 'Save note' }).click()
const notice = () => page.locator('[data-unsent]')
const box = () => page.getByRole('textbox', { name: 'Note', exact: true })
/** The page to which saving leads is there, whole. */
const saved = async () => {
  await page.getByText('The note has been saved.').waitFor()
  await page.waitForLoadState()
}
const kept = () => page.evaluate(() => Object.keys(sessionStorage))
const countNotes = async (words: string) =>
  Number((await service.ask('select count(*) as n from note where text = $1', [words]))[0]?.n)

/** The line breaks once the server has had what was sent: its answer is lost. */
async function loseOneAnswer(): Promise<{ had: () => number }> {
  let had = 0
  await page.route(`**${address}`, async route => {
    if (route.request().method() !== 'POST') return route.continue()
    if (had > 0) return route.continue()
    await route.fetch()
    had += 1
    await route.abort('connectionreset')
  })
  return { had: () => had }
}

describe('a form on a bad line', () => {
  test('without a connection stays with everything typed, and goes by itself when the line is back', async () => {
    const words = await typeNote()
    await page.context().setOffline(true)
    await press()
    await notice()
      .getByText('No connection. What you typed is still here; it is sent again by itself.')
      .waitFor()
    expect(await box().inputValue()).toBe(words)
    expect(await countNotes(words)).toBe(0)
    await page.context().setOffline(false)
    await saved()
    expect(await countNotes(words)).toBe(1)
    expect(await kept()).toEqual([])
  })

  test('whose answer is lost is saved once, and leads to where it would have led', async () => {
    const words = await typeNote()
    const line = await loseOneAnswer()
    await press()
    await saved()
    expect(line.had()).toBe(1)
    expect(await countNotes(words)).toBe(1)
    expect(await kept()).toEqual([])
  })

  test('goes when somebody presses to try again', async () => {
    const words = await typeNote()
    let isCut = true
    await page.route(`**${address}`, route =>
      isCut && route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
    )
    await press()
    await notice().waitFor()
    isCut = false
    await page.getByRole('button', { name: 'Try again now' }).click()
    await saved()
    expect(await countNotes(words)).toBe(1)
  })

  test('is not lost when the tab is loaded anew, and is not saved twice where the server had it already', async () => {
    const words = await typeNote()
    await page.route(`**${address}`, async route => {
      if (route.request().method() !== 'POST') return route.continue()
      if ((await countNotes(words)) === 0) await route.fetch()
      await route.abort('connectionreset')
    })
    await press()
    await notice().waitFor()
    await page.unroute(`**${address}`)
    await page.reload()
    await saved()
    expect(await countNotes(words)).toBe(1)
    await page.goto(address)
    expect(await page.getByText('This is what you typed and did not save').count()).toBe(0)
    expect(await box().inputValue()).toBe('')
  })

  test('is remembered on every other page of the tab until it is sent', async () => {
    const words = await typeNote()
    await page.route(`**${address}`, route =>
      route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
    )
    await press()
    await notice().waitFor()
    await page.goto('/')
    await page.getByText('What you typed on another page has not been sent yet.').waitFor()
    await page.unroute(`**${address}`)
    await page.getByRole('link', { name: 'Go back to it' }).click()
    await saved()
    expect(await countNotes(words)).toBe(1)
  })

  test('waits for whoever goes on typing, and is then saved as it stands', async () => {
    const words = await typeNote()
    await page.context().setOffline(true)
    await press()
    await notice().getByText('No connection').waitFor()
    await box().fill(`${words} He rings tomorrow.`)
    await notice().getByText('Press “Save note” when you have finished').waitFor()
    await page.context().setOffline(false)
    expect(await countNotes(`${words} He rings tomorrow.`)).toBe(0)
    await press()
    await saved()
    expect(await countNotes(`${words} He rings tomorrow.`)).toBe(1)
  })

  test('keeps what is typed while it is being sent', async () => {
    const words = await typeNote()
    let isFirst = true
    await page.route(`**${address}`, async route => {
      if (route.request().method() !== 'POST' || !isFirst) return route.continue()
      isFirst = false
      const response = await route.fetch()
      await box().fill(`${words} He rings tomorrow.`)
      await route.fulfill({ response })
    })
    await press()
    await notice().getByText('What you sent first has been saved.').waitFor()
    expect(await box().inputValue()).toBe(`${words} He rings tomorrow.`)
    await press()
    await page.getByText('What you sent from this page before was saved at').waitFor()
    expect(await box().inputValue()).toBe(`${words} He rings tomorrow.`)
    expect(await countNotes(words)).toBe(1)
  })

  test('that was saved unseen and typed on comes back with both, and nothing is doubled', async () => {
    const words = await typeNote()
    let isFirst = true
    await page.route(`**${address}`, async route => {
      if (route.request().method() !== 'POST' || !isFirst) return route.continue()
      isFirst = false
      await route.fetch()
      await page.context().setOffline(true)
      await route.abort('connectionreset')
    })
    await press()
    await notice().getByText('No connection').waitFor()
    await box().fill(`${words} He rings tomorrow.`)
    await page.context().setOffline(false)
    await press()
    await page.getByText('What you sent from this page before was saved at').waitFor()
    expect(await box().inputValue()).toBe(`${words} He rings tomorrow.`)
    expect(await countNotes(words)).toBe(1)
    expect(await countNotes(`${words} He rings tomorrow.`)).toBe(0)
  })

  test('with a mistake comes back to be mended on the page itself, by keyboard at the summary', async () => {
    await typeNote()
    await box().fill('')
    await press()
    await page.getByRole('alert').getByText('There is a problem').waitFor()
    expect(await page.title()).toMatch(/^Error: /)
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('govuk-error-summary')
    const words = `Mended ${written}`
    await box().fill(words)
    await press()
    await saved()
    expect(await countNotes(words)).toBe(1)
  })

  test('leaves nothing behind in the tab of somebody who signs out', async () => {
    await typeNote()
    await page.route(`**${address}`, route =>
      route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
    )
    await press()
    await notice().waitFor()
    expect(await kept()).toHaveLength(1)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(await kept()).toEqual([])
  })
})

test('how an appointment went is said in four taps from My day, also where the line is cut in the middle', async () => {
  const { now } = service.clock
  service.clock.now = now.subtract({ hours: 24 })
  const { day, month, year } = service.clock.now.toZonedDateTimeISO('Europe/London')
  await page.goto(`/children/${childId}/contacts/plan`)
  // The child may have several cases.
  const which = page.getByLabel('Which case is it for?')
  if ((await which.count()) > 0) await which.selectOption({ index: 1 })
  await page.getByLabel('Home visit', { exact: true }).check()
  await page.getByLabel('On which day?').fill(`${day}/${month}/${year}`)
  await page.getByLabel('At what time?').fill('10:00')
  await page.getByLabel('Which room, or where else?', { exact: true }).fill('At home')
  await page.getByLabel('Who meets the child?').selectOption({ label: 'Robin Vale' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('The appointment has been saved.').waitFor()
  const appointment = new URL(page.url()).pathname
  service.clock.now = now

  await page.goto('/')
  await page.locator(`a[href="${appointment}/record"]`).tap()
  const kept = page.getByRole('group', { name: 'How did it go?' }).getByLabel('Kept', { exact: true })
  const label = page.locator(`label[for="${await kept.getAttribute('id')}"]`)
  expect((await label.boundingBox())?.height, 'a thumb can hit it').toBeGreaterThanOrEqual(36)
  await label.tap()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Save', exact: true }).tap()
  await notice().getByText('No connection').waitFor()
  expect(await notice().evaluate(it => it.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true)
  await page.context().setOffline(false)
  await page.getByText('The appointment has been recorded as kept.').waitFor()
  const rows = await service.ask('select state, version from appointment where appointment_id = $1', [
    appointment.split('/').at(-1),
  ])
  expect(rows.map(row => `${row.state} ${row.version}`)).toEqual(['kept 2'])
})

test('a note that waits for the line is put into no note of the same page that is about something else', async () => {
  await page.context().close()
  page = await signedIn(browser, service.address, 'senior')
  const [held] = await service.ask(
    `select involvement_id as case, holder_id as worker from involvement
     where ended_at is null and stage = 'active' and holder_id is not null limit 1`,
  )
  const takers = await service.ask(
    `select user_id as to from person_account where 'officer' = any (roles) and user_id <> $1 limit 2`,
    [held?.worker],
  )
  const [first, second] = takers.map(
    ({ to = '' }) =>
      `/team/${held?.worker}/hand-over/note?${new URLSearchParams({ to, case: held?.case ?? '' })}`,
  )
  const why = () => page.getByLabel('Why does the worker change?')
  await page.goto(first ?? '')
  await why().fill('Waits for the line')
  await page.route('**/hand-over/note', route => route.abort('internetdisconnected'))
  await page.getByRole('button', { name: 'Hand over' }).click()
  await notice().waitFor()
  await page.goto(second ?? '')
  await page.getByText('What you typed on another page has not been sent yet.').waitFor()
  expect(await why().inputValue()).toBe('')
  await page.getByRole('link', { name: 'Go back to it' }).click()
  await notice().waitFor()
  expect(await why().inputValue()).toBe('Waits for the line')
})

describe('signed out in another tab', () => {
  test('the page stays with what was typed, and saves it once its owner has signed in again', async () => {
    const words = await typeNote()
    const other = await page.context().newPage()
    await other.goto('/')
    await other.getByRole('button', { name: 'Sign out' }).click()
    await other.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    await press()
    await page.getByText('You have been signed out. What you typed is still here.').waitFor()
    await press()
    await page.getByText('You are still signed out.').waitFor()
    expect(await box().inputValue()).toBe(words)
    await giveName(other, 'officer')
    await other.getByRole('button', { name: 'Sign out' }).waitFor()
    await press()
    await saved()
    expect(await countNotes(words)).toBe(1)
  })

  test('what was saved already, though its answer was lost, is not saved once more after signing in again', async () => {
    const words = await typeNote()
    await page.route(`**${address}`, async route => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      return route.abort('internetdisconnected')
    })
    await press()
    await notice().getByText('No connection').waitFor()
    expect(await countNotes(words)).toBe(1)
    const other = await page.context().newPage()
    await other.goto('/')
    await other.getByRole('button', { name: 'Sign out' }).click()
    await other.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    await page.unroute(`**${address}`)
    await press()
    await page.getByText('You have been signed out. What you typed is still here.').waitFor()
    await giveName(other, 'officer')
    await other.getByRole('button', { name: 'Sign out' }).waitFor()
    await press()
    await saved()
    expect(await countNotes(words)).toBe(1)
  })

  test('nothing goes out under the name of somebody else who has signed in since', async () => {
    const words = await typeNote()
    const other = await page.context().newPage()
    await other.goto('/')
    await other.getByRole('button', { name: 'Sign out' }).click()
    await other.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
    await press()
    await page.getByText('You have been signed out. What you typed is still here.').waitFor()
    await giveName(other, 'senior')
    await other.getByRole('button', { name: 'Sign out' }).waitFor()
    await press()
    await page.getByText('Somebody else has signed in here.').waitFor()
    expect(await box().inputValue()).toBe(words)
    expect(await countNotes(words)).toBe(0)
  })
})

test('no form that asks for a secret is ever kept in the tab', async () => {
  await page.goto('/account/password')
  await page.context().setOffline(true)
  await page.locator('input[type=password]').first().fill('a secret that is long enough')
  await page.locator('main button[type=submit], main button:not([type])').last().click()
  await page.context().setOffline(false)
  await page.goto('/')
  expect(await kept()).toEqual([])
})

test('without scripts the same form, sent twice by the browser, is saved once', async () => {
  const bare = await signedIn(browser, service.address, 'officer', { javaScriptEnabled: false })
  await bare.goto(address)
  const words = 'Sent without scripts.'
  await bare.getByLabel('What is it a note of?').selectOption('family')
  await bare.getByLabel('On which day did it happen?').fill('1/3/2026')
  await bare.getByRole('textbox', { name: 'Note', exact: true }).fill(words)
  const sent = bare.waitForRequest(request => request.method() === 'POST' && request.url().endsWith(address))
  await bare.getByRole('button', { name: 'Save note' }).click()
  await bare.getByText('The note has been saved.').waitFor()
  const body = (await sent).postData() ?? ''
  const again = await bare.request.post(address, {
    data: body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(new URL(again.url()).pathname).toBe(new URL(bare.url()).pathname)
  expect(await countNotes(words)).toBe(1)
  await bare.context().close()
})
