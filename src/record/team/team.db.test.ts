import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { heldCase } from './heldCase.testkit.ts'

let service: TestService
let senior: TestPerson
let leaver: TestPerson
let next: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
  leaver = await service.person('officer', 'Lee Leaver')
  next = await service.person('officer', 'Nadia Next')
})
afterAll(() => service.close())

/** The cells of somebody's row on the team page. */
function rowOf(html: string, name: string): string {
  const row = html.split('<tr').find(each => each.includes(name)) ?? ''
  return row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

describe('the team', () => {
  it('is for seniors and managers', async () => {
    const manager = await service.person('manager')
    for (const person of [senior, manager]) expect((await person.get('/team')).status).toBe(200)
    expect((await senior.get('/')).html).toContain('href="/team"')
    for (const role of ['officer', 'business-support', 'inspector', 'administrator'] as const) {
      const person = await service.person(role)
      expect((await person.get('/team')).status, role).toBe(403)
      expect((await person.get(`/team/${leaver.userId}`)).status, role).toBe(403)
      expect((await person.get(`/team/${leaver.userId}/hand-over`)).status, role).toBe(403)
    }
  })

  it('says of each what they carry and what is due, as it stands on their day', async () => {
    await heldCase(service, 'Overdue', leaver)
    await service.asOwner(
      `insert into worker_profile (service_id, user_id, minutes_a_week) values ($1, $2, 2220)`,
      [service.serviceId, leaver.userId],
    )
    const { html } = await senior.get('/team')
    // Ten working days from 2 November have passed; fifteen end on Monday 23 November.
    expect(rowOf(html, 'Lee Leaver')).toMatch(/Lee Leaver Youth justice officer 1 5 of 80 1 1 0 0/)
    expect(rowOf(html, 'Nadia Next')).toMatch(/Nadia Next Youth justice officer 0, hours not known/)
    expect(html).toMatch(/Nobody on their list \(\d+\)/)
    expect(html.indexOf('Nobody on their list')).toBeLessThan(html.indexOf('Nadia Next'))
    expect(html.indexOf('Lee Leaver')).toBeLessThan(html.indexOf('Nobody on their list'))
    const odd = await senior.get('/team?role=nonsense')
    expect(odd.text).toContain('the filter “Role” does not know')
    expect(odd.text).toContain('Lee Leaver')
    const page = await senior.get(`/team/${leaver.userId}`)
    const own = await leaver.get('/')
    for (const { text } of [page, own]) {
      expect(text).toContain('Overdue and due today (1)')
      expect(text).toContain('Due later this week (1)')
      expect(text).toContain('Screening and assessment of suitability')
    }
  })

  it('counts each thing that is due once: with whoever holds, covers or follows up, and not with all who work in the case', async () => {
    const holder = await service.person('officer', 'Hal Holder')
    const therapist = await service.person('speech-therapist', 'Thea Therapist')
    const cover = await service.person('officer', 'Cora Cover')
    const { childId, involvementId } = await heldCase(service, 'Shared', holder)
    const unheld = await heldCase(service, 'Nobodys', holder)
    await service.asOwner('delete from case_worker where involvement_id = $1', [unheld.involvementId])
    await service.asOwner('update involvement set holder_id = null where involvement_id = $1', [
      unheld.involvementId,
    ])
    await service.asOwner(
      `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
       values ($1, $2, $3, $4, 'co-worker', '2026-11-03T09:00Z')`,
      [service.serviceId, childId, involvementId, therapist.userId],
    )
    const dueOf = async (name: string) =>
      /(\d+) (\d+) \d+ \d+ \d+ \d+ *$/.exec(rowOf((await senior.get('/team')).html, name))?.slice(1)
    expect(await dueOf('Hal Holder')).toEqual(['1', '1'])
    expect(await dueOf('Thea Therapist')).toEqual(['0', '0'])
    expect(rowOf((await senior.get('/team')).html, 'Without a worker')).toMatch(/Without a worker 1 1/)
    // Lee, Hal and nobody: the same as in the line of each.
    expect(rowOf((await senior.get('/team')).html, '>Total<')).toMatch(/Total 3 3/)
    // What stands behind the number is the same, and what others owe stands apart.
    const beside = await senior.get(`/team/${therapist.userId}`)
    expect(beside.text).toContain('Nothing is due this week')
    expect(beside.text).toContain('For others to do in these cases (2)')
    await service.asOwner(
      `insert into worker_leave (service_id, user_id, from_on, until_on, covered_by)
       values ($1, $2, '2026-11-01', '2026-12-31', $3)`,
      [service.serviceId, holder.userId, cover.userId],
    )
    expect(rowOf((await senior.get('/team')).html, 'Hal Holder')).toMatch(
      /officer 1 5, hours not known 0 0 0 0/,
    )
    expect(await dueOf('Cora Cover')).toEqual(['1', '1'])
    expect((await cover.get('/')).text).toContain('Overdue and due today (1)')
    expect((await senior.get(`/team/${holder.userId}`)).text).toContain('For others to do in these cases (2)')
    await service.asOwner(
      `insert into appointment (service_id, child_id, involvement_id, kind, starts_at, minutes, place, with_user, state,
         missed_reason, reason_is_acceptable, recorded_at)
       values ($1, $2, $3, 'office', '2026-11-12T09:00Z', 30, 'office', $4, 'missed', 'Not said', false,
         '2026-11-12T10:00Z')`,
      [service.serviceId, childId, involvementId, therapist.userId],
    )
    expect((await dueOf('Thea Therapist'))?.[0]).toBe('1')
    expect((await senior.get(`/team/${therapist.userId}`)).text).toContain('Overdue and due today (1)')
    await service.asOwner('delete from worker_leave')
  })

  it('tells a senior nothing of a child whom they may not know of, in no number either', async () => {
    const { childId } = await heldCase(service, 'Hidden', leaver)
    const manager = await service.person('manager')
    await service.asOwner(
      `with named as (insert into child_access (service_id, child_id, user_id) values ($1, $2, $3), ($1, $2, $4))
       insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
      [service.serviceId, childId, manager.userId, leaver.userId],
    )
    const team = await senior.get('/team')
    expect(rowOf(team.html, 'Lee Leaver')).toMatch(/officer 1 5 of 80 1 1/)
    // The same words whether something is left out or not.
    expect(team.text).toContain('Load counts the cases that are open to you:')
    expect((await manager.get('/team')).text).toContain('Load counts the cases that are open to you:')
    expect(rowOf((await manager.get('/team')).html, 'Lee Leaver')).toMatch(/officer 2 10 of 80 2 2/)
    const worker = await senior.get(`/team/${leaver.userId}`)
    expect(worker.text).not.toContain('Team Hidden')
    expect(worker.text).toContain('Load: 5 points of 80')
    expect((await leaver.get('/profile/load')).text).toContain('Load: 10 points of 80')
  })

  it('is ordered and narrowed by its address', async () => {
    const { text } = await senior.get('/team?sort=-load')
    expect(text.indexOf('Lee Leaver')).toBeLessThan(text.indexOf('Nadia Next'))
    const overdue = await senior.get('/team?only=overdue')
    expect(overdue.html).toContain(leaver.userId)
    expect(overdue.html).not.toContain(next.userId)
    for (const odd of ['?only=constructor', '?sort=constructor', '?role=king', '?term=Latin'])
      expect((await senior.get(`/team${odd}`)).status, odd).toBe(200)
  })
})
