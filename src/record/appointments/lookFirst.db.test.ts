import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let childId: string
let involvementId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
})
afterAll(() => service.close())

beforeEach(async () => {
  const { serviceId } = service
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  const [row] = await service.asOwner(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at, holder_id)
     values ($1, $2, 'diversion', 'police-notification', 'active', '2026-01-05T09:00:00Z', $3) returning involvement_id`,
    [serviceId, childId, officer.userId],
  )
  involvementId = String(row?.involvement_id)
})

const formPath = () => `/children/${childId}/contacts/add`
/** It is Saturday 21 November 2026, 10:00. */
const contact = (more: Record<string, string | string[]> = {}) => ({
  case: involvementId,
  day: '20/11/2026',
  time: '16:00',
  minutes: '30',
  kind: 'office',
  place: 'Our office',
  with: officer.userId,
  went: 'kept',
  'what-happened': 'We talked of the week',
  ...more,
})
const missed = (more: Record<string, string | string[]> = {}) =>
  contact({ went: 'missed', cause: 'forgot', acceptable: 'no', 'what-happened': '', ...more })

/** Sends it once more, as a person does who has read what comes first and means it all the same. */
const sendAgain = (fields: Record<string, string | string[]>, html: string) =>
  officer.fill(formPath(), { ...fields, _checked: hiddenValue(html, '_checked') ?? '' })

const planned = async (at: string) => {
  const [row] = await service.asOwner(
    `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place)
     values ($1, $2, $3, $4, 'office', $5, 30, 'Our office') returning appointment_id`,
    [service.serviceId, childId, involvementId, officer.userId, at],
  )
  return `/children/${childId}/contacts/${row?.appointment_id}`
}

const held = () =>
  service.asOwner(
    `select state, reason_is_acceptable as ok, reason_judged_by is not null as judged,
       to_char(followed_up_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as followed, follow_up as done, reached
     from appointment where child_id = $1 order by recorded_at`,
    [childId],
  )

describe('a contact that stands in the record already', () => {
  it.each([
    ['missed', missed, contact],
    ['kept', contact, missed],
    ['kept, and the other begins before it ends', contact, () => missed({ time: '16:29' })],
  ])('as %s is not recorded a second time without a question', async (_, first, other) => {
    const second = other()
    const saved = await officer.fill(formPath(), first())
    const asked = await officer.fill(formPath(), second)
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('The record has a contact at that time already')
    expect(asked.html).toContain(`href="${saved.location}"`)
    expect(await held()).toHaveLength(1)
    expect((await sendAgain(second, asked.html)).status).toBe(303)
    expect(await held()).toHaveLength(2)
  })

  it('is not asked about where it ended before, was cancelled, or is another child’s', async () => {
    await officer.fill(formPath(), contact())
    expect((await officer.fill(formPath(), contact({ time: '16:30' }))).status).toBe(303)
    await service.asOwner(`update appointment set state = 'cancelled' where child_id = $1`, [childId])
    expect((await officer.fill(formPath(), contact())).status).toBe(303)
  })

  it('is asked about where a planned one is recorded', async () => {
    await officer.fill(formPath(), missed())
    const other = await planned('2026-11-20T16:10:00Z')
    for (const [page, fields] of [
      ['record', { went: 'kept', 'what-happened': 'We met' }],
      ['kept', { 'what-happened': 'We met' }],
      ['missed', { cause: 'ill', acceptable: 'yes' }],
    ] as const) {
      const asked = await officer.fill(`${other}/${page}`, fields)
      expect(asked.status, page).toBe(200)
      expect(asked.text, page).toContain('The record has a contact at that time already')
    }
  })
})

describe('a contact that was missed weeks ago', () => {
  const late = { day: '30/9/2026' }

  it('says before it is saved when its follow-up was due, and that it is overdue at once', async () => {
    const asked = await officer.fill(formPath(), missed(late))
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('Its follow-up was due on Thursday 1 October 2026')
    expect(asked.text).toContain('it is overdue by 51 days at once')
    expect(await held()).toEqual([])
    await sendAgain(missed(late), asked.html)
    expect(await held()).toMatchObject([{ state: 'missed', followed: null }])
  })

  it('is followed up in the same form, on the day on which that was done', async () => {
    const done = {
      ...late,
      since: 'yes',
      'since-reached': ['parent', 'professional'],
      'since-done': 'Rang his mother and the school',
      'since-on': '1/10/2026',
    }
    const saved = await officer.fill(formPath(), missed(done))
    expect(await held()).toMatchObject([
      {
        followed: '2026-10-01 11:00',
        done: 'Rang his mother and the school',
        reached: 'parent professional',
      },
    ])
    const { text } = await officer.get(saved.location ?? '')
    expect(text).toContain('Missed, followed up')
    const now = await officer.get(`/children/${childId}`)
    expect(now.text).not.toContain('Missed appointment followed up Overdue')
  })

  it.each([
    ['before it was missed', { 'since-on': '29/9/2026' }, 'It must be followed up after it was missed'],
    ['in the future', { 'since-on': '21/11/2026', 'since-at': '23:00' }, 'The time must not lie ahead'],
    ['by nobody knows what', { 'since-on': '1/10/2026', 'since-done': '' }, 'Say what was done'],
  ])('cannot have been followed up %s', async (_, more, said) => {
    const done = { ...late, since: 'yes', 'since-reached': ['child'], 'since-done': 'Rang him', ...more }
    const refused = await officer.fill(formPath(), missed(done))
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(said)
  })

  it('for an acceptable reason owes nothing, and yesterday’s is not late yet', async () => {
    expect((await officer.fill(formPath(), missed({ ...late, acceptable: 'yes' }))).status).toBe(303)
    expect((await officer.fill(formPath(), missed())).status).toBe(303)
  })

  it.each(['record', 'missed'])('asks the same on the page %s of what was planned', async page => {
    const address = await planned('2026-09-30T15:00:00Z')
    const opened = await officer.get(`${address}/${page}`)
    expect(opened.text).toContain('Has it been followed up already?')
    const asked = await officer.fill(`${address}/${page}`, {
      went: 'missed',
      cause: 'forgot',
      acceptable: 'no',
    })
    expect(asked.text).toContain('overdue by 51 days at once')
    const recent = await planned('2026-11-20T15:00:00Z')
    expect((await officer.get(`${recent}/${page}`)).text).not.toContain('Has it been followed up already?')
  })
})

describe('whether the reason is acceptable, not known yet', () => {
  const unknown = () => missed({ cause: 'not-known', acceptable: 'not-known' })

  it('is an answer, and reads as such wherever the contact is read', async () => {
    const { location = '' } = await officer.fill(formPath(), unknown())
    expect(await held()).toMatchObject([{ ok: null, judged: false }])
    const { text } = await officer.get(location)
    expect(text).toContain('Acceptable reason Not known yet')
    expect(text).toContain('Missed, not followed up')
    const words = 'not known yet if the reason is acceptable'
    expect((await officer.get(`/children/${childId}/chronology`)).text).toContain(`missed, ${words}`)
    expect((await officer.get(`/children/${childId}`)).text).toContain(`missed, ${words}`)
  })

  it('is still to be followed up, and asked again then', async () => {
    const { location = '' } = await officer.fill(formPath(), unknown())
    expect((await officer.get('/appointments?state=to-follow-up')).html).toContain(location)
    expect((await officer.get('/')).text).toContain('Missed, not followed up')
    const followUp = { reached: 'child', 'follow-up': 'He was at the dentist', next: 'as-planned' }
    // Nothing is chosen for whoever follows it up.
    expect((await officer.get(`${location}/follow-up`)).html).not.toMatch(/name="acceptable"[^>]*checked/)
    const refused = await officer.fill(`${location}/follow-up`, followUp)
    expect(refused.text).toContain('Say whether the reason is acceptable')
    await officer.fill(`${location}/follow-up`, { ...followUp, acceptable: 'yes' })
    expect(await held()).toMatchObject([{ ok: true, judged: true, done: 'He was at the dentist' }])
  })

  it('may stay unknown, and is then neither; what was known is not asked again', async () => {
    const { location = '' } = await officer.fill(formPath(), unknown())
    const followUp = { reached: 'child', 'follow-up': 'He would not say', next: 'as-planned' }
    await officer.fill(`${location}/follow-up`, { ...followUp, acceptable: 'not-known' })
    expect(await held()).toMatchObject([{ ok: null, judged: false, done: 'He would not say' }])
    const known = await officer.fill(formPath(), missed({ time: '12:00' }))
    expect((await officer.get(`${known.location}/follow-up`)).text).not.toContain('Is the reason acceptable')
  })
})

describe('what the reason for a missed contact leads to', () => {
  it('is pointed to where it is recorded, as far as the reader may do it', async () => {
    const { location = '' } = await officer.fill(formPath(), missed({ cause: 'missing' }))
    const { html } = await officer.get(location)
    for (const next of ['notes/add', 'safety/alerts/add', 'details/addresses/add'])
      expect(html, next).toContain(`href="/children/${childId}/${next}"`)
    const inspector = await service.person('inspector', 'Ivo Inspector')
    expect((await inspector.get(location)).html).not.toContain('safety/alerts/add')
  })

  it('is said no more once it has been followed up, and of other reasons nothing is', async () => {
    const { location = '' } = await officer.fill(formPath(), missed({ cause: 'missing' }))
    await officer.fill(`${location}/follow-up`, {
      reached: 'parent',
      'follow-up': 'She is at her aunt’s',
      next: 'as-planned',
    })
    expect((await officer.get(location)).html).not.toContain('safety/alerts/add')
    const forgot = await officer.fill(formPath(), missed({ time: '12:00' }))
    expect((await officer.get(forgot.location ?? '')).html).not.toContain('safety/alerts/add')
  })

  it('reads as what was stored where the list has no such reason any more', async () => {
    const { location = '' } = await officer.fill(formPath(), missed())
    await service.asOwner(
      `update appointment set missed_code = 'reason-3', missed_reason = 'Bus on strike' where child_id = $1`,
      [childId],
    )
    const { text } = await officer.get(location)
    expect(text).toContain('Why it was missed Bus on strike')
    expect(text).not.toContain('Kind of reason')
    expect(text).not.toContain('reason-3')
  })
})
