import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let colleague: TestPerson
let manager: TestPerson
let group: string
let children: { childId: string; involvementId: string; name: string }[]

beforeAll(async () => {
  service = await makeTestService()
  manager = await service.person('manager', 'Mia Manager')
})
afterAll(() => service.close())

const given = ['Ada', 'Bo', 'Cy', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jo']
let families = 0

/** A group of ten, led by somebody new. */
beforeEach(async () => {
  officer = await service.person('officer', 'Olive Officer')
  colleague = await service.person('officer', 'Otto Officer')
  families += 1
  children = []
  for (const givenName of given) {
    const familyName = `Brook${'x'.repeat(families)}`
    const childId = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName, familyName }),
    )
    const [row] = await service.asOwner(
      `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at, holder_id)
       values ($1, $2, 'diversion', 'police-notification', 'active', '2026-01-05T09:00:00Z', $3) returning involvement_id`,
      [service.serviceId, childId, officer.userId],
    )
    children.push({ childId, involvementId: String(row?.involvement_id), name: `${givenName} ${familyName}` })
  }
  const saved = await officer.fill('/groups/add', { title: 'Boxing on Tuesdays', about: '' })
  group = saved.location ?? ''
  await officer.fill(`${group}/members/add`, { cases: children.map(({ involvementId }) => involvementId) })
})

const sessionOn = (day: string, more: Record<string, string | string[]> = {}) => ({
  title: '',
  day,
  time: '16:30',
  minutes: '90',
  place: 'The gym',
  lead: officer.userId,
  ...more,
})
const plan = async (day: string, more: Record<string, string | string[]> = {}) =>
  (await officer.fill(`${group}/sessions/plan`, sessionOn(day, more))).location ?? ''

const appointments = () =>
  service.asOwner(
    `select a.appointment_id, a.child_id, a.state, a.version, c.given_name,
       to_char(a.starts_at at time zone 'Europe/London', 'YYYY-MM-DD HH24:MI') as at
     from appointment a join child c using (service_id, child_id)
     where a.involvement_id = any ($1) order by a.starts_at, c.given_name`,
    [children.map(({ involvementId }) => involvementId)],
  )
const child = (at: number) => {
  const found = children[at]
  if (!found) throw new Error(`there is no child ${at}`)
  return found
}
const restrict = (childId: string) =>
  manager.fill(`/children/${childId}/safety/restrict`, { reason: 'A relative works here.', people: [] })

/** The attendance of everybody, as it is typed. */
async function attendance(outcomes: Record<string, Record<string, string>>): Promise<Record<string, string>> {
  const typed: Record<string, string> = {}
  for (const { appointment_id, given_name } of await appointments())
    for (const [question, answer] of Object.entries(outcomes[String(given_name)] ?? {}))
      typed[`${question}-${appointment_id}`] = answer
  return typed
}

describe('a session', () => {
  it('is an appointment in the record of every child in the group, and stands on My day', async () => {
    await plan('24/11/2026')
    expect(await appointments()).toHaveLength(10)
    expect((await officer.get(`/children/${child(3).childId}/contacts`)).text).toContain(
      'Group: Boxing on Tuesdays The gym Olive Officer Planned',
    )
    await plan('21/11/2026', { time: '9:00' })
    const day = await officer.get('/')
    // One line for all ten children, which leads to the session and who came.
    expect(day.text.match(/Group session, 90 minutes, The gym/g)).toHaveLength(1)
    expect(day.text).toContain('Appointments, 1 to be recorded')
    const [session] = await service.asOwner('select session_id from group_session order by starts_at limit 1')
    expect(day.html).toContain(`href="${group}/sessions/${session?.session_id}"`)
    for (const { appointment_id, child_id } of (await appointments()).slice(0, 10))
      expect(day.html).toContain(`/children/${child_id}/contacts/${appointment_id}`)
  })

  it('is planned in series, and who joins later comes to what is ahead', async () => {
    const fields = sessionOn('24/11/2026', { repeat: 'weekly', ends: 'times', times: '3', holidays: 'yes' })
    const shown = await officer.fill(`${group}/sessions/plan`, fields)
    expect(shown.text).toContain('3 sessions: which are to be saved?')
    const days = ['2026-11-24', '2026-12-01', '2026-12-08']
    const checked = { ...fields, days, _checked: hiddenValue(shown.html, '_checked') ?? '' }
    await officer.fill(`${group}/sessions/plan`, checked)
    expect(await appointments()).toHaveLength(30)
    const members = await service.asOwner('select member_id from group_member where child_id = $1', [
      child(0).childId,
    ])
    await officer.fill(`${group}/members/${members[0]?.member_id}/leave`, { reason: 'Has a job now' })
    const left = (await appointments()).filter(({ given_name }) => given_name === 'Ada')
    expect(left.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  })

  it('has a child who left and joins again, once more', async () => {
    const session = await plan('24/11/2026')
    await plan('21/11/2026', { time: '09:00' })
    const { childId, involvementId } = child(0)
    const [member] = await service.asOwner('select member_id from group_member where child_id = $1', [
      childId,
    ])
    await officer.fill(`${group}/members/${member?.member_id}/leave`, { reason: 'Has a job now' })
    service.clock.now = service.clock.now.add({ minutes: 10 })
    await officer.fill(`${group}/members/add`, { cases: [involvementId] })
    const states = async (name: string) =>
      (await appointments()).filter(it => it.given_name === name).map(({ state }) => state)
    expect(await states('Ada')).toEqual(['planned', 'planned'])
    const [ada] = (await appointments()).filter(
      it => it.given_name === 'Ada' && String(it.at).startsWith('2026-11-24'),
    )
    expect((await officer.get(`/children/${childId}/contacts/${ada?.appointment_id}`)).text).toContain(
      'Planned',
    )
    expect((await officer.get(session)).text).toContain(child(0).name)
    service.clock.now = service.clock.now.subtract({ minutes: 10 })
  })

  it('that was cancelled for one child alone stays cancelled for them when it moves and when others join', async () => {
    const session = await plan('24/11/2026')
    const { childId } = child(0)
    const [ada] = (await appointments()).filter(it => it.given_name === 'Ada')
    const address = `/children/${childId}/contacts/${ada?.appointment_id}`
    await officer.fill(`${address}/cancel`, { reason: 'On a school trip' })
    await officer.fill(`${session}/move`, sessionOn('25/11/2026'))
    const jo = child(9)
    const [member] = await service.asOwner('select member_id from group_member where child_id = $1', [
      jo.childId,
    ])
    await officer.fill(`${group}/members/${member?.member_id}/leave`, { reason: 'Has a job now' })
    service.clock.now = service.clock.now.add({ minutes: 10 })
    await officer.fill(`${group}/members/add`, { cases: [jo.involvementId] })
    service.clock.now = service.clock.now.subtract({ minutes: 10 })
    const states = Object.fromEntries((await appointments()).map(it => [it.given_name, it.state]))
    expect(states).toMatchObject({ Ada: 'cancelled', Bo: 'planned', Jo: 'planned' })
  })

  it('that moves while it is over and not written down takes nobody in who joined since', async () => {
    const session = await plan('24/11/2026')
    const jo = child(9)
    const [member] = await service.asOwner('select member_id from group_member where child_id = $1', [
      jo.childId,
    ])
    await officer.fill(`${group}/members/${member?.member_id}/leave`, { reason: 'Has a job now' })
    await service.asOwner('delete from appointment where child_id = $1', [jo.childId])
    const now = service.clock.now
    service.clock.now = Temporal.Instant.from('2026-11-26T10:00:00Z')
    const later = await service.person('officer')
    await later.fill(`${group}/members/add`, { cases: [jo.involvementId] })
    await later.fill(`${session}/move`, sessionOn('25/11/2026'))
    service.clock.now = now
    expect((await appointments()).map(({ at }) => at)).toEqual(Array(9).fill('2026-11-25 16:30'))
  })

  it('is moved, and called off, for every child in it', async () => {
    const session = await plan('24/11/2026')
    await officer.fill(`${session}/move`, sessionOn('25/11/2026', { time: '17:00' }))
    expect(new Set((await appointments()).map(({ at }) => at))).toEqual(new Set(['2026-11-25 17:00']))
    await officer.fill(`${session}/cancel`, { reason: 'The gym is closed' })
    expect(new Set((await appointments()).map(({ state }) => state))).toEqual(new Set(['cancelled']))
    expect((await officer.get(session)).text).toContain('Called off')
    expect((await officer.get(`${session}/move`)).location).toBe(session)
  })

  it('is planned on a day on which its lead is on leave only with a warning, which moving it gives too', async () => {
    await service.asOwner(
      `insert into worker_leave (service_id, user_id, from_on, until_on) values ($1, $2, '2026-11-24', '2026-11-25')`,
      [service.serviceId, officer.userId],
    )
    const session = await plan('24/11/2026')
    expect((await officer.get(session)).text).toContain('Beware: the worker is on leave that day.')
    await officer.fill(`${session}/move`, sessionOn('25/11/2026'))
    expect((await officer.get(session)).text).toContain(
      'planned anew. Beware: the worker is on leave that day.',
    )
    await officer.fill(`${session}/move`, sessionOn('26/11/2026'))
    expect((await officer.get(session)).text).not.toContain('Beware')
  })

  it('is moved for one child only with the session', async () => {
    await plan('24/11/2026')
    const [first] = await appointments()
    const address = `/children/${first?.child_id}/contacts/${first?.appointment_id}`
    expect((await officer.get(address)).text).not.toContain('Plan anew')
  })
})

describe('whoever is there beside the lead', () => {
  it('has the session on their day, in their week and in their calendar outside, without a child’s name', async () => {
    await plan('21/11/2026', { time: '14:00', workers: [colleague.userId] })
    const day = await colleague.get('/')
    expect(day.text).toMatch(
      /Group sessions that somebody else leads .*2pm Boxing on Tuesdays 90 minutes, The gym Olive Officer/,
    )
    expect(day.text).toContain('You have no appointments today')
    expect(day.text).not.toContain(child(0).name)
    const week = await colleague.get('/week')
    expect(week.text).toMatch(
      /2pm to 3:30pm Group session: Boxing on Tuesdays The gym ?, led by Olive Officer/,
    )
    const made = await colleague.fill('/week/calendars/add', { name: 'Phone', initials: 'yes' })
    const address = /\/calendar\/[\w-]+\.ics/.exec(made.text)?.[0] ?? ''
    const feed = (await service.server.inject({ url: address })).body
    expect(feed).toContain('DTSTART:20261121T140000Z')
    expect(feed).toMatch(/SUMMARY:Group session\r?\n/)
    expect(feed).not.toContain('Boxing')
    expect((await officer.get('/')).text).not.toContain('somebody else leads')
    expect((await service.person('officer').then(other => other.get('/week'))).text).not.toContain('Boxing')
  })

  it('sees in the week that it was called off, and nothing of it on the day', async () => {
    const session = await plan('21/11/2026', { time: '14:00', workers: [colleague.userId] })
    await officer.fill(`${session}/cancel`, { reason: 'The gym is closed' })
    expect((await colleague.get('/')).text).not.toContain('Boxing')
    expect((await colleague.get('/week')).text).toContain('led by Olive Officer. Called off')
  })
})

describe('attendance', () => {
  it('of ten children is recorded on one page and saved together', async () => {
    const session = await plan('17/11/2026')
    const came = Object.fromEntries(given.slice(0, 7).map(name => [name, { went: 'kept' }]))
    const saved = await officer.fill(
      `${session}/attendance`,
      await attendance({
        ...came,
        Ada: { went: 'kept', word: 'Led the warm-up' },
        Hal: { went: 'missed', cause: 'forgot' },
        Ivy: { went: 'acceptable', cause: 'ill', word: 'Her mother rang' },
        Jo: { went: 'cancelled', word: 'On a school trip' },
      }),
    )
    expect(saved.location).toBe(session)
    expect((await officer.get(session)).text).toContain('Attendance of 10 children has been saved.')
    expect((await appointments()).map(({ state }) => state)).toEqual([
      ...Array(7).fill('kept'),
      'missed',
      'missed',
      'cancelled',
    ])
    expect((await officer.get(group)).text).toMatch(/Olive Officer 7 2 Recorded/)
    expect((await officer.get('/groups')).text).toContain('7 of 9')
  })

  it('stands in the child’s contacts, chronology, throughline and clocks as any appointment does', async () => {
    const session = await plan('17/11/2026')
    await officer.fill(
      `${session}/attendance`,
      await attendance({ Hal: { went: 'missed', cause: 'forgot' } }),
    )
    const { childId, involvementId } = child(7)
    expect((await officer.get(`/children/${childId}/contacts`)).text).toContain('Missed, not followed up')
    expect((await officer.get(`/children/${childId}/chronology`)).text).toContain('Group session')
    expect((await officer.get(`/children/${childId}/throughline`)).text).toContain('Group session')
    const events = await service.asOwner('select step from clock_event where involvement_id = $1', [
      involvementId,
    ])
    expect(events).toEqual([{ step: 'appointment-missed' }])
  })

  it('asks for a reason by the name of the child, and keeps what was said of the others', async () => {
    const session = await plan('17/11/2026')
    const typed = await attendance({
      Ada: { went: 'kept', word: 'Well' },
      Bo: { went: 'missed' },
      Cy: { went: 'cancelled' },
    })
    const refused = await officer.fill(`${session}/attendance`, typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`Choose why ${child(1).name} missed it`)
    expect(refused.html).toContain('value="Well"')
    expect((await appointments()).every(({ state }) => state === 'planned')).toBe(true)
  })

  it('of two who record it at once: the second sees which children differ, and nothing is written over', async () => {
    const session = await plan('17/11/2026')
    const opened = await colleague.get(`${session}/attendance`)
    await officer.fill(
      `${session}/attendance`,
      await attendance({ Ada: { went: 'kept' }, Bo: { went: 'kept' } }),
    )
    const second = await colleague.post(`${session}/attendance`, {
      ...(await attendance({ Ada: { went: 'missed', cause: 'ill' }, Cy: { went: 'kept' } })),
      _version: hiddenValue(opened.html, '_version') ?? '',
      _was: hiddenValue(opened.html, '_was') ?? '',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain(`${child(0).name} Came Missed`)
    expect(second.text).not.toContain(`${child(1).name} Came Nothing`)
    expect((await appointments()).map(({ state }) => state).slice(0, 3)).toEqual(['kept', 'kept', 'planned'])
  })

  it('that stands as it was is not written again', async () => {
    const session = await plan('17/11/2026')
    const typed = await attendance({ Ada: { went: 'kept', word: 'Well' } })
    await officer.fill(`${session}/attendance`, typed)
    await officer.fill(`${session}/attendance`, { ...typed, ...(await attendance({ Bo: { went: 'kept' } })) })
    expect((await appointments()).map(({ version }) => version).slice(0, 3)).toEqual([2, 2, 1])
  })

  it('is not recorded before the session has begun', async () => {
    const session = await plan('24/11/2026')
    expect((await officer.get(`${session}/attendance`)).location).toBe(session)
  })
})

describe('a child whose record is restricted', () => {
  it('is shown and counted to nobody who may not see the record, and the page tells everybody how it counts', async () => {
    const session = await plan('17/11/2026')
    await restrict(child(0).childId)
    for (const page of [group, session, `${session}/attendance`]) {
      const { text } = await officer.get(page)
      expect(text).not.toContain(child(0).name)
      expect(text).toContain('only children whose records you may open')
    }
    expect((await officer.get(group)).text).toContain('Children in the group: 9')
    expect((await manager.get(session)).text).toContain(child(0).name)
  })

  it('comes to a session that somebody plans who does not know of them, moves with it, and is called off with it', async () => {
    await restrict(child(0).childId)
    const session = await plan('24/11/2026')
    const theirs = async () => (await appointments()).filter(({ given_name }) => given_name === 'Ada')
    expect((await theirs()).map(({ at }) => at)).toEqual(['2026-11-24 16:30'])
    await officer.fill(`${session}/move`, sessionOn('25/11/2026'))
    expect((await theirs()).map(({ at }) => at)).toEqual(['2026-11-25 16:30'])
    await officer.fill(`${session}/cancel`, { reason: 'The gym is closed' })
    expect((await theirs()).map(({ state }) => state)).toEqual(['cancelled'])
  })
})

test('every child who is named on a page of a group is written down as seen', async () => {
  const session = await plan('17/11/2026')
  const seen = (purpose: string) =>
    service.asOwner(
      `select from audit_event where purpose = $1 and person_id = $2 and after -> 'children' ? $3`,
      [purpose, colleague.userId, child(4).childId],
    )
  await colleague.get(group)
  await colleague.get(session)
  expect((await seen('In a group')).length).toBeGreaterThan(0)
  expect((await seen('In the session of a group')).length).toBeGreaterThan(0)
})

test('a health worker sees the children they work with; a police officer no groups; an inspector changes none', async () => {
  const session = await plan('17/11/2026')
  const health = await service.person('health-worker')
  expect((await health.get(session)).text).toContain('No child is in this session.')
  const { childId, involvementId } = child(2)
  await service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     values ($1, $2, $3, $4, 'co-worker', now())`,
    [service.serviceId, childId, involvementId, health.userId],
  )
  expect((await health.get(session)).text).toContain(child(2).name)
  expect((await health.get(session)).text).not.toContain(child(3).name)
  expect((await health.get(`${session}/move`)).status).toBe(403)
  expect((await health.get(`${session}/attendance`)).status).toBe(200)
  expect((await (await service.person('police-officer')).get('/groups')).status).toBe(403)
  const inspector = await service.person('inspector')
  expect((await inspector.get(session)).status).toBe(200)
  expect((await inspector.get(`${session}/attendance`)).status).toBe(403)
})
