import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from './chromium.ts'
import { type Hand, pointer } from './hand.ts'
import { type Somebody, signedIn } from './people.ts'
import { type Service, startService } from './service.ts'

let service: Service
let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
  service = await startService()
})
afterAll(async () => {
  await browser.close()
  expect(await service.stop()).toBe(0)
})

const at = async (who: Somebody) => pointer(await signedIn(browser, service.address, who))
const statusOf = async (page: Page, address: string) => (await page.goto(address))?.status()
const said = (hand: Hand, words: string) => hand.page.getByRole('alert').getByText(words).waitFor()

test('a restricted record is closed to all but those named; glass is broken with a reason and reviewed', async () => {
  const [manager, officer, senior] = [await at('manager'), await at('officer2'), await at('senior')]
  const name = "Amara O'Neill-Bassey"
  await officer.page.goto(`${service.address}/children?whose=all`)
  await officer.follow(name)
  await officer.page.getByRole('heading', { name: 'Now', exact: true }).waitFor()
  const record = new URL(officer.page.url()).pathname
  const reference = await officer.page
    .getByRole('region', { name: `Record of ${name}` })
    .locator('dt', { hasText: 'Reference' })
    .locator('xpath=following-sibling::dd')
    .textContent()

  await manager.page.goto(`${record}/safety`)
  await manager.press('Restrict this record')
  await manager.type('Why is the record restricted?', 'Her aunt works in this building.')
  await manager.pick('Who may open it, besides you?', 'Sam Okafor')
  await manager.press('Restrict record')
  await manager.page.getByText('The record is restricted since').waitFor()

  // To the officer it is as if the record did not exist: not by the old link, not in the list, not by its name.
  expect(await statusOf(officer.page, record)).toBe(404)
  await officer.page.getByRole('heading', { name: 'Page not found' }).waitFor()
  await officer.page.goto('/children')
  expect(await officer.page.getByText(name).count()).toBe(0)
  await officer.search('Amara')
  await officer.page.getByText('No child was found').waitFor()
  expect(await statusOf(senior.page, record)).toBe(200)

  // Whoever knows the reference can open it in an emergency, with a reason.
  await officer.search(reference ?? '')
  await officer.press('I must open it in an emergency')
  await officer.press('Break the glass and open the record')
  await officer.page.getByRole('alert').getByText('Say why you must open this record now').waitFor()
  await officer.type('Why must you open it now?', 'She rang from the station and is alone.')
  await officer.press('Break the glass and open the record')
  await said(officer, 'The record is open to you for 4 hours')
  await officer.page
    .getByRole('region', { name: `Record of ${name}` })
    .getByText('Restricted')
    .waitFor()

  // A manager looks into it.
  await manager.follow('Children')
  await manager.press('1 restricted record was opened: to review')
  await manager.page.getByText('She rang from the station and is alone.').waitFor()
  await manager.follow(/^Review/)
  await manager.type('What did you find?', 'It was needed. Spoke with the officer.')
  await manager.press('Save review')
  await said(manager, 'The review has been saved.')
  await manager.page.getByText('Nothing waits for a review').waitFor()
})

test('a conflict of interest closes a record, and no glass opens it', async () => {
  const [senior, officer] = [await at('senior'), await at('officer2')]
  await officer.page.goto(`${service.address}/children?whose=all`)
  await officer.follow('J Okonkwo')
  await officer.page.getByRole('heading', { name: 'Now', exact: true }).waitFor()
  const record = new URL(officer.page.url()).pathname

  await senior.page.goto(`${record}/safety`)
  await senior.press('Declare a conflict')
  await senior.choose('Who has a conflict of interest?', 'Dilys Amadi')
  await senior.type('How do they know the child?', 'Aunt')
  await senior.press('Declare')
  await said(senior, 'The conflict of interest has been declared.')

  expect(await statusOf(officer.page, record)).toBe(404)
  expect(await statusOf(officer.page, `${record}/break-glass`)).toBe(404)
  await officer.search('Okonkwo')
  await officer.page.getByText('No child was found').waitFor()
})
