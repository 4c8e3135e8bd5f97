import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  hiddenValue,
  makeTestService,
  type TestPerson,
  type TestService,
  testNow,
} from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let senior: TestPerson
let manager: TestPerson
let away: TestPerson
let therapist: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
  manager = await service.person('manager', 'Mara Manager')
  away = await service.person('officer', 'Alma Away')
  therapist = await service.person('speech-therapist', 'Thea Therapist')
  // Monday to Friday, after the Saturday on which the tests begin.
  const leave = { from: '23/11/2026', until: '27/11/2026', cover: therapist.userId }
  const entered = await senior.fill(`/team/${away.userId}/leave/add`, leave)
  expect(entered.location).toBe(`/team/${away.userId}`)
})
afterAll(() => service.close())

/** Some days after the Saturday; whoever has signed in still is. */
async function dayIs(days: number) {
  service.clock.now = testNow.add({ hours: 24 * days })
  await service.asOwner('update session set started_at = $1, seen_at = $1', [service.clock.now.toString()])
}

/** A case held by whoever is away, with an appointment in the week of the leave. */
async function caseOf(familyName: string) {
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  return service.as(manager, async tx => {
    const childId = await addChild(tx, { serviceId, givenName: 'Cover', familyName })
    const case_ = await openCase(tx, {
      serviceId,
      childId,
      pathway,
      routeIn: 'police-notification',
      step: 'receive',
      answers: {},
      at: Temporal.Instant.from('2026-11-09T09:00:00Z'),
      by: senior.userId,
    })
    if (!case_.ok) throw new Error(case_.reason.kind)
    await tx
      .insertInto('case_worker')
      .values({
        service_id: serviceId,
        child_id: childId,
        involvement_id: case_.value,
        user_id: away.userId,
        part: 'holder',
        from_at: Temporal.Instant.from('2026-11-10T09:00:00Z'),
      })
      .execute()
    await tx
      .updateTable('involvement')
      .set({ holder_id: away.userId })
      .where('involvement_id', '=', case_.value)
      .execute()
    await tx
      .insertInto('appointment')
      .values({
        service_id: serviceId,
        child_id: childId,
        involvement_id: case_.value,
        with_user: away.userId,
        kind: 'office',
        starts_at: Temporal.Instant.from('2026-11-24T10:00:00Z'),
        minutes: 30,
        place: `Room of ${familyName}`,
      })
      .execute()
    return { childId, record: `/children/${childId}/details` }
  })
}

describe('whoever covers', () => {
  it('has the cases, what is due and the appointments in those days only, marked as somebody else’s', async () => {
    const { record } = await caseOf('Weekly')
    await dayIs(0)
    expect((await therapist.get(record)).status).toBe(404)
    expect((await therapist.get('/')).text).not.toContain('Cover Weekly')

    await dayIs(3)
    expect((await therapist.get(record)).status).toBe(200)
    const { text } = await therapist.get('/')
    expect(text).toContain('You cover for Alma Away until 27 November 2026')
    expect(text).toContain('Covering for Alma Away')
    expect(text).toContain('Room of Weekly')
    expect(text).toContain('Screening and assessment of suitability')
    expect((await senior.get('/team')).text).toContain('Thea Therapist covers')
    const week = await therapist.get('/week')
    expect(week.text).toMatch(/Room of Weekly\s*\. Covering for Alma Away/)

    await dayIs(7)
    expect((await therapist.get('/week?day=2026-11-24')).text).not.toContain('Room of Weekly')
    expect((await therapist.get(record)).status).toBe(404)
    expect((await therapist.get('/')).text).not.toContain('Cover Weekly')
  })

  it('follows up what was missed before the leave began', async () => {
    const { childId } = await caseOf('Before')
    await service.asOwner(
      `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place, state, missed_reason, reason_is_acceptable)
       select service_id, child_id, involvement_id, with_user, kind, '2026-11-20T10:00Z', minutes, place, 'missed', 'Not known', false
       from appointment where child_id = $1`,
      [childId],
    )
    await dayIs(3)
    expect((await therapist.get('/')).text).toMatch(/Missed, not followed up \(1\).*Cover Before.*Follow up/)
    await dayIs(7)
    expect((await therapist.get('/')).text).not.toContain('Cover Before')
  })

  it('does not come into a restricted record for which they are not named; the senior is told how many', async () => {
    const { childId, record } = await caseOf('Walled')
    await dayIs(3)
    await service.asOwner(
      `with named as (insert into child_access (service_id, child_id, user_id)
         values ($1, $2, $3), ($1, $2, $4))
       insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
      [service.serviceId, childId, manager.userId, away.userId],
    )
    expect((await therapist.get(record)).status).toBe(404)
    expect((await therapist.get('/')).text).not.toContain('Walled')
    const page = await senior.get(`/team/${away.userId}`)
    expect(page.text).not.toContain('Cover Walled')
    expect(page.text).toContain('1 case of records that are not open to you')
    expect((await manager.get(`/team/${away.userId}`)).text).toContain(
      'Cover Walled : whoever covers is not named for this restricted record',
    )
  })

  it('does not come into the record of a child with whom they have a conflict of interest, and is not told of it', async () => {
    const { childId, record } = await caseOf('Kin')
    await dayIs(3)
    const before = (await therapist.get('/')).text.match(/Only records that are open to you/g)
    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
      [service.serviceId, childId, therapist.userId],
    )
    expect((await therapist.get(record)).status).toBe(404)
    const day = await therapist.get('/')
    expect(day.text).not.toContain('Cover Kin')
    // The words are the same whether something is left out or not.
    expect(day.text.match(/Only records that are open to you/g)).toEqual(before)
    expect((await senior.get(`/team/${away.userId}`)).text).toContain(
      'Cover Kin : whoever covers has a conflict of interest',
    )
  })

  it('gives cover to nobody else', async () => {
    const { record } = await caseOf('Chained')
    const nurse = await service.person('health-worker', 'Nia Nurse')
    await dayIs(3)
    const leave = { from: '23/11/2026', until: '27/11/2026', cover: nurse.userId }
    const entered = await senior.fill(`/team/${therapist.userId}/leave/add`, leave)
    expect(entered.status).toBe(303)
    expect((await nurse.get(record)).status).toBe(404)
  })
})

describe('leave', () => {
  it('is entered once for a day, and the page says what is there', async () => {
    const again = { from: '27/11/2026', until: '30/11/2026', cover: '' }
    const refused = await senior.fill(`/team/${away.userId}/leave/add`, again)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(
      'There is leave in these days already: 23 November 2026 to 27 November 2026',
    )
  })

  it('is entered by the worker without saying who covers: that opens records, and a senior decides it', async () => {
    await dayIs(0)
    const officer = await service.person('officer', 'Otis Officer')
    const own = { from: '1/12/2026', until: '2/12/2026', cover: officer.userId }
    expect((await away.fill('/profile/leave/add', own)).location).toBe('/')
    expect((await senior.get(`/team/${away.userId}`)).text).toContain('1 December 2026 to 2 December 2026')
    const [row] = await service.asOwner(`select covered_by from worker_leave where from_on = '2026-12-01'`)
    expect(row).toEqual({ covered_by: null })
    expect((await away.get(`/team/${away.userId}/leave/add`)).status).toBe(403)
  })
})

describe('whoever covers and is away too', () => {
  /** Leave entered through the page, in November: the words of the page that shows it. */
  async function leaveOf(worker: TestPerson, [from, until]: [number, number], cover?: TestPerson) {
    const said = { from: `${from}/11/2026`, until: `${until}/11/2026`, cover: cover?.userId ?? '' }
    const entered = await senior.fill(`/team/${worker.userId}/leave/add`, said)
    expect(entered.status).toBe(303)
    return (await senior.get(`/team/${worker.userId}`)).text
  }
  const uncovered = async () => (await senior.get('/team?only=uncovered')).html

  it('leaves the shared days open, for as long as they are shared, whoever entered leave first', async () => {
    await dayIs(0)
    const ffion = await service.person('officer', 'Ffion First')
    const dilys = await service.person('officer', 'Dilys Second')
    await leaveOf(dilys, [21, 24])
    expect((await senior.get(`/team/${ffion.userId}/leave/add`)).text).toContain(
      'Dilys Second (away 21 November 2026 to 24 November 2026)',
    )
    expect(await leaveOf(ffion, [23, 25], dilys)).toContain(
      '23 November 2026 to 24 November 2026 : whoever covers is on leave too',
    )
    await dayIs(2)
    expect(await uncovered()).toContain(ffion.userId)
    expect((await senior.get('/team')).text).toContain('Dilys Second is on leave too')
    await dayIs(4)
    expect(await uncovered()).not.toContain(ffion.userId)

    await dayIs(0)
    const [row] = await service.asOwner('select leave_id from worker_leave where user_id = $1', [
      dilys.userId,
    ])
    await senior.fill(`/team/${dilys.userId}/leave/${row?.leave_id}/end`, {})
    const { text } = await senior.get(`/team/${ffion.userId}`)
    expect(text).not.toContain('is on leave too')
    expect(text).toContain('Dilys Second Nothing')
  })

  it('is said for whom, and on which days, when leave of theirs is entered afterwards', async () => {
    await dayIs(0)
    const robin = await service.person('officer', 'Robin Covers')
    const dilys = await service.person('officer', 'Dilys Covered')
    await leaveOf(dilys, [23, 27], robin)
    const page = await leaveOf(robin, [24, 25])
    expect(page).toContain('Robin Covers covers for:')
    expect(page).toMatch(
      /Dilys Covered , 23 November 2026 to 27 November 2026\. Nobody covers 24 November 2026 to 25 November 2026/,
    )
    expect((await senior.get(`/team/${dilys.userId}`)).text).toContain(
      '24 November 2026 to 25 November 2026 : whoever covers is on leave too',
    )
    expect((await dilys.get('/profile/leave/add')).text).toContain(
      'Robin Covers covers, but not 24 November 2026 to 25 November 2026',
    )
  })

  it('is told so when they enter their own leave', async () => {
    await dayIs(0)
    const robin = await service.person('officer', 'Rhys Covers')
    const dilys = await service.person('officer', 'Dora Covered')
    await leaveOf(dilys, [23, 27], robin)
    const own = { from: '27/11/2026', until: '28/11/2026' }
    expect((await robin.fill('/profile/leave/add', own)).location).toBe('/profile/leave/add')
    expect((await robin.get('/profile/leave/add')).text).toMatch(
      /Dora Covered , 23 November 2026 to 27 November 2026\. Nobody covers 27 November 2026/,
    )
    const later = { from: '30/11/2026', until: '30/11/2026' }
    expect((await robin.fill('/profile/leave/add', later)).location).toBe('/')
  })
})

describe('leave that has begun', () => {
  /** Leave of somebody new, covered, from Monday to Friday of the week after. */
  async function entered() {
    const worker = await service.person('officer')
    const nurse = await service.person('health-worker')
    const said = { from: '23/11/2026', until: '27/11/2026', cover: nurse.userId }
    await senior.fill(`/team/${worker.userId}/leave/add`, said)
    const [row] = await service.asOwner('select leave_id from worker_leave where user_id = $1', [
      worker.userId,
    ])
    const at = `/team/${worker.userId}/leave/${row?.leave_id}`
    return { worker, said, change: at, end: `${at}/end` }
  }

  it('can only be shortened, since somebody had access by it', async () => {
    await dayIs(0)
    const { worker, said, change, end } = await entered()
    expect((await senior.get(`/team/${worker.userId}`)).text).toContain('Take back')
    await dayIs(4)
    const sent = await senior.get(end)
    expect(sent.location).toBe(change)
    expect((await senior.get(`/team/${worker.userId}`)).text).not.toContain('Take back')
    expect((await senior.get(change)).text).toContain('it can only be shortened')
    const moved = await senior.fill(change, { ...said, from: '24/11/2026' })
    expect(moved.status).toBe(422)
    expect(moved.text).toContain('its first day stays as it is')
    expect((await senior.fill(change, { ...said, until: '25/11/2026' })).status).toBe(303)
    await dayIs(0)
  })

  it('by which the wrong person covers from its first day: the cover ends at once, and somebody else is named', async () => {
    const { record } = await caseOf('Misclick')
    await service.asOwner('update worker_leave set covered_by = null where user_id = $1', [away.userId])
    const wrong = await service.person('speech-therapist', 'Wanda Wrong')
    const right = await service.person('speech-therapist')
    await dayIs(2)
    const [row] = await service.asOwner(
      'select leave_id from worker_leave where user_id = $1 and from_on = $2',
      [...[away.userId, '2026-11-23']],
    )
    const change = `/team/${away.userId}/leave/${row?.leave_id}`
    const said = { from: '23/11/2026', until: '27/11/2026' }
    await senior.fill(change, { ...said, cover: wrong.userId })
    expect((await wrong.get(record)).text).toContain('Misclick')
    const refused = await senior.fill(change, { ...said, cover: right.userId })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('End the cover first')
    expect((await wrong.get(`${change}/end-cover`)).status).toBe(403)

    expect((await senior.fill(`${change}/end-cover`, {})).location).toBe(`/team/${away.userId}`)
    expect((await wrong.get(record)).status).toBe(404)
    expect((await wrong.get('/')).text).not.toContain('You cover for')
    expect((await senior.get(`/team/${away.userId}`)).text).toContain(
      'Wanda Wrong covered from 23 November 2026 until',
    )
    expect((await senior.get(`${change}/end-cover`)).location).toBe(`/team/${away.userId}`)
    expect((await senior.fill(change, { ...said, cover: right.userId })).status).toBe(303)
    expect((await right.get('/')).text).toContain('You cover for Alma Away')
    expect((await right.get(record)).text).toContain('Misclick')

    // Two days later the days that are over stay as they were, and the others are open.
    await dayIs(4)
    expect((await senior.fill(`${change}/end-cover`, {})).status).toBe(303)
    const days = await service.asOwner(
      `select from_on::text, until_on::text, covered_by from worker_leave where user_id = $1 and from_on < '2026-12-01'
       order by from_on`,
      [away.userId],
    )
    expect(days).toEqual([
      { from_on: '2026-11-23', until_on: '2026-11-24', covered_by: right.userId },
      { from_on: '2026-11-25', until_on: '2026-11-27', covered_by: null },
    ])
    expect((await right.get(record)).status).toBe(404)
    await dayIs(0)
  })

  it('is not taken back over somebody who has changed it since', async () => {
    await dayIs(0)
    const { worker, said, change, end } = await entered()
    const opened = await senior.get(end)
    await manager.fill(change, { ...said, until: '30/11/2026' })
    const marks = ['_csrf', '_version', '_was'].map(name => [name, hiddenValue(opened.html, name) ?? ''])
    const collided = await senior.post(end, Object.fromEntries(marks))
    expect(collided.status).toBe(409)
    expect(
      await service.asOwner('select from worker_leave where user_id = $1', [worker.userId]),
    ).toHaveLength(1)
    expect((await senior.fill(end, {})).status).toBe(303)
    expect(
      await service.asOwner('select from worker_leave where user_id = $1', [worker.userId]),
    ).toHaveLength(0)
  })

  it('that is over stands in the way of leave entered afterwards for the same days', async () => {
    await dayIs(0)
    const { worker, said } = await entered()
    await dayIs(9)
    const again = await senior.fill(`/team/${worker.userId}/leave/add`, { ...said, until: '2/12/2026' })
    expect(again.text).toContain('There is leave in these days already')
    await dayIs(0)
  })
})

describe('the profile of a worker', () => {
  it('is edited by the person and by seniors, and by nobody else', async () => {
    await senior.fill('/team/lists/add', { kind: 'language', title: 'Polish' })
    const twice = await senior.fill('/team/lists/add', { kind: 'language', title: 'polish' })
    expect(twice.text).toContain('It is on the list already')
    const [term] = await service.asOwner(`select term_id from work_term where title = 'Polish'`)
    const officer = await service.person('officer', 'Oda Officer')
    const said = { hours: '18.5', days: ['mon', 'tue'], language: [String(term?.term_id)] }
    expect((await officer.fill('/profile', said)).status).toBe(303)
    const page = await senior.get(`/team/${officer.userId}`)
    expect(page.text).toContain('18.5 hours a week, Monday, Tuesday')
    expect(page.text).toContain('Polish')
    expect((await senior.fill(`/team/${officer.userId}/profile`, { ...said, hours: '37' })).status).toBe(303)
    expect((await officer.get('/profile')).html).toContain('value="37"')
    expect((await officer.get(`/team/${away.userId}/profile`)).status).toBe(403)
    expect((await (await service.person('analyst')).get('/profile')).status).toBe(403)
  })

  it('that two change at once shows both versions', async () => {
    const officer = await service.person('officer')
    await officer.fill('/profile', { hours: '20' })
    const stale = { hours: '30', _version: '0' }
    const collided = await senior.post(`/team/${officer.userId}/profile`, stale)
    expect(collided.status).toBe(409)
  })

  it('is not there for an address that is none', async () => {
    for (const id of ['xyz', '1e20', service.serviceId]) {
      expect((await senior.get(`/team/${id}`)).status).toBe(404)
      expect((await senior.get(`/team/${id}/profile`)).status).toBe(404)
      expect((await senior.get(`/team/${id}/leave/add`)).status).toBe(404)
      expect((await senior.get(`/team/${id}/hand-over`)).status).toBe(404)
    }
  })
})
