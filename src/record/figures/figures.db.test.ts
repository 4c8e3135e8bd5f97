import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { TestPage } from '../../app/testkit/service.ts'
import { rolesWith } from '../../platform/access/index.ts'
import { lineOf, makeFigures } from './figures.testkit.ts'
import { happenings, readableHappenings } from './happening.ts'

let t: Awaited<ReturnType<typeof makeFigures>>

beforeAll(async () => {
  t = await makeFigures()
  await makeCases()
})
afterAll(() => t.service.close())

/** Five cases of which the answers to every figure are known by hand. */
async function makeCases() {
  // Decided after 4 days, offered after 6, declined for two reasons.
  await t.aCase('Declines', '2026-11-02', [
    ['screen', {}, '2026-11-04'],
    ['decide', { decision: 'suitable' }, '2026-11-06'],
    ['offer', {}, '2026-11-08'],
    ['decline', { 'why-declined': ['no-need', 'has-help'] }, '2026-11-10'],
  ])
  // Arrived in October, decided after 33 days, not offered.
  await t.aCase('Refused', '2026-10-01', [
    ['screen', {}, '2026-10-30'],
    ['decide', { decision: 'not-suitable', 'why-not': 'has-help' }, '2026-11-03'],
  ])
  // Decided twice: the first decision, in October, is the one that counts.
  await t.aCase('Twice', '2026-10-05', [
    ['screen', {}, '2026-10-06'],
    ['decide', { decision: 'not-suitable', 'why-not': 'nothing-needed' }, '2026-10-07'],
    ['reopen', { 'reopened-to': 'decide-anew' }, '2026-11-02'],
    ['decide', { decision: 'suitable' }, '2026-11-05'],
  ])
  // The last moment of the month before, and the first of this one.
  await t.aCase('Before', '2026-10-28', [['screen', {}, '2026-10-31']])
  await t.aCase('After', '2026-10-29', [['screen', {}, '2026-11-01']])
}

describe('the figures of this month', () => {
  let page: TestPage
  beforeAll(async () => {
    page = await t.manager.get('/figures?pathway=diversion')
  })

  it('say of which days they are', () => {
    expect(page.text).toContain('1 November 2026 to 21 November 2026')
  })

  it('count first decisions made in it, with their share', () => {
    expect(page.text).toContain('2 cases decided on: 1 to be offered help, 1 not')
    expect(lineOf(page, 'Yes, offer help')).toEqual(['1', '1 of 2 (50%)'])
    expect(lineOf(page, 'The child has the right help already')).toEqual(['1', '1 of 1 (100%)'])
  })

  it('count the days from the arrival, and what was in time by the clock', () => {
    // 4 and 33 days.
    expect(lineOf(page, 'Decision')).toEqual(['2', '18.5', '33', 'No clock for it', ''])
    expect(lineOf(page, 'First contact')).toEqual(['1', '6', '6', 'No clock for it', ''])
    // Of the screenings in November one was two days after the arrival, the other three: both within ten working days.
    expect(lineOf(page, 'Screening completed')).toEqual(['2', '2.5', '3', '2 of 2 (100%)', '0'])
  })

  it('count who declined, each reason once, and how cases ended', () => {
    expect(page.text).toContain('1 child or family declined')
    expect(lineOf(page, 'They see no need')).toEqual(['1', '1 of 1 (100%)'])
    expect(lineOf(page, 'They have help already')).toEqual(['1', '1 of 1 (100%)'])
    expect(lineOf(page, 'Declined by the child or the family')).toEqual(['1', '1 of 2 (50%)'])
  })
})

test('a kept appointment is contact, where it came before the offer', async () => {
  const { childId, involvementId } = await t.aCase('Met', '2026-11-09', [
    ['screen', {}, '2026-11-10'],
    ['decide', { decision: 'suitable' }, '2026-11-11'],
    ['offer', {}, '2026-11-19'],
  ])
  await t.service.asOwner(
    `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place, state)
     values ($1, $2, $3, $4, 'office', '2026-11-11T10:00:00Z', 30, 'Here', 'kept')`,
    [t.service.serviceId, childId, involvementId, t.officer.userId],
  )
  const page = await t.manager.get('/figures?pathway=diversion')
  // 6 days and 2.
  expect(lineOf(page, 'First contact').slice(0, 3)).toEqual(['2', '4', '6'])
})

test('a contact that is dated before the arrival is no first contact: the next one is', async () => {
  const met = async (name: string, days: string[]) => {
    const { childId, involvementId } = await t.aCase(name, '2026-11-12', [])
    for (const at of days)
      await t.service.asOwner(
        `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place, state)
         values ($1, $2, $3, $4, 'office', $5, 30, 'Here', 'kept')`,
        [t.service.serviceId, childId, involvementId, t.officer.userId, at],
      )
  }
  // The first of February 2007 was typed for 2027 or 2017; nobody knows. The day of the arrival itself is one of contact.
  await met('Typed', ['2007-02-01T10:00:00Z', '2026-11-20T10:00:00Z'])
  await met('Onlyearly', ['2026-11-11T23:59:59Z'])
  await met('Sameday', ['2026-11-12T00:00:00Z'])
  const page = await t.manager.get('/figures?pathway=diversion')
  // To the 2 and 6 days of before come 0 and 8.
  expect(lineOf(page, 'First contact').slice(0, 3)).toEqual(['4', '4', '8'])
  expect(page.text).toContain(
    'in 2 cases that arrived in this time a contact stands before the arrival. It does not count as the first: correct its date.',
  )
  const list = await t.manager.get('/children?whose=all&state=all&happened=contacted&sort=waited')
  expect(list.text).not.toContain('2007')
  expect(list.text).not.toContain('Onlyearly')
  const early = await t.manager.get('/children?whose=all&state=all&happened=contacted-early')
  expect(early.text).toContain('1 February 2007')
  expect(early.text).toContain('Onlyearly')
})

describe('arrivals', () => {
  it('are counted by what became of them, and open the list of them', async () => {
    const add = (name: string, received: string, closed: string | null) =>
      t.service.asOwner(
        `insert into notification (service_id, reference, route_in, form, received_at, given_name, family_name, folded_name,
           details, closed_at, closed_reason)
         values ($1, $2, 'police-notification', 'yot1', $3, $2, 'Arrived', $2, '{}', $4::timestamptz, case when $4::timestamptz is null then null else 'Other' end)`,
        [t.service.serviceId, name, received, closed],
      )
    await add('in', '2026-11-01T00:00:00Z', null)
    await add('also', '2026-11-20T09:00:00Z', '2026-11-20T10:00:00Z')
    await add('out', '2026-10-31T23:59:59Z', null)
    const page = await t.manager.get('/figures')
    expect(page.text).toContain('2 arrivals: 0 became a case, 1 closed, 1 waiting')
    const links = [...page.html.matchAll(/href="(\/arrivals\?[^"]+)">(\d+)<\/a>/g)]
    expect(links.length).toBeGreaterThan(2)
    for (const [, href = '', count] of links) {
      const list = await t.manager.get(href.replaceAll('&amp;', '&'))
      expect(list.html.match(/Arrived<\/bdi>/g)?.length ?? 0, href).toBe(Number(count))
    }
  })
})

describe('a restricted record', () => {
  it('is not counted for whoever may not see it, and that is said', async () => {
    expect((await t.manager.get('/figures')).text).not.toContain('hidden from you')
    const { childId } = await t.aCase('Hidden', '2026-11-02', [
      ['screen', {}, '2026-11-03'],
      ['decide', { decision: 'suitable' }, '2026-11-04'],
    ])
    const seen = await t.manager.get('/figures?pathway=diversion')
    expect(seen.text).toContain('4 cases decided on')
    await t.service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Known', $3)`,
      [t.service.serviceId, childId, t.officer.userId],
    )
    const page = await t.manager.get('/figures?pathway=diversion')
    expect(page.text).toContain('3 cases decided on')
    expect(page.text).toContain('Some records of the service are hidden from you')
  })
})

describe('who may see figures, and of when', () => {
  it('is for managers and seniors', async () => {
    const senior = await t.service.person('senior')
    expect((await senior.get('/figures')).status).toBe(200)
    expect((await t.officer.get('/figures')).status).toBe(403)
    expect((await t.officer.get('/')).html).not.toContain('href="/figures"')
  })

  it('is for those only who may read of everything that is counted, in the lists behind it', () => {
    for (const role of rolesWith('figures.see'))
      expect(readableHappenings([role], 'all')).toEqual(happenings())
  })

  it('asks for dates that are a period, and keeps what was typed', async () => {
    const page = await t.manager.get('/figures?period=between&from=2026-11-20&to=2026-11-01')
    expect(page.status).toBe(422)
    expect(page.text).toContain('The last day must be the same as or after the first day')
    expect(page.html).toContain('value="20/11/2026"')
    const none = await t.manager.get('/figures?period=between&from=2020-01-01&to=2020-01-31')
    expect(none.text).toContain('Nothing was decided')
  })
})
