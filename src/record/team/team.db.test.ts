import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'

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

/** A case in the stage in which the work goes on, held by somebody. */
async function heldCase(familyName: string, holder: TestPerson, stage = 'active') {
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  const [childId, involvementId] = await service.as(senior, async tx => {
    const child = await addChild(tx, { serviceId, givenName: 'Team', familyName })
    const case_ = await openCase(tx, {
      serviceId,
      childId: child,
      pathway,
      routeIn: 'police-notification',
      step: 'receive',
      answers: {},
      at: Temporal.Instant.from('2026-11-02T09:00:00Z'),
      by: senior.userId,
    })
    if (!case_.ok) throw new Error(case_.reason.kind)
    return [child, case_.value]
  })
  await service.asOwner('update involvement set stage = $2, holder_id = $3 where involvement_id = $1', [
    involvementId,
    stage,
    holder.userId,
  ])
  await service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     values ($1, $2, $3, $4, 'holder', '2026-11-03T09:00Z')`,
    [serviceId, childId, involvementId, holder.userId],
  )
  return { childId, involvementId }
}

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
    await heldCase('Overdue', leaver)
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
      expect(text).toContain('Due this week (2)')
      expect(text).toContain('Screening and assessment of suitability')
    }
  })

  it('counts a child whom the senior may not know of in the load, and names it nowhere', async () => {
    const { childId } = await heldCase('Hidden', leaver)
    const manager = await service.person('manager')
    await service.asOwner(
      `with named as (insert into child_access (service_id, child_id, user_id) values ($1, $2, $3), ($1, $2, $4))
       insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
      [service.serviceId, childId, manager.userId, leaver.userId],
    )
    expect(rowOf((await senior.get('/team')).html, 'Lee Leaver')).toMatch(/officer 2 10 of 80 1 1/)
    expect(rowOf((await manager.get('/team')).html, 'Lee Leaver')).toMatch(/officer 2 10 of 80 2 2/)
    expect((await senior.get(`/team/${leaver.userId}`)).text).not.toContain('Team Hidden')
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

describe('several cases at once', () => {
  it('go to the next worker with a note of each; those not chosen stay', async () => {
    const one = await heldCase('First', leaver)
    const two = await heldCase('Second', leaver)
    const stays = await heldCase('Third', leaver)
    const early = await heldCase('Early', leaver, 'notified')
    const page = await senior.get(`/team/${leaver.userId}/hand-over`)
    expect(page.text).toContain('No step hands these over where they stand now: Team Early')
    const noteOf = ({ involvementId }: { involvementId: string }, words: string) => ({
      [`why-changed--${involvementId}`]: 'Lee leaves',
      [`matters-now--${involvementId}`]: words,
      [`promised--${involvementId}`]: 'Nothing',
      [`change-child-told--${involvementId}`]: 'not-yet',
      [`change-child-told--${involvementId}-reason-not-yet`]: 'Nadia, on Monday',
      [`change-parent-told--${involvementId}`]: 'yes',
    })
    const chosen = {
      to: next.userId,
      cases: [one.involvementId, two.involvementId],
      ...noteOf(one, 'Loves chess'),
      ...noteOf(two, 'Afraid of dogs'),
    }
    const incomplete = await senior.fill(`/team/${leaver.userId}/hand-over`, {
      ...chosen,
      [`matters-now--${two.involvementId}`]: '',
    })
    expect(incomplete.status).toBe(422)
    expect(incomplete.text).toContain('Say what matters now')
    const handed = await senior.fill(`/team/${leaver.userId}/hand-over`, chosen)
    expect(handed.location).toBe(`/team/${leaver.userId}`)
    const holders = await service.asOwner(
      `select involvement_id, holder_id from involvement where involvement_id = any ($1)`,
      [[one, two, stays, early].map(({ involvementId }) => involvementId)],
    )
    const holds = new Map(holders.map(row => [row.involvement_id, row.holder_id]))
    expect(holds.get(one.involvementId)).toBe(next.userId)
    expect(holds.get(two.involvementId)).toBe(next.userId)
    expect(holds.get(stays.involvementId)).toBe(leaver.userId)
    expect(holds.get(early.involvementId)).toBe(leaver.userId)
    expect((await next.get('/')).text).toContain('New (2)')
    const record = `/children/${two.childId}/cases/${two.involvementId}`
    const link = new RegExp(`${record}/hand-overs/[0-9a-f-]+`).exec((await next.get('/')).html)?.[0] ?? ''
    const read = await next.get(link)
    expect(read.text).toContain('Afraid of dogs')
    expect(read.text).toContain('Nadia, on Monday')
    expect(read.text).not.toContain('Loves chess')
  })

  it('take their planned appointments with them unless a tick is taken away', async () => {
    const it_ = await heldCase('Planned', leaver)
    const [row] = await service.asOwner(
      `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place)
       values ($1, $2, $3, $4, 'office', '2026-11-25T10:00Z', 30, 'Blue room') returning appointment_id`,
      [service.serviceId, it_.childId, it_.involvementId, leaver.userId],
    )
    const { html } = await senior.get(`/team/${leaver.userId}/hand-over`)
    const boxes = html.match(/<input[^>]*>/g) ?? []
    const box = boxes.find(each => each.includes(`value="${row?.appointment_id}"`))
    expect(box).toMatch(/ checked/)
    expect(boxes.find(each => each.includes(`value="${it_.involvementId}"`))).not.toMatch(/ checked/)
  })

  it('go together or not at all: where one cannot be taken, none goes', async () => {
    const open = await heldCase('Open', leaver)
    const kin = await heldCase('Kin', leaver)
    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
      [service.serviceId, kin.childId, next.userId],
    )
    const answers = [open, kin].flatMap(({ involvementId: id }) => [
      [`why-changed--${id}`, 'Lee leaves'],
      [`matters-now--${id}`, 'Much'],
      [`promised--${id}`, 'Nothing'],
      [`change-child-told--${id}`, 'yes'],
      [`child-told--${id}`, 'Well'],
      [`change-parent-told--${id}`, 'yes'],
    ])
    const refused = await senior.fill(`/team/${leaver.userId}/hand-over`, {
      to: next.userId,
      cases: [open.involvementId, kin.involvementId],
      ...Object.fromEntries(answers),
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Team Kin: whoever you chose cannot take this case')
    const [row] = await service.asOwner('select holder_id from involvement where involvement_id = $1', [
      open.involvementId,
    ])
    expect(row?.holder_id).toBe(leaver.userId)
  })
})
