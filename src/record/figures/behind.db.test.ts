import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { TestPage } from '../../app/testkit/service.ts'
import { lineOf, linksOn, makeFigures, type Taken, totalOn } from './figures.testkit.ts'

// Behind every number of the figures stands a list, and the list has as many cases as the number says: whatever has
// happened to the cases, in time or late, in order or not.

let t: Awaited<ReturnType<typeof makeFigures>>

beforeAll(async () => {
  t = await makeFigures()
  const lives = fc.sample(aLife, { numRuns: 40, seed: 24 })
  for (const [index, life] of lives.entries()) await live(`Number ${index}`, life)
})
afterAll(() => t.service.close())

const firstDay = Temporal.PlainDate.from('2026-08-01')
const aLife = fc.record({
  arrived: fc.nat(60),
  screened: fc.nat(25),
  decided: fc.option(fc.nat(20)),
  answer: fc.constantFrom('suitable', 'has-help', 'nothing-needed'),
  offered: fc.boolean(),
  declines: fc.option(fc.subarray(['no-need', 'has-help'], { minLength: 1 })),
  met: fc.option(fc.integer({ min: -3, max: 30 })),
})
type Life = typeof aLife extends fc.Arbitrary<infer L> ? L : never

/** Makes a case out of a life, as the steps of diversion allow it. */
async function live(name: string, life: Life) {
  const arrived = firstDay.add({ days: life.arrived })
  const on = (days: number) => String(arrived.add({ days }))
  const { screened, decided, answer } = life
  const isSuitable = answer === 'suitable'
  const steps: Taken[] = [['screen', {}, on(screened)]]
  if (decided !== null) {
    const answers = isSuitable ? { decision: answer } : { decision: 'not-suitable', 'why-not': answer }
    steps.push(['decide', answers, on(screened + decided)])
    if (isSuitable && life.offered) steps.push(['offer', {}, on(screened + decided + 1)])
    if (isSuitable && life.offered && life.declines)
      steps.push(['decline', { 'why-declined': life.declines }, on(screened + decided + 2)])
  }
  const made = await t.aCase(name, String(arrived), steps)
  if (life.met === null) return
  // Minus: somebody has typed a wrong date, and the child was met before there was a case.
  await t.service.asOwner(
    `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place, state)
     values ($1, $2, $3, $4, 'office', $5, 30, 'Here', 'kept')`,
    [t.service.serviceId, made.childId, made.involvementId, t.officer.userId, `${on(life.met)}T10:00:00Z`],
  )
}

const addresses = [
  '/figures?period=year',
  '/figures?period=year&pathway=diversion',
  '/figures?period=quarter',
]

describe.each(addresses)('%s', address => {
  it('has behind every count a list of as many cases', async () => {
    const links = linksOn(await t.manager.get(address)).filter(({ words }) =>
      /^\d+( of \d+ \(.*)?$/.test(words),
    )
    const counts = links.filter(({ href }) => !isOfDays(href))
    expect(counts.length).toBeGreaterThan(12)
    for (const { href, words } of counts)
      expect(totalOn(await t.manager.get(href)), `${words}: ${href}`).toBe(Number.parseInt(words, 10))
  })
})

/** The median and the longest are days and no counts. */
const isOfDays = (href: string) => Number(new URLSearchParams(href.split('?')[1]).get('waited-from')) > 0

describe('days to a decision and to first contact', () => {
  let page: TestPage
  beforeAll(async () => {
    page = await t.manager.get('/figures?period=year&pathway=diversion')
  })

  const behind = async (href: string) => {
    const list = await t.manager.get(href)
    const days = [...list.html.matchAll(/data-label="Days waited"[^>]*>(-?\d+)</g)].map(([, count]) =>
      Number(count),
    )
    return { list, days }
  }

  it.each(['decided', 'contacted'])('%s: each case stands with its days, in their order', async happened => {
    const [all, median, longest] = linksOn(page).filter(
      ({ href }) => href.includes(`happened=${happened}&waited-from`) && !href.includes('clock='),
    )
    const everybody = await behind(all?.href ?? '')
    expect(everybody.days.length).toBeGreaterThan(5)
    expect(everybody.days).toEqual(everybody.days.toSorted((one, other) => one - other))
    const upper = await behind(median?.href ?? '')
    expect(upper.days.length * 2).toBeGreaterThanOrEqual(everybody.days.length)
    expect(Math.min(...upper.days)).toBeGreaterThanOrEqual(Number(median?.words))
    const last = await behind(longest?.href ?? '')
    expect(new Set(last.days)).toEqual(new Set([Number(longest?.words)]))
    expect(everybody.days.at(-1)).toBe(Number(longest?.words))
  })

  it('leads from what was late to exactly those cases, the longest first', async () => {
    const late = linksOn(page).find(({ href }) => href.includes('clock=late'))
    expect(Number(late?.words)).toBeGreaterThan(3)
    const { list, days } = await behind(late?.href ?? '')
    expect(list.text).toContain('By the clock')
    const standings = [...list.html.matchAll(/data-label="By the clock"[^>]*>([^<]+)/g)].map(
      ([, said]) => said,
    )
    expect(standings).toEqual(days.map(() => 'Late'))
    expect(days).toEqual(days.toSorted((one, other) => other - one))
  })

  it('leads from contacts that stand before the arrival to those cases, none of which counts as a first contact', async () => {
    const wrong = linksOn(page).find(({ href }) => href.includes('happened=contacted-early'))
    const said = /First contact, .*?: in (\d+) cases? .*?a contact stands before the arrival/.exec(
      page.text,
    )?.[1]
    const { days } = await behind(wrong?.href ?? '')
    expect(Number(said)).toBeGreaterThan(0)
    expect(days).toHaveLength(Number(said))
    expect(days.every(count => count < 0)).toBe(true)
    const first = await behind('/children?whose=all&state=all&happened=contacted&sort=waited')
    expect(first.days[0]).toBeGreaterThanOrEqual(0)
  })

  it('narrows to more than so many days, and sorts both ways', async () => {
    const at = '/children?whose=all&state=all&happened=decided&waited-from=15&sort=-waited'
    const { days } = await behind(at)
    expect(days.length).toBeGreaterThan(0)
    expect(days.every(count => count >= 15)).toBe(true)
    expect(days).toEqual(days.toSorted((one, other) => other - one))
  })

  it('exports the day and the days', async () => {
    const answer = await t.manager.post('/children/export', {
      query: 'whose=all&state=all&happened=decided&sort=waited',
      format: 'csv',
    })
    const [head, first] = String(answer.response.body).split('\r\n')
    expect(head).toContain('It was decided on,Days waited')
    expect(first).toMatch(/,2026-\d\d-\d\d,\d+$/)
  })
})

test('a line of a table and its links say the same', async () => {
  const page = await t.manager.get('/figures?period=year&pathway=diversion')
  const [count, median, longest] = lineOf(page, 'Decision')
  const words = linksOn(page)
    .filter(({ href }) => href.includes('happened=decided&waited-from'))
    .map(link => link.words)
  expect(words).toEqual([count, median, longest])
})

test('what happened is narrowed further by what is due, and by the clock', async () => {
  const screened = '/children?whose=all&state=all&happened=done.screen'
  const all = totalOn(await t.manager.get(`${screened}&waited-from=0`))
  const met = totalOn(await t.manager.get(`${screened}&clock=met`))
  const late = totalOn(await t.manager.get(`${screened}&clock=late`))
  expect(met).toBeGreaterThan(0)
  expect(met + late).toBe(all)
  const due = await t.manager.get(`${screened}&clock=late&due=overdue&sort=-happened`)
  expect(due.status).toBe(200)
  expect(totalOn(due)).toBeLessThanOrEqual(late)
})

test('a number that is none is asked for again', async () => {
  const page = await t.manager.get('/children?whose=all&happened=decided&waited-from=ten')
  expect(page.status).toBe(422)
  expect(page.text).toContain('Days from the arrival until then: enter a whole number')
  expect(page.html).toContain('value="ten"')
})

test('a list that is narrowed to nothing that happened asks for no days', async () => {
  const page = await t.manager.get('/children?whose=all&waited-from=3&clock=late')
  expect(page.text).not.toContain('Days from the arrival')
  expect(page.text).not.toContain('3 days or more')
})
