import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenValue, type TestPerson } from '../../app/testkit/service.ts'
import { makeWorkforce, type Workforce } from './workforce.testkit.ts'

let service: Workforce['service']
let senior: Workforce['senior']
let manager: Workforce['manager']
let away: Workforce['away']
let therapist: Workforce['therapist']
let dayIs: Workforce['dayIs']
let caseOf: Workforce['caseOf']

beforeAll(async () => {
  ;({ service, senior, manager, away, therapist, dayIs, caseOf } = await makeWorkforce())
})
afterAll(() => service.close())

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

describe('whoever covers and is away too', () => {
  /**
   * Leave entered through the page, in November, and once more where a warning comes first, as by a senior who means it all the
   * same: the words of the page that shows it.
   */
  async function leaveOf(worker: TestPerson, [from, until]: [number, number], cover?: TestPerson) {
    const said = { from: `${from}/11/2026`, until: `${until}/11/2026`, cover: cover?.userId ?? '' }
    const address = `/team/${worker.userId}/leave/add`
    const first = await senior.fill(address, said)
    const mark = hiddenValue(first.html, '_checked')
    const entered = mark === undefined ? first : await senior.fill(address, { ...said, _checked: mark })
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

  it('is asked about before it is saved, where leave is entered and where it is changed', async () => {
    await dayIs(0)
    const ffion = await service.person('officer', 'Fern First')
    const dilys = await service.person('officer', 'Della Second')
    await leaveOf(dilys, [21, 24])
    const said = { from: '23/11/2026', until: '25/11/2026', cover: dilys.userId }
    const words = 'Della Second is on leave too, 23 November 2026 to 24 November 2026'
    const kept = () =>
      service.asOwner('select leave_id, covered_by from worker_leave where user_id = $1', [ffion.userId])
    expect((await senior.fill(`/team/${ffion.userId}/leave/add`, said)).text).toContain(words)
    expect(await kept()).toEqual([])
    await leaveOf(ffion, [23, 25])
    const [row] = await kept()
    const changed = await senior.fill(`/team/${ffion.userId}/leave/${row?.leave_id}`, said)
    expect(changed.text).toContain(words)
    expect(await kept()).toMatchObject([{ covered_by: null }])
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
