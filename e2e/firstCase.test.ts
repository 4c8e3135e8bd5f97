import { readFileSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type CaseStory, workCase } from './caseStory.ts'
import { launchChromium } from './chromium.ts'
import { type Hand, keyboard, phone, pointer } from './hand.ts'
import { type Somebody, signedIn } from './people.ts'
import { type Service, startService } from './service.ts'

let service: Service
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
  service = await startService()
})
afterEach(async () => {
  await Promise.all(browser.contexts().map(context => context.close()))
})
afterAll(async () => {
  await browser.close()
  expect(await service.stop()).toBe(0)
})

/** Three people, each at a browser of their own, who all work it in the same way. */
async function workersWith(hand: (page: Page) => Hand, options: BrowserContextOptions = {}) {
  const at = async (who: Somebody) => hand(await signedIn(browser, service.address, who, options))
  return { support: await at('support'), officer: await at('officer'), senior: await at('senior') }
}

const columns = 'police_reference,received,first_name,family_name,date_of_birth,offence,outcome'
const fileOf = (name: string, rows: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([columns, ...rows].join('\r\n')),
})

/** A story of a child of its own, who came alone in a file. */
function storyOf(givenName: string, heardAs: string): CaseStory {
  const row = `TEST/${givenName},1/10/2026,${givenName},Quillfeather,14/2/2011,Took a bicycle,8`
  return { file: fileOf(`${givenName}.csv`, [row]), rows: 1, child: `${givenName} Quillfeather`, heardAs }
}

describe('a case from the police’s file to its ending', () => {
  test('with the file that the project gives out', async () => {
    const example = readFileSync('docs/police-notifications-example.csv')
    await workCase(await workersWith(page => pointer(page)), {
      file: { name: 'police-notifications-example.csv', mimeType: 'text/csv', buffer: example },
      rows: 5,
      child: 'Tomasz Wiśniewski-Hale',
      heardAs: 'Tomas Wisnewski',
    })
  })

  test('without scripts', async () => {
    const workers = await workersWith(page => pointer(page), { javaScriptEnabled: false })
    await workCase(workers, storyOf('Oluwaseun', 'Oluwasen Quilfether'))
  })

  test('with the keys alone', async () => {
    await workCase(await workersWith(keyboard), storyOf('Björn', 'Bjorn Quillfether'))
  })

  test('on a phone, where no page is wider than the screen', async () => {
    const small = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
    await workCase(await workersWith(phone, small), storyOf('Máire', 'Maire Quilfeather'))
  })
})

describe('the frame of every page', () => {
  test('the first key leads past the frame to the work', async () => {
    const page = await signedIn(browser, service.address, 'officer')
    await page.goto('/children')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to main content' })
    expect(await skip.evaluate(link => link === document.activeElement)).toBe(true)
    expect((await skip.boundingBox())?.height).toBeGreaterThan(20)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const isInside = await page.getByRole('main').evaluate(main => main.contains(document.activeElement))
    expect(isInside).toBe(true)
  })

  test('a / typed into a note is a /, and does not lead to search', async () => {
    const page = await signedIn(browser, service.address, 'officer')
    await page.goto('/arrivals/new/police-notification')
    const field = page.getByRole('textbox', { name: 'Police reference' })
    await field.pressSequentially('43/7')
    expect(await field.inputValue()).toBe('43/7')
  })
})

test('a long file shows how far it has come, and goes on when the page is left', async () => {
  const page = await signedIn(browser, service.address, 'support')
  const hand = pointer(page)
  const rows = Array.from({ length: 400 }, (_, row) => {
    const letters = [...String(row)].map(figure => 'abcdefghij'[Number(figure)]).join('')
    return `LONG/${row},1/10/2026,Testa,Longfile${letters},1/2/2011,Broke a window,8`
  })
  await hand.follow('Arrivals')
  await hand.press('Import a file')
  await hand.choose('Who sent it?', 'Police notification of a community resolution')
  await hand.attach('The file', fileOf('long.csv', rows))
  await hand.press('Import')
  const bar = page.getByRole('progressbar', { name: 'Rows taken in' })
  await bar.waitFor()
  expect(await bar.getAttribute('max')).toBe('400')
  await page.getByText(/^\d+ of 400 rows taken in$/).waitFor()
  await hand.follow('My day')
  await hand.follow('Arrivals')
  await hand.follow('long.csv')
  await page.getByText('All 400 rows read: 400 new').waitFor()
})
