import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeTestService,
  type TestPage,
  type TestPerson,
  type TestService,
} from '../../app/testkit/service.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let childId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
  const [child] = await service.asOwner(
    `insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
     values ($1, 'LIST-0001', '=Ada', 'Appointed', 'ada appointed', 'unknown') returning child_id`,
    [service.serviceId],
  )
  childId = String(child?.child_id)
  const [involvement] = await service.asOwner(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
     values ($1, $2, 'diversion', 'police-notification', 'notified', '2026-10-01T09:00:00Z') returning involvement_id`,
    [service.serviceId, childId],
  )
  const add = (at: string, state: string, place: string, who: TestPerson = officer) =>
    service.asOwner(
      `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place, state,
         missed_reason, reason_is_acceptable)
       values ($1, $2, $3, $4, 'office', $5, 30, $6, $7, case $7 when 'missed' then 'Ill' else '' end,
         case $7 when 'missed' then false end)`,
      [service.serviceId, childId, involvement?.involvement_id, who.userId, at, place, state],
    )
  // It is 21 November 2026, 10:00.
  await add('2026-11-21T09:00:00Z', 'planned', 'Begun')
  await add('2026-11-21T11:00:00Z', 'planned', 'Ahead', senior)
  await add('2026-11-20T23:59:00Z', 'missed', 'Missed')
  await add('2026-10-24T23:30:00Z', 'kept', 'Kept')
})
afterAll(() => service.close())

const placesOn = ({ text }: TestPage) =>
  ['Ahead', 'Begun', 'Missed', 'Kept'].filter(place => text.includes(`At the office, ${place}`))

test.each([
  ['view=all', ['Ahead', 'Begun', 'Missed', 'Kept']],
  ['state=ahead', ['Ahead']],
  ['state=to-record', ['Begun']],
  ['state=to-follow-up', ['Missed']],
  ['state=kept', ['Kept']],
  ['on-from=2026-11-21&on-to=2026-11-21', ['Ahead', 'Begun']],
  // Half past midnight on 25 October in London, in summer time.
  ['on-from=2026-10-25&on-to=2026-10-25', ['Kept']],
  ['on-to=2026-10-24', []],
])('narrowed by %j it has %j', async (query, places) => {
  expect(placesOn(await officer.get(`/appointments?${query}`))).toEqual(places)
})

test('opens from today, what comes first at the top; what an address says stays what it meant', async () => {
  const opened = await officer.get('/appointments')
  expect(opened.location).toBe('/appointments?on-from=2026-11-21&sort=when')
  const { text, html } = await officer.get(opened.location ?? '')
  expect(placesOn({ text } as TestPage)).toEqual(['Ahead', 'Begun'])
  expect(text.indexOf('At the office, Begun')).toBeLessThan(text.indexOf('At the office, Ahead'))
  const all = await officer.get('/appointments?view=all')
  expect(all.text.indexOf('At the office, Ahead')).toBeLessThan(all.text.indexOf('At the office, Kept'))
  for (const [words, places] of [
    ['Today', ['Ahead', 'Begun']],
    ['This week', ['Ahead', 'Begun', 'Missed']],
    ['Past, the latest first', ['Missed', 'Kept']],
  ] as const) {
    const href = new RegExp(`href="([^"]+)"[^>]*>${words}<`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(placesOn(await officer.get(href)), words).toEqual(places)
  }
})

test('opens with a view of one’s own, where there is one to open with', async () => {
  const keeper = await service.person('officer')
  const kept = await keeper.post('/appointments/views', { act: 'save', name: 'Kept', query: 'state=kept' })
  expect(kept.status).toBe(303)
  await service.asOwner(`update list_view set opens_with = true where user_id = $1`, [keeper.userId])
  expect((await keeper.get('/appointments')).location).toBe('/appointments?state=kept')
})

test('can be narrowed to one worker', async () => {
  expect(placesOn(await officer.get(`/appointments?with=${senior.userId}`))).toEqual(['Ahead'])
})

test('holds for a therapist only those of children she works with', async () => {
  const therapist = await service.person('speech-therapist')
  expect((await therapist.get('/appointments?view=all')).text).toContain('No appointments')
  expect((await (await service.person('police-officer')).get('/appointments')).status).toBe(403)
})

test('is exported with the time on the wall, and with no formula', async () => {
  const answer = await senior.post('/appointments/export', { query: 'state=kept', format: 'csv' })
  const [head, row] = parse(answer.response.rawPayload, { bom: true }) as string[][]
  expect(head).toEqual(['When', 'Minutes', 'Child', 'Reference', 'What', 'Where', 'With', 'How it stands'])
  expect(row?.slice(0, 4)).toEqual(['2026-10-25 00:30', '30', "'=Ada Appointed", 'LIST-0001'])
})

test('is refused whole where it would hold too much', async () => {
  await service.asOwner('alter table appointment disable trigger audit')
  await service.asOwner(
    `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place)
     select a.service_id, a.child_id, a.involvement_id, a.with_user, 'office', '2027-01-01T10:00:00Z', 30, 'Many'
     from (select * from appointment limit 1) a, generate_series(1, 10001)`,
  )
  const answer = await senior.post('/appointments/export', { query: '', format: 'csv' })
  expect(answer.location).toBe('/appointments?view=all')
  expect((await senior.get(answer.location ?? '')).text).toContain('there are more than 10,000 rows')
  const events = await service.asOwner(
    `select from audit_event where action = 'event' and purpose = 'Exported the list “Appointments”'`,
  )
  expect(events).toHaveLength(1)
})

test('offers as With whoever can meet children and is still here, and whoever has an appointment already', async () => {
  const analyst = await service.person('analyst', 'Ana Analyst')
  const board = await service.person('board-member', 'Bo Board')
  await service.person('speech-therapist', 'Thea Therapist')
  const left = await service.person('officer', 'Lena Left')
  await service.asOwner('update person_account set disabled_at = now() where user_id = $1', [left.userId])
  const offered = async (query = 'view=all') => {
    const { html } = await senior.get(`/appointments?${query}`)
    return ['Olive Officer', 'Thea Therapist', 'Ana Analyst', 'Bo Board', 'Lena Left'].filter(name =>
      html.includes(`>${name}</option>`),
    )
  }
  expect(await offered()).toEqual(['Olive Officer', 'Thea Therapist'])
  await service.asOwner(
    `update appointment set with_user = case place when 'Kept' then $1::uuid else $2::uuid end where place in ('Kept', 'Missed')`,
    [analyst.userId, left.userId],
  )
  expect(await offered()).toEqual(['Olive Officer', 'Thea Therapist', 'Ana Analyst', 'Lena Left'])
  // Asked for by an address of old, which still finds what it says: nothing.
  expect(await offered(`with=${board.userId}`)).toContain('Bo Board')
  expect(placesOn(await senior.get(`/appointments?with=${board.userId}`))).toEqual([])
})
