import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

/** Opens a case for each day given, by the name and the day of its notification. */
async function casesOf(opened: readonly (readonly [string, string])[]) {
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  await service.as(senior, async tx => {
    for (const [familyName, day] of opened) {
      const childId = await addChild(tx, { serviceId, givenName: 'Day', familyName })
      const case_ = await openCase(tx, {
        serviceId,
        childId,
        pathway,
        routeIn: 'police-notification',
        step: 'receive',
        answers: {},
        at: Temporal.Instant.from(`${day}T09:00:00Z`),
        by: senior.userId,
      })
      if (!case_.ok) throw new Error(case_.reason.kind)
    }
  })
}

test('the most pressing of all cases stand first, and the number is that of all', async () => {
  // Long open and with nothing due, since screened and reported: a hundred of them, and then one that is overdue.
  await casesOf(Array.from({ length: 100 }, (_, index) => [`Quiet ${index}`, '2026-01-05'] as const))
  await service.asOwner(
    `insert into milestone (service_id, child_id, involvement_id, step, stage, happened_at, recorded_by, answers, words)
     select service_id, child_id, involvement_id, s.step, 'screened', '2026-01-07T09:00Z', $1, '{}', '{"done": "Done", "said": []}'
     from involvement, (values ('screen'), ('inform-police')) s (step)`,
    [senior.userId],
  )
  await service.asOwner(`update involvement set stage = 'screened'`)
  await casesOf([['Overdue', '2026-11-02']])
  const day = await senior.get('/')
  expect(day.text).toContain('Cases without a worker (the 100 most pressing of 101)')
  expect(day.text).toContain('Day Overdue')
  expect(day.text.indexOf('Day Overdue')).toBeLessThan(day.text.indexOf('Day Quiet'))
})

test('a manager finds the figures of the month, and first what nobody has been named for', async () => {
  const manager = await service.person('manager')
  await casesOf([['Unnamed', '2026-11-09']])
  const day = await manager.get('/')
  expect(day.text).toMatch(/Without a worker \d+/)
  expect(day.text).toContain('Nobody has been named; open for 12 days')
  expect(day.text).toContain('Figures of this month and the last')
  expect(day.text).toContain('Days from arrival to first contact (median) None to count')
  expect(day.text).not.toContain('My cases')
  const officer = await service.person('officer')
  expect((await officer.get('/')).text).not.toContain('Figures of this month')
})

test('what is still owed after the ending stays on the lists until it is done', async () => {
  await casesOf([['Owed', '2026-11-02']])
  const [it] = await service.asOwner(
    `update involvement i set ended_at = '2026-11-04T09:00Z', ending = 'not-suitable' from child c
     where c.child_id = i.child_id and c.family_name = 'Owed' returning i.child_id, i.involvement_id`,
  )
  for (const step of ['screen', 'decide'])
    await service.asOwner(
      `insert into milestone (service_id, child_id, involvement_id, step, stage, happened_at, recorded_by, answers, words)
       values ($1, $2, $3, $4, 'screened', '2026-11-04T09:00Z', $5, $6, '{"done": "Done", "said": []}')`,
      [
        service.serviceId,
        it?.child_id,
        it?.involvement_id,
        step,
        senior.userId,
        step === 'decide' ? { decision: 'not-suitable' } : {},
      ],
    )
  const record = `/children/${it?.child_id}`
  for (const page of ['/', record]) {
    const { text } = await senior.get(page)
    expect(text, page).toContain('Ended: ')
    expect(text, page).toContain('Police told what was decided')
  }
  await service.asOwner(
    `insert into milestone (service_id, child_id, involvement_id, step, stage, happened_at, recorded_by, answers, words)
     values ($1, $2, $3, 'inform-police', 'screened', '2026-11-05T09:00Z', $4, '{}', '{"done": "Done", "said": []}')`,
    [service.serviceId, it?.child_id, it?.involvement_id, senior.userId],
  )
  expect((await senior.get('/')).text).not.toContain('Day Owed')
  expect((await senior.get(record)).text).not.toContain('Something is still to be done')
})

test('the day on which the work is meant to end is due like any other, until a review gives another', async () => {
  await casesOf([['Ending', '2026-08-03']])
  const officer = await service.person('officer', 'Ed Ending')
  const [it] = await service.asOwner(
    `update involvement i set holder_id = $1, stage = 'active' from child c
     where c.child_id = i.child_id and c.family_name = 'Ending' returning i.child_id, i.involvement_id`,
    [officer.userId],
  )
  const agreed = (step: string, on: string, day: string) =>
    recorded(step, on, { goals: 'Chess', 'planned-end': day })
  const recorded = (step: string, on: string, answers: Record<string, string>) =>
    service.asOwner(
      `insert into milestone (service_id, child_id, involvement_id, step, stage, happened_at, recorded_by, answers, words)
       values ($1, $2, $3, $4, 'active', $5, $6, $7, '{"done": "Done", "said": []}')`,
      [service.serviceId, it?.child_id, it?.involvement_id, step, `${on}T09:00Z`, officer.userId, answers],
    )
  const what = 'Work ended, or a new day agreed at a review'
  await agreed('start', '2026-09-01', '2026-11-20')
  const pages = ['/', `/children/${it?.child_id}`, `/children/${it?.child_id}/cases/${it?.involvement_id}`]
  for (const page of pages) {
    const { text } = await officer.get(page)
    expect(text, page).toContain(what)
    expect(text, page).toContain('by the end of Friday 20 November 2026')
    expect(text, page).toContain('By the day given in the case')
  }
  await agreed('review', '2026-11-10', '2027-01-29')
  expect((await officer.get('/')).text).not.toContain('Friday 20 November 2026')
  expect((await officer.get(pages[2] ?? '')).text).toContain('by the end of Friday 29 January 2027')

  // It ended, which was a mistake: the day that a review gave since has passed, and nothing has stopped it.
  await agreed('review', '2026-11-11', '2026-11-19')
  await recorded('end', '2026-11-12', { outcome: 'completed' })
  expect((await officer.get('/')).text).not.toContain('Thursday 19 November 2026')
  await recorded('reopen', '2026-11-13', { 'reopened-to': 'where-it-stood' })
  for (const page of pages)
    expect((await officer.get(page)).text, page).toContain('by the end of Thursday 19 November 2026')
})

test('a co-worker finds the case on My day too', async () => {
  await casesOf([['Shared', '2026-11-02']])
  const therapist = await service.person('speech-therapist', 'Thea Therapist')
  await service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     select i.service_id, i.child_id, i.involvement_id, $1, 'co-worker', now() from involvement i
     join child c on c.child_id = i.child_id where c.family_name = 'Shared'`,
    [therapist.userId],
  )
  const day = await therapist.get('/')
  expect(day.text).toContain('My cases (1)')
  expect(day.text).toContain('Day Shared')
})

test('a victim worker finds the cases in which they have a part, and no others', async () => {
  await casesOf([
    ['Harmer', '2026-11-02'],
    ['Unknown', '2026-11-02'],
  ])
  const victims = await service.person('victim-worker', 'Vera Victims')
  expect((await victims.get('/')).text).toContain('You have no part in a case')
  await service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     select i.service_id, i.child_id, i.involvement_id, $1, 'co-worker', now() from involvement i
     join child c on c.child_id = i.child_id where c.family_name = 'Harmer'`,
    [victims.userId],
  )
  const day = await victims.get('/')
  expect(day.text).toContain('My cases (1)')
  expect(day.text).toContain('Day Harmer')
  expect(day.text).not.toContain('Day Unknown')
  expect(day.text).not.toContain('Appointments')
  const seen = `select from audit_event e, child c where e.action = 'view' and e.person_id = $1 and c.family_name = 'Harmer'
    and (e.child_id = c.child_id or e.after -> 'children' ? c.child_id::text)`
  expect(await service.asOwner(seen, [victims.userId])).not.toEqual([])
})

describe('whoever has no working day here', () => {
  test.each([
    ['police-officer', ['Children', 'Arrivals', 'Follow-up', 'Deadlines', 'My account']],
    ['victim-worker', ['Children', 'Victims', 'My account']],
    ['volunteer-coordinator', ['My account']],
    ['analyst', ['Deadlines', 'My account']],
    ['participation-worker', ['Who to ask', 'What they say', 'My account']],
    ['board-member', ['What they say', 'My account']],
    [
      'inspector',
      [
        'Children',
        'Victims',
        'Appointments',
        'Follow-up',
        'All assessments',
        'What they say',
        'Deadlines',
        'My account',
      ],
    ],
    ['administrator', ['Admin', 'My account']],
    [
      'business-support',
      ['Children', 'Arrivals', 'Appointments', 'Places', 'Follow-up', 'Deadlines', 'My account'],
    ],
  ] as const)('is told as %s what they can do and where, and every place opens', async (role, places) => {
    const person = await service.person(role, `Nobody ${role}`)
    const { html, text } = await person.get('/')
    expect(text).toContain(`What you can do here, Nobody ${role}`)
    expect(text).not.toContain('Nothing is due this week')
    const list = html.slice(html.indexOf('id="what-is-here"'))
    const links = [...list.matchAll(/<a class="govuk-link" href="([^"]+)">([^<]+)<\/a>: /g)]
    expect(links.map(([, , title]) => title)).toEqual(places)
    for (const [, href = ''] of links) {
      // A list may open at an address of its own: from today on.
      const { status, location } = await person.get(href)
      expect(status === 303 ? (await person.get(location ?? '')).status : status, href).toBe(200)
    }
  })

  test('has the whole day instead as an officer', async () => {
    const officer = await service.person('officer', 'Own Day')
    expect((await officer.get('/')).text).not.toContain('What you can do here')
  })
})

test('what is due says by which rule, and what was missed waits to be followed up', async () => {
  await casesOf([['Missed', '2026-11-02']])
  const officer = await service.person('officer', 'Mo Missed')
  const [it] = await service.asOwner(
    `update involvement i set holder_id = $1 from child c
     where c.child_id = i.child_id and c.family_name = 'Missed' returning i.child_id, i.involvement_id`,
    [officer.userId],
  )
  const [missed] = await service.asOwner(
    `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place, state,
       missed_reason, reason_is_acceptable)
     values ($1, $2, $3, $4, 'office', '2026-11-20T10:00:00Z', 30, 'The blue room', 'missed', 'Not known yet', false)
     returning appointment_id`,
    [service.serviceId, it?.child_id, it?.involvement_id, officer.userId],
  )
  const { text, html } = await officer.get('/')
  expect(text).toContain('Overdue 1')
  expect(text).toContain('Within 10 working days')
  expect(text).toContain('The service’s own policy, not checked at its source')
  expect(text).toContain('Missed, not followed up (1)')
  const followUp = `/children/${it?.child_id}/contacts/${missed?.appointment_id}/follow-up`
  expect(html).toContain(followUp)
  await officer.fill(followUp, {
    reached: 'child',
    'follow-up': 'Rang: she had overslept',
    next: 'as-planned',
  })
  expect((await officer.get('/')).text).not.toContain('not followed up')
})

describe('work with nobody who can do it', () => {
  const reasons = [
    [
      'can no longer sign in',
      (userId: string) => `update person_account set disabled_at = now() where user_id = '${userId}'`,
    ],
    [
      'no longer has a role that sees children',
      (userId: string) => `update person_account set roles = '{analyst}' where user_id = '${userId}'`,
    ],
    [
      'has a conflict of interest',
      (userId: string, childId: string) =>
        `insert into conflict_of_interest (service_id, child_id, user_id, relation)
         values ('${service.serviceId}', '${childId}', '${userId}', 'Uncle')`,
    ],
    [
      'is not named for this restricted record',
      (_: string, childId: string) =>
        `with named as (insert into child_access (service_id, child_id, user_id)
           values ('${service.serviceId}', '${childId}', '${senior.userId}'))
         insert into child_restriction (service_id, child_id, reason, restricted_by)
         values ('${service.serviceId}', '${childId}', 'Family', '${senior.userId}')`,
    ],
  ] as const

  it.each(reasons)('waits on My day of a senior: the worker %s', async (why, happens) => {
    const familyName = `Left ${why}`
    await casesOf([[familyName, '2026-11-10']])
    const worker = await service.person('officer', 'Lee Leaver')
    const [it] = await service.asOwner(
      `update involvement i set holder_id = $2 from child c
       where c.child_id = i.child_id and c.family_name = $1 returning i.child_id, i.involvement_id`,
      [familyName, worker.userId],
    )
    await service.asOwner(
      `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place)
       values ($1, $2, $3, $4, 'office', '2026-11-25T10:00Z', 30, 'The blue room')`,
      [service.serviceId, it?.child_id, it?.involvement_id, worker.userId],
    )
    const words = `Lee Leaver ${why}`
    expect((await senior.get('/')).text).not.toContain(words)
    await service.asOwner(happens(worker.userId, String(it?.child_id)))
    const { text } = await senior.get('/')
    const [cases = '', appointments = ''] = text.split('Appointments to be given to somebody else')
    expect(cases).toContain(words)
    expect(appointments).toContain(words)
    expect(appointments).toContain('The blue room')
    const officer = await service.person('officer')
    expect((await officer.get('/')).text).not.toContain(words)
  })
})
