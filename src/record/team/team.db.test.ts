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
    expect(rowOf(html, 'Nadia Next')).toMatch(/Nadia Next Youth justice officer 0 0, hours not known 0 0 0 0/)
    const page = await senior.get(`/team/${leaver.userId}`)
    const own = await leaver.get('/')
    for (const { text } of [page, own]) {
      expect(text).toContain('Overdue and due today (1)')
      expect(text).toContain('Due later this week (1)')
      expect(text).toContain('Screening and assessment of suitability')
    }
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
