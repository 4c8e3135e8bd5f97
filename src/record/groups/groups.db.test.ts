import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { hiddenValue } from '../../app/testkit/service.ts'
import { giveAppointments, listPlannedWith } from '../appointments/index.ts'
import { type Group, type Groups, makeGroups } from './groups.testkit.ts'

let t: Groups
let g: Group
beforeAll(async () => {
  t = await makeGroups()
})
beforeEach(async () => {
  g = await t.aGroup()
})
afterAll(() => t.service.close())

describe('a session', () => {
  it('stays with whoever leads it where a child in it gets another worker', async () => {
    await g.plan('24/11/2026')
    const { involvementId } = g.child(0)
    const [from, to] = [g.officer.userId, g.colleague.userId]
    const now = t.service.clock.now
    const [place] = (await g.appointments()).map(({ appointment_id }) => String(appointment_id))
    await t.service.as(g.officer, async tx => {
      expect(await listPlannedWith(tx, [involvementId], from, now)).toEqual([])
      expect(await giveAppointments(tx, [place ?? ''], { from, to, now })).toBe(0)
    })
  })

  it('stands once in the list of appointments, with every child in it and how they stand; a file keeps each', async () => {
    const session = await g.plan('17/11/2026')
    const [gone] = await g.appointments()
    await t.service.asOwner(`update appointment set state = 'cancelled' where appointment_id = $1`, [
      gone?.appointment_id,
    ])
    const query = `on-from=2026-11-17&on-to=2026-11-17&with=${g.officer.userId}`
    const { html, text } = await g.officer.get(`/appointments?${query}`)
    expect(html.split(`href="${session}"`)).toHaveLength(2)
    for (const { childId } of g.children) expect(html).toContain(`href="/children/${childId}"`)
    expect(text).toMatch(/Cancelled ?: 1/)
    expect(text).toMatch(/To be recorded ?: 9/)
    expect(text).toContain('10 appointments')
    expect(await t.service.viewsOf(g.child(0).childId, g.officer)).toContain('In the list of appointments')
    const file = await t.manager.post('/appointments/export', { query, format: 'csv' })
    expect(file.response.body.trim().split('\n')).toHaveLength(11)
  })

  it('is an appointment in the record of every child in the group, and stands on My day', async () => {
    await g.plan('24/11/2026')
    expect(await g.appointments()).toHaveLength(10)
    expect((await g.officer.get(`/children/${g.child(3).childId}/contacts`)).text).toContain(
      'Group: Boxing on Tuesdays The gym Olive Officer Planned',
    )
    await g.plan('21/11/2026', { time: '9:00' })
    const day = await g.officer.get('/')
    // One line for all ten children, which leads to the session and who came.
    expect(day.text.match(/Group session, 90 minutes, The gym/g)).toHaveLength(1)
    expect(day.text).toMatch(/Today 1 /)
    expect(day.text).toContain('Appointments, 1 to be recorded')
    const [session] = await t.service.asOwner(
      'select session_id from group_session where lead_user = $1 order by starts_at limit 1',
      [g.officer.userId],
    )
    expect(day.html).toContain(`href="${g.group}/sessions/${session?.session_id}"`)
    for (const { appointment_id, child_id } of (await g.appointments()).slice(0, 10))
      expect(day.html).toContain(`/children/${child_id}/contacts/${appointment_id}`)
  })

  it('is planned in series, and who joins later comes to what is ahead', async () => {
    const fields = g.sessionOn('24/11/2026', { repeat: 'weekly', ends: 'times', times: '3', holidays: 'yes' })
    const shown = await g.officer.fill(`${g.group}/sessions/plan`, fields)
    expect(shown.text).toContain('3 sessions: which are to be saved?')
    const days = ['2026-11-24', '2026-12-01', '2026-12-08']
    const checked = { ...fields, days, _checked: hiddenValue(shown.html, '_checked') ?? '' }
    await g.officer.fill(`${g.group}/sessions/plan`, checked)
    expect(await g.appointments()).toHaveLength(30)
    const members = await t.service.asOwner('select member_id from group_member where child_id = $1', [
      g.child(0).childId,
    ])
    await g.officer.fill(`${g.group}/members/${members[0]?.member_id}/leave`, { reason: 'Has a job now' })
    const left = (await g.appointments()).filter(({ given_name }) => given_name === 'Ada')
    expect(left.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
  })

  it('has a child who left and joins again, once more', async () => {
    const session = await g.plan('24/11/2026')
    await g.plan('21/11/2026', { time: '09:00' })
    const { childId, involvementId } = g.child(0)
    const [member] = await t.service.asOwner('select member_id from group_member where child_id = $1', [
      childId,
    ])
    await g.officer.fill(`${g.group}/members/${member?.member_id}/leave`, { reason: 'Has a job now' })
    t.service.clock.now = t.service.clock.now.add({ minutes: 10 })
    await g.officer.fill(`${g.group}/members/add`, { cases: [involvementId] })
    const states = async (name: string) =>
      (await g.appointments()).filter(it => it.given_name === name).map(({ state }) => state)
    expect(await states('Ada')).toEqual(['planned', 'planned'])
    const [ada] = (await g.appointments()).filter(
      it => it.given_name === 'Ada' && String(it.at).startsWith('2026-11-24'),
    )
    expect((await g.officer.get(`/children/${childId}/contacts/${ada?.appointment_id}`)).text).toContain(
      'Planned',
    )
    expect((await g.officer.get(session)).text).toContain(g.child(0).name)
    t.service.clock.now = t.service.clock.now.subtract({ minutes: 10 })
  })

  it('that was cancelled for one child alone stays cancelled for them when it moves and when others join', async () => {
    const session = await g.plan('24/11/2026')
    const { childId } = g.child(0)
    const [ada] = (await g.appointments()).filter(it => it.given_name === 'Ada')
    const address = `/children/${childId}/contacts/${ada?.appointment_id}`
    await g.officer.fill(`${address}/cancel`, { reason: 'On a school trip' })
    await g.officer.fill(`${session}/move`, g.sessionOn('25/11/2026'))
    const jo = g.child(9)
    const [member] = await t.service.asOwner('select member_id from group_member where child_id = $1', [
      jo.childId,
    ])
    await g.officer.fill(`${g.group}/members/${member?.member_id}/leave`, { reason: 'Has a job now' })
    t.service.clock.now = t.service.clock.now.add({ minutes: 10 })
    await g.officer.fill(`${g.group}/members/add`, { cases: [jo.involvementId] })
    t.service.clock.now = t.service.clock.now.subtract({ minutes: 10 })
    const states = Object.fromEntries((await g.appointments()).map(it => [it.given_name, it.state]))
    expect(states).toMatchObject({ Ada: 'cancelled', Bo: 'planned', Jo: 'planned' })
  })

  it('that moves while it is over and not written down takes nobody in who joined since', async () => {
    const session = await g.plan('24/11/2026')
    const jo = g.child(9)
    const [member] = await t.service.asOwner('select member_id from group_member where child_id = $1', [
      jo.childId,
    ])
    await g.officer.fill(`${g.group}/members/${member?.member_id}/leave`, { reason: 'Has a job now' })
    await t.service.asOwner('delete from appointment where child_id = $1', [jo.childId])
    const now = t.service.clock.now
    t.service.clock.now = Temporal.Instant.from('2026-11-26T10:00:00Z')
    const later = await t.service.person('officer')
    await later.fill(`${g.group}/members/add`, { cases: [jo.involvementId] })
    await later.fill(`${session}/move`, g.sessionOn('25/11/2026'))
    t.service.clock.now = now
    expect((await g.appointments()).map(({ at }) => at)).toEqual(Array(9).fill('2026-11-25 16:30'))
  })

  it('is moved, and called off, for every child in it', async () => {
    const session = await g.plan('24/11/2026')
    await g.officer.fill(`${session}/move`, g.sessionOn('25/11/2026', { time: '17:00' }))
    expect(new Set((await g.appointments()).map(({ at }) => at))).toEqual(new Set(['2026-11-25 17:00']))
    await g.officer.fill(`${session}/cancel`, { reason: 'The gym is closed' })
    expect(new Set((await g.appointments()).map(({ state }) => state))).toEqual(new Set(['cancelled']))
    expect((await g.officer.get(session)).text).toContain('Called off')
    expect((await g.officer.get(`${session}/move`)).location).toBe(session)
  })

  it('is planned on a day on which its lead is on leave only with a warning, which moving it gives too', async () => {
    await t.service.asOwner(
      `insert into worker_leave (service_id, user_id, from_on, until_on) values ($1, $2, '2026-11-24', '2026-11-25')`,
      [t.service.serviceId, g.officer.userId],
    )
    const session = await g.plan('24/11/2026')
    expect((await g.officer.get(session)).text).toContain('Beware: the worker is on leave that day.')
    const warned = await g.officer.fill(`${session}/move`, g.sessionOn('25/11/2026'))
    expect(warned.text).toContain('Nothing is saved yet.')
    expect((await g.officer.get(session)).text).toContain('24 November 2026')
    await g.send(`${session}/move`, g.sessionOn('25/11/2026'))
    expect((await g.officer.get(session)).text).toContain(
      'has been moved. Beware: the worker is on leave that day.',
    )
    await g.officer.fill(`${session}/move`, g.sessionOn('26/11/2026'))
    expect((await g.officer.get(session)).text).not.toContain('Beware')
  })

  it('is moved onto something else of a child only with a warning, and never clashes with itself', async () => {
    const session = await g.plan('24/11/2026')
    const { childId, involvementId } = g.child(0)
    await t.service.asOwner(
      `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place)
       values ($1, $2, $3, $4, 'office-visit', '2026-11-25T17:00Z', 30, 'Office')`,
      [t.service.serviceId, childId, involvementId, g.colleague.userId],
    )
    const later = await g.officer.fill(`${session}/move`, g.sessionOn('25/11/2026'))
    expect(later.text).toContain('Beware: a child of the group has another appointment then, at 5pm.')
    expect((await g.appointments()).filter(({ at }) => at === '2026-11-25 16:30')).toEqual([])
    const alone = await g.officer.fill(`${session}/move`, g.sessionOn('24/11/2026', { time: '17:00' }))
    expect(alone.location).toBe(session)
    const planned = await g.officer.fill(`${g.group}/sessions/plan`, {
      ...g.sessionOn('24/11/2026'),
      repeat: 'once',
    })
    expect(planned.text).toContain('Nothing is saved yet.')
  })

  it('is led by somebody who works with children, and business support may be there beside them', async () => {
    const support = await t.service.person('business-support', 'Bea Support')
    const { html } = await support.get(`${g.group}/sessions/plan`)
    const offered = (name: string) => html.split(`name="${name}"`).slice(1).join('')
    expect(offered('lead').split('</select>')[0]).not.toContain('Bea Support')
    expect(offered('workers')).toContain('Bea Support')
  })

  it('is moved for one child only with the session', async () => {
    await g.plan('24/11/2026')
    const [first] = await g.appointments()
    const address = `/children/${first?.child_id}/contacts/${first?.appointment_id}`
    expect((await g.officer.get(address)).text).not.toContain('Move it')
  })
})

describe('whoever is there beside the lead', () => {
  it('has the session on their day, in their week and in their calendar outside, without a child’s name', async () => {
    await g.plan('21/11/2026', { time: '14:00', workers: [g.colleague.userId] })
    const day = await g.colleague.get('/')
    expect(day.text).toMatch(
      /Group sessions that somebody else leads .*2pm Boxing on Tuesdays 90 minutes, The gym Olive Officer/,
    )
    expect(day.text).toContain('You have no appointments today')
    expect(day.text).not.toContain(g.child(0).name)
    const week = await g.colleague.get('/week')
    expect(week.text).toMatch(
      /2pm to 3:30pm Group session: Boxing on Tuesdays The gym ?, led by Olive Officer/,
    )
    const made = await g.colleague.fill('/week/calendars/add', { name: 'Phone', initials: 'yes' })
    const address = /\/calendar\/[\w-]+\.ics/.exec(made.text)?.[0] ?? ''
    const feed = (await t.service.server.inject({ url: address })).body
    expect(feed).toContain('DTSTART:20261121T140000Z')
    expect(feed).toMatch(/SUMMARY:Group session\r?\n/)
    expect(feed).not.toContain('Boxing')
    expect((await g.officer.get('/')).text).not.toContain('somebody else leads')
    expect((await t.service.person('officer').then(other => other.get('/week'))).text).not.toContain('Boxing')
  })

  it('sees in the week that it was called off, and nothing of it on the day', async () => {
    const session = await g.plan('21/11/2026', { time: '14:00', workers: [g.colleague.userId] })
    await g.officer.fill(`${session}/cancel`, { reason: 'The gym is closed' })
    expect((await g.colleague.get('/')).text).not.toContain('Boxing')
    expect((await g.colleague.get('/week')).text).toContain('led by Olive Officer. Called off')
  })
})

describe('a child whose record is restricted', () => {
  it('is shown and counted to nobody who may not see the record, and the page tells everybody how it counts', async () => {
    const session = await g.plan('17/11/2026')
    await t.restrict(g.child(0).childId)
    for (const page of [g.group, session, `${session}/attendance`]) {
      const { text } = await g.officer.get(page)
      expect(text).not.toContain(g.child(0).name)
      expect(text).toContain('only children whose records you may open')
    }
    expect((await g.officer.get(g.group)).text).toContain('Children in the group: 9')
    expect((await t.manager.get(session)).text).toContain(g.child(0).name)
  })

  it('comes to a session that somebody plans who does not know of them, moves with it, and is called off with it', async () => {
    await t.restrict(g.child(0).childId)
    const session = await g.plan('24/11/2026')
    const theirs = async () => (await g.appointments()).filter(({ given_name }) => given_name === 'Ada')
    expect((await theirs()).map(({ at }) => at)).toEqual(['2026-11-24 16:30'])
    await g.officer.fill(`${session}/move`, g.sessionOn('25/11/2026'))
    expect((await theirs()).map(({ at }) => at)).toEqual(['2026-11-25 16:30'])
    await g.officer.fill(`${session}/cancel`, { reason: 'The gym is closed' })
    expect((await theirs()).map(({ state }) => state)).toEqual(['cancelled'])
  })
})

test('every child who is named on a page of a group is written down as seen', async () => {
  const session = await g.plan('17/11/2026')
  const seen = (purpose: string) =>
    t.service.asOwner(
      `select from audit_event where purpose = $1 and person_id = $2 and after -> 'children' ? $3`,
      [purpose, g.colleague.userId, g.child(4).childId],
    )
  await g.colleague.get(g.group)
  await g.colleague.get(session)
  expect((await seen('In a group')).length).toBeGreaterThan(0)
  expect((await seen('In the session of a group')).length).toBeGreaterThan(0)
})

test('a health worker sees the children they work with; a police officer no groups; an inspector changes none', async () => {
  const session = await g.plan('17/11/2026')
  const health = await t.service.person('health-worker')
  expect((await health.get(session)).text).toContain('No child is in this session.')
  const { childId, involvementId } = g.child(2)
  await t.service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     values ($1, $2, $3, $4, 'co-worker', now())`,
    [t.service.serviceId, childId, involvementId, health.userId],
  )
  expect((await health.get(session)).text).toContain(g.child(2).name)
  expect((await health.get(session)).text).not.toContain(g.child(3).name)
  expect((await health.get(`${session}/move`)).status).toBe(403)
  expect((await health.get(`${session}/attendance`)).status).toBe(200)
  expect((await (await t.service.person('police-officer')).get('/groups')).status).toBe(403)
  const inspector = await t.service.person('inspector')
  expect((await inspector.get(session)).status).toBe(200)
  expect((await inspector.get(`${session}/attendance`)).status).toBe(403)
})
