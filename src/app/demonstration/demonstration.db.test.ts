import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { practice } from '../../../practice/index.ts'
import { isComplete, progressOf } from '../../engine/assessments/index.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { findAssessmentForm, usePractice } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { changedJudgements } from '../../record/assessments/index.ts'
import { packageParts, readPackage } from '../../record/transfers/index.ts'
import { makeTestDatabase, type TestDatabase } from '../testkit/database.ts'
import { fillDemonstration } from './index.ts'
import { justArrived } from './justArrived.ts'
import { movedHere } from './theirPackages.ts'
import { isInTerm, isWorkedOn, toWorkingDay, workingDaysAgo } from './workDays.ts'
import { inventYears } from './years.ts'

beforeAll(() => usePractice(practice))

// Days of the week, month ends, both changes of the clocks: the demonstration is made from whatever today is.
test.each([
  '2026-11-21T10:00Z',
  '2027-03-28T00:30Z',
  '2027-10-31T01:30Z',
  '2028-02-29T23:59Z',
  '2027-01-01T00:00Z',
])('the demonstration can be made at %s', async moment => {
  const one = await makeTestDatabase()
  const said: string[] = []
  const fill = () =>
    fillDemonstration(one, text => said.push(text), { years: 0, seed: 0 }, Temporal.Instant.from(moment))
  expect(await fill()).toBe(true)
  expect(said).toContainEqual(expect.stringContaining('12 of 12'))
  expect(await fill()).toBe(false)
  const [counts] = await one.asOwner(`select
      (select count(*)::int from person_account) as people, (select count(*)::int from notification) as notifications,
      (select count(*)::int from child) as children, (select count(*)::int from appointment where state = 'missed' and session_id is null) as missed,
      (select count(*)::int from involvement where ending = 'declined') as declined,
      (select count(*)::int from involvement where pathway = 'esp-prevention') as referred,
      (select count(*)::int from referrer_told) as told,
      (select count(*)::int from child_alert where kind = 'exploitation') as alerts`)
  expect(counts).toMatchObject({
    people: 36,
    notifications: 12,
    children: 10,
    missed: 1,
    declined: 2,
    referred: 6,
    told: 7,
    alerts: 1,
  })
  await one.close()
})

describe('years that are made up', () => {
  const today = Temporal.PlainDate.from('2026-11-21')

  test('are the same for the same number, and others for another', () => {
    const one = inventYears({ years: 3, seed: 7 }, today)
    expect(inventYears({ years: 3, seed: 7 }, today)).toEqual(one)
    expect(inventYears({ years: 3, seed: 8 }, today)).not.toEqual(one)
    // 66 of the police and 63 of others a year, for three years.
    expect(one.filter(({ by }) => by === 'police')).toHaveLength(198)
    expect(one).toHaveLength(387)
  })

  test('are of the same children whatever today is', () => {
    const namesOn = (day: string) =>
      inventYears({ years: 1, seed: 7 }, Temporal.PlainDate.from(day)).map(it => [
        it.by === 'police' ? it.child.cells.family_name : it.child.typed['family-name'],
        it.child.receivedDaysAgo,
        it.child.steps.map(({ step, daysAgo }) => [step, daysAgo]),
      ])
    expect(namesOn('2026-08-10')).toEqual(namesOn('2026-11-21'))
  })

  test.each([
    ['2026-11-21T10:00Z', 7],
    ['2028-02-29T23:59Z', 8],
  ])('go through the same use cases as the pages, at %s from %i', async (moment, seed) => {
    const database = await makeTestDatabase()
    await fillDemonstration(database, () => {}, { years: 0.5, seed }, Temporal.Instant.from(moment))
    const [counts] = await database.asOwner(
      `select
        (select count(*)::int from notification) as notifications,
        (select count(*)::int from involvement where ended_at is not null) as ended,
        (select count(*)::int from involvement where ended_at is null) as open,
        (select count(*)::int from appointment where state = 'missed') as missed,
        (select count(*)::int from appointment where state = 'planned' and starts_at > $1) as planned,
        (select count(distinct ethnicity)::int from child) as backgrounds`,
      [moment],
    )
    expect(counts?.notifications).toBe(77)
    for (const what of ['ended', 'open', 'missed', 'planned'])
      expect(Number(counts?.[what])).toBeGreaterThan(4)
    expect(Number(counts?.backgrounds)).toBeGreaterThan(7)
    await database.close()
  })
})

describe('working days', () => {
  const on = (day: string) => ({ today: Temporal.PlainDate.from(day) })

  test.each([
    ['a Saturday goes back to Friday', '2026-11-23', 2, 3],
    ['Good Friday goes back to Thursday', '2026-04-10', 7, 8],
    ['Easter Monday goes back to Thursday', '2026-04-10', 4, 8],
    ['what is to come on Good Friday waits until Tuesday', '2026-04-01', -2, -6],
    ['a day on which they work stays', '2026-11-23', 3, 3],
  ])('%s', (_, today, daysAgo, expected) => {
    expect(toWorkingDay(on(today), daysAgo)).toBe(expected)
  })

  test('are counted over Christmas, and by the days on which somebody is there', () => {
    // Wednesday 30 December: before it 29 and 24, since 28 stands in for Boxing Day.
    expect(workingDaysAgo(on('2026-12-30'), 2)).toBe(6)
    // Ffion works from Monday to Wednesday.
    expect(workingDaysAgo(on('2026-11-11'), -1, 'officer6@demo.throughline.invalid')).toBe(-5)
  })

  test('school is closed on Sundays, bank holidays, in August and around Easter', () => {
    const open = ['2026-11-22', '2026-05-04', '2026-08-11', '2026-03-31', '2026-04-09', '2026-10-28'].filter(
      day => isInTerm(Temporal.PlainDate.from(day)),
    )
    expect(open).toEqual([])
    expect(isInTerm(Temporal.PlainDate.from('2026-11-23'))).toBe(true)
  })
})

test.each([
  ['waits to be taken in', justArrived],
  ['was taken in', movedHere],
])('the package that %s is one that another service can send', (_, make) => {
  const made = make({ today: Temporal.PlainDate.from('2026-11-21') })
  expect(readPackage(JSON.stringify(made))).toEqual({ ok: true, value: made })
})

test('the package that waits brings every part of a record', () => {
  const made = justArrived({ today: Temporal.PlainDate.from('2026-11-21') })
  expect(Object.keys(packageParts).filter(part => !(part in made))).toEqual([])
})

describe.each([
  ['a Saturday', '2026-11-21T10:00Z'],
  ['a Monday after the clocks changed', '2027-03-29T07:30Z'],
])('on %s', (_, moment) => {
  let database: TestDatabase
  const now = Temporal.Instant.from(moment)
  const count = async (what: string, ...values: string[]) =>
    Number((await database.asOwner(`select count(*)::int as count from ${what}`, values))[0]?.count)

  beforeAll(async () => {
    database = await makeTestDatabase()
    await fillDemonstration(database, () => {}, { years: 1, seed: 2026 }, now)
  })
  afterAll(() => database.close())

  test('everybody who holds a case has a working day', async () => {
    const days = await database.asOwner(
      `select p.name,
        count(*) filter (where a.state = 'planned' and a.starts_at::date = $1::timestamptz::date)::int as today,
        count(*) filter (where a.state = 'planned' and a.starts_at > $1::timestamptz + interval '1 day')::int as ahead,
        count(*) filter (where a.state = 'missed' and a.followed_up_at is null and a.reason_is_acceptable is not true
          and a.starts_at > $1::timestamptz - interval '12 days')::int as missed
      from person_account p join appointment a on a.service_id = p.service_id and a.with_user = p.user_id
      where p.user_id in (select holder_id from involvement where ended_at is null and stage = 'active') group by p.user_id, p.name`,
      [moment],
    )
    expect(days.length).toBeGreaterThan(4)
    for (const day of days)
      for (const what of ['today', 'ahead', 'missed'])
        expect(day[what], `${day.name}: ${what}`).toBeGreaterThan(0)
    expect(await count(`hand_over where from_user is not null and read_at is null`)).toBeGreaterThan(0)
    // For the senior, and for those who say who it is.
    expect(await count(`involvement where stage = 'accepted' and ended_at is null`)).toBeGreaterThan(1)
    expect(await count(`notification where closed_at is null and child_id is null`)).toBeGreaterThan(0)
    expect(await count(`arrived_transfer where settled_at is null`)).toBe(1)
  })

  test('there is something of everything that the pages show', async () => {
    const some = [
      `record_merge where unmerged_at is null`,
      `record_merge where unmerged_at is not null`,
      `child_pair where relation = 'sibling'`,
      `child_pair where relation = 'different'`,
      `group_session`,
      `appointment where session_id is not null and state = 'missed'`,
      `appointment where place_id is not null and travel = 'bus'`,
      `worker_leave where covered_by is not null`,
      `hand_over where from_user is not null and read_at is not null`,
      `sharing_agreement`,
      `information_shared`,
      `attachment`,
      `chronology_mark`,
      `document where state = 'draft'`,
      `document_copy where sha256 <> ''`,
      `list_view`,
      `transfer where handed_out_at is not null`,
      `transferred_entry`,
      `involvement where route_in = 'other-service'`,
      `follow_up_check where result = 'nothing'`,
      `follow_up_check where result = 'something'`,
      `follow_up_offence where verdict = 'further-not-proven' or verdict = 'further-proven'`,
      `child where how_to_talk <> ''`,
    ]
    for (const what of some) expect(await count(what), what).toBeGreaterThan(0)
  })

  test('every long form is there, signed by somebody who may write it', async () => {
    const written = await database.asOwner(
      `select a.form, count(*) filter (where a.state = 'signed')::int as signed, bool_and(p.roles && $1::text[]) as by_who_may
       from assessment a join person_account p on p.service_id = a.service_id and p.user_id = a.begun_by group by a.form`,
      [['officer', 'senior', 'manager', 'speech-therapist', 'health-worker']],
    )
    expect(written.map(({ form }) => form).toSorted()).toEqual(
      practice.assessments.map(({ id }) => id).toSorted(),
    )
    for (const { form, signed, by_who_may } of written) {
      expect(signed, String(form)).toBeGreaterThan(0)
      expect(by_who_may, String(form)).toBe(true)
    }
    const ofColleagues = `assessment a join person_account p on p.service_id = a.service_id and p.user_id = a.begun_by
      where a.form = $1 and not $2 = any (p.roles)`
    expect(await count(ofColleagues, 'communication', 'speech-therapist')).toBe(0)
    expect(await count(ofColleagues, 'physical-health', 'health-worker')).toBe(0)
    const countersignedOwn = `assessment_signing s join assessment_signing c using (service_id, assessment_id)
      where s.kind = 'signed' and c.kind in ('countersigned', 'returned') and s.signed_by = c.signed_by`
    expect(await count(countersignedOwn)).toBe(0)
  })

  test('every form that was signed is complete, and one is half written', async () => {
    const written = await database.asOwner(
      `select a.form, a.wording, a.state, jsonb_object_agg(s.section, s.answers) as sections
       from assessment a join assessment_section s using (service_id, assessment_id) group by a.service_id, a.assessment_id`,
    )
    const missing = written.map(({ form, wording, state, sections }) => {
      const version = findAssessmentForm(practice, String(form))?.versions[String(wording)]
      if (!version) throw new Error(`no wording ${wording} of ${form}`)
      const saved = sections as Record<string, Answers>
      const progress = progressOf(
        version,
        Object.assign({}, ...Object.values(saved)),
        new Set(Object.keys(saved)),
      )
      return { state, isComplete: isComplete(progress) }
    })
    expect(missing.length).toBeGreaterThan(15)
    expect(missing.filter(each => each.state !== 'open' && !each.isComplete)).toEqual([])
    expect(missing.filter(each => !each.isComplete)).toHaveLength(1)
  })

  test('one form was given back with comments, and a judgement of one that waits has changed', async () => {
    const returned = `assessment a join assessment_signing s using (service_id, assessment_id)
      where a.state = 'open' and s.kind = 'returned'
        and exists (select from assessment_comment c where c.assessment_id = a.assessment_id and c.outcome is null)`
    expect(await count(returned)).toBe(1)
    const [waiting] = await database.asOwner(
      `select a.child_id, a.assessment_id, a.service_id from assessment a where a.form = 'review' and a.state = 'sent'`,
    )
    const [childId, assessmentId, serviceId] = ['child_id', 'assessment_id', 'service_id'].map(it =>
      String(waiting?.[it]),
    )
    const [senior] = await database.asOwner(
      `select user_id from person_account where email = 'senior@demo.throughline.invalid'`,
    )
    const context = { serviceId: serviceId ?? '', userId: String(senior?.user_id), purpose: 'Read a form' }
    const changes = await inTransaction(database.db, context, tx =>
      changedJudgements(tx, [{ childId: childId ?? '', assessmentId: assessmentId ?? '' }]),
    )
    expect([...changes.values()].flat()).toHaveLength(1)
  })

  test('no plan was signed that leaves out somebody who was harmed', async () => {
    const plans = await database.asOwner(`
      select p.state, v.known_as from plan p
      join lateral (select distinct on (victim_id) * from victim_voice v where v.service_id = p.service_id
        and v.child_id = p.child_id order by victim_id, recorded_at desc, voice_id desc) v on true
      where p.state in ('sent', 'signed') and v.wishes = '{}' and v.wishes_words = '' and v.no_wishes_reason = ''
        and not exists (select from plan_silence s where s.service_id = p.service_id and s.plan_id = p.plan_id
          and s.victim_id = v.victim_id and s.words <> '' and s.said_at >= v.recorded_at)`)
    expect(plans).toEqual([])
  })

  test('a review is asked for after events, needs are not met, and two quarters have their feedback', async () => {
    expect(
      await count(
        `significant_event e join involvement i using (service_id, child_id) where i.ended_at is null`,
      ),
    ).toBe(3)
    expect(await count(`unmet_need where met_on is null`)).toBeGreaterThan(4)
    expect(await count(`unmet_need where met_on is not null`)).toBeGreaterThan(0)
    const quarters = await database.asOwner(
      `select date_trunc('quarter', given_at at time zone 'Europe/London') as quarter, count(*)::int as count,
        count(*) filter (where answers ?| array['best', 'better'])::int as words
       from feedback where withdrawn_at is null group by 1`,
    )
    expect(quarters.length).toBeGreaterThan(1)
    for (const { words } of quarters) expect(Number(words)).toBeGreaterThan(0)
    expect(await count('said_and_done')).toBeGreaterThan(0)
  })

  test('J Okonkwo has an assessment and a review, both signed', async () => {
    const his = `assessment a join child c using (service_id, child_id)
      where c.family_name = 'Okonkwo' and c.given_name = 'J' and a.state = 'signed' and a.form = $1`
    expect(await count(his, 'prevention-diversion')).toBe(1)
    expect(await count(his, 'review')).toBe(1)
  })

  test.each(['speech-therapist', 'health-worker', 'victim-worker', 'police-officer'])(
    'a %s has a part in cases that are open',
    async role => {
      const part = `case_worker w join person_account p using (service_id, user_id)
        join involvement i using (service_id, involvement_id)
        where w.part = 'co-worker' and w.until_at is null and i.ended_at is null and $1 = any (p.roles)`
      expect(await count(part, role)).toBeGreaterThan(0)
    },
  )

  test.each(['speech-therapist', 'health-worker'])(
    'a %s meets children, and writes down what is found',
    async role => {
      const theirs = (what: string) => `person_account p join ${what} and $1 = any (p.roles)`
      expect(
        await count(theirs(`appointment a on a.with_user = p.user_id and a.state = 'planned'`), role),
      ).toBeGreaterThan(0)
      expect(
        await count(theirs(`appointment a on a.with_user = p.user_id and a.state = 'kept'`), role),
      ).toBeGreaterThan(0)
      expect(await count(theirs('note n on n.written_by = p.user_id'), role)).toBeGreaterThan(0)
    },
  )

  test('nothing is done on a day on which nobody works, but for what stands on today', async () => {
    const done = await database.asOwner(
      `select 'step ' || step as what, happened_at as at from milestone
       union all select 'appointment', starts_at from appointment
       union all select 'appointment followed up', followed_up_at from appointment where followed_up_at is not null
       union all select 'note', happened_at from note
       union all select 'hand-over', given_at from hand_over
       union all select 'look for further offences', checked_on::timestamptz from follow_up_check
       union all select 'arrival', received_at from notification
       union all select 'part of a form', saved_at from assessment_section
       union all select 'form ' || kind, signed_at from assessment_signing
       union all select 'comment on a form', written_at from assessment_comment
       union all select 'event written down', recorded_at from significant_event
       union all select 'need found', recorded_at from unmet_need
       union all select 'feedback', given_at from feedback`,
    )
    const onFreeDays = done
      .map(({ what, at }) => ({ what, day: dayInUk(Temporal.Instant.from((at as Date).toISOString())) }))
      .filter(({ day }) => !isWorkedOn(day) && !day.equals(dayInUk(now)))
    expect(done.length).toBeGreaterThan(500)
    expect(onFreeDays.map(({ what, day }) => `${what} on ${day}`)).toEqual([])
  })

  test('children are met at school while it is open, and each worker is in one place at a time', async () => {
    const met = await database.asOwner(`select starts_at from appointment where kind = 'school'`)
    const days = met.map(({ starts_at }) => dayInUk(Temporal.Instant.from((starts_at as Date).toISOString())))
    expect(days.length).toBeGreaterThan(0)
    expect(days.filter(day => !isInTerm(day)).map(String)).toEqual([])
    expect(
      await count(
        `appointment a join appointment b on b.service_id = a.service_id and b.with_user = a.with_user
           and b.appointment_id > a.appointment_id and b.session_id is null
         where a.session_id is null and b.starts_at < a.starts_at + a.minutes * interval '1 minute'
           and a.starts_at < b.starts_at + b.minutes * interval '1 minute'`,
      ),
    ).toBe(0)
  })

  test('nobody is met twice at one time, and nothing is recorded before it happens', async () => {
    expect(
      await count(
        `(select from appointment where state <> 'cancelled' group by child_id, starts_at having count(*) > 1) twice`,
      ),
    ).toBe(0)
    expect(await count(`appointment where state in ('kept', 'missed') and starts_at > $1`, moment)).toBe(0)
  })
})
