import { readFileSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualYears } from '../src/app/demonstration/index.ts'
import { launchChromium } from './chromium.ts'
import { type ClockedService, startClockedService } from './clockedService.ts'
import { type Hand, pointer } from './hand.ts'
import { type Somebody, signedIn } from './people.ts'

// Walks docs/tour.md on the demonstration as `npm start` makes it. PICTURES=1 writes its pictures anew; otherwise they are
// only taken, and every picture that the tour shows must be one of them.
const folder = new URL('../docs/pictures/', import.meta.url)
const desktop = { viewport: { width: 1280, height: 800 } }

let service: ClockedService
let browser: Browser
const taken: string[] = []

beforeAll(async () => {
  browser = await launchChromium()
  service = await startClockedService(Temporal.Instant.from('2026-11-23T09:10:00Z'), usualYears)
})
afterAll(async () => {
  await browser.close()
  await service.stop()
})

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  expect(picture.length, `bytes of ${name}`).toBeLessThanOrEqual(200_000)
  taken.push(name)
  if (process.env.PICTURES === '1') writeFileSync(new URL(`${name}.png`, folder), picture)
}

const at = async (who: Somebody): Promise<Hand> =>
  pointer(await signedIn(browser, service.address, who, desktop))

test('an officer’s morning', async () => {
  const officer = await at('officer')
  await officer.page.getByRole('heading', { name: 'Monday 23 November 2026' }).waitFor()
  await take(officer.page, 'tour-my-day')
  await officer.press('My week')
  await officer.page.getByRole('heading', { name: 'My week' }).waitFor()
  await take(officer.page, 'tour-week')
  await officer.follow('Children')
  await officer.follow('J Okonkwo')
  await officer.page.getByRole('heading', { name: 'Now', exact: true }).waitFor()
  await take(officer.page, 'tour-child')
})

test('business support: what arrived, and who it is', async () => {
  const support = await at('support')
  await support.follow('Arrivals')
  await support.page.getByRole('heading', { name: 'Arrivals', level: 1 }).waitFor()
  await take(support.page, 'tour-arrivals')
})

test('a senior: who takes it, and how the team stands', async () => {
  const senior = await at('senior')
  await senior.follow('Team')
  await senior.page.getByRole('heading', { name: 'Team', level: 1 }).waitFor()
  await take(senior.page, 'tour-team')
  await senior.page.goto(`${service.address}/children?whose=all`)
  await senior.follow('J Okonkwo')
  await senior.follow('Hand over to another worker')
  await senior.page.getByRole('heading', { name: 'Hand over to another worker', level: 1 }).waitFor()
  await take(senior.page, 'tour-allocate')
})

test('a manager: figures, the children behind them, and the service’s own deadlines', async () => {
  const manager = await at('manager')
  await manager.page.goto(`${service.address}/figures?period=year`)
  await manager.page.getByRole('heading', { name: 'Figures', level: 1 }).waitFor()
  await take(manager.page, 'tour-figures')
  await manager.page.goto(`${service.address}/deadlines`)
  await manager.follow('Screening and assessment of suitability')
  await manager.page.getByRole('heading', { name: 'Screening and assessment of suitability' }).waitFor()
  await take(manager.page, 'tour-deadline')
})

test('every picture of the tour is taken here, and none for nothing', () => {
  const tour = readFileSync(new URL('../docs/tour.md', import.meta.url), 'utf8')
  const shown = [...tour.matchAll(/pictures\/([\w-]+)\.png/g)].map(([, name]) => name)
  expect(new Set(shown)).toEqual(new Set(taken))
})
