import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let senior: TestPerson
let manager: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
  manager = await service.person('manager', 'Mara Manager')
})
afterAll(() => service.close())

/** A case that has been accepted and waits for a worker. */
async function acceptedCase() {
  const { serviceId } = service
  const childId = await service.as(manager, tx =>
    addChild(tx, { serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  const [row] = await service.asOwner(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
     values ($1, $2, 'diversion', 'police-notification', 'accepted', '2026-11-02T09:00Z') returning involvement_id`,
    [serviceId, childId],
  )
  const involvementId = String(row?.involvement_id)
  const recorded = [
    ['receive', 'notified', {}],
    ['screen', 'screened', {}],
    ['decide', 'decided', { decision: 'offer' }],
    ['offer', 'offered', {}],
    ['accept', 'accepted', {}],
  ] as const
  for (const [step, stage, answers] of recorded) {
    await service.asOwner(
      `insert into milestone (service_id, child_id, involvement_id, step, stage, happened_at, recorded_by, answers, words)
       values ($1, $2, $3, $4, $5, '2026-11-02T09:00Z', $6, $7, '{"done": "Done", "said": []}')`,
      [serviceId, childId, involvementId, step, stage, senior.userId, JSON.stringify(answers)],
    )
  }
  return { childId, at: `/children/${childId}/cases/${involvementId}` }
}

const restrict = (childId: string, people: TestPerson[]) =>
  manager.fill(`/children/${childId}/safety/restrict`, {
    reason: 'Family of a colleague',
    people: people.map(({ userId }) => userId),
  })

describe('a health worker who is named as the worker of a case', () => {
  it('finds it among her cases and starts the work', async () => {
    const nurse = await service.person('health-worker', 'Hana Health')
    const { at } = await acceptedCase()
    const worker = { 'happened-on': '19/11/2026', worker: nurse.userId }
    expect((await senior.fill(`${at}/steps/allocate`, worker)).status).toBe(303)
    const day = await nurse.get('/')
    expect(day.text).toContain('My cases (1)')
    expect(day.html).toContain(at)
    const started = await nurse.fill(`${at}/steps/start`, {
      'happened-on': '20/11/2026',
      goals: 'To sleep through the night',
      'child-safe': 'At home',
      'others-safe': 'No contact',
      'planned-end': '1/3/2027',
    })
    expect(started.status).toBe(303)
    expect((await nurse.get(at)).html).toContain(`${at}/steps/review`)
  })
})

describe('in a restricted record', () => {
  it('only somebody who may open it is named as the worker', async () => {
    const officer = await service.person('officer', 'Olive Officer')
    const { childId, at } = await acceptedCase()
    await restrict(childId, [senior])
    expect((await manager.get(`${at}/steps/allocate`)).html).not.toContain(officer.userId)
    const worker = { 'happened-on': '19/11/2026', worker: officer.userId }
    expect((await manager.fill(`${at}/steps/allocate`, worker)).status).toBe(422)
    expect((await manager.fill(`${at}/steps/allocate`, { ...worker, worker: senior.userId })).status).toBe(
      303,
    )
  })

  it('only somebody who may open it meets the child', async () => {
    const officer = await service.person('officer', 'Otto Officer')
    const { childId } = await acceptedCase()
    expect((await manager.get(`/children/${childId}/contacts/plan`)).html).toContain(officer.userId)
    await restrict(childId, [senior])
    const plan = await manager.get(`/children/${childId}/contacts/plan`)
    expect(plan.html).not.toContain(officer.userId)
    expect(plan.html).toContain(senior.userId)
  })

  it('the glass is there for a therapist only where she has a part in the case', async () => {
    const therapist = await service.person('speech-therapist', 'Thea Therapist')
    const { childId, at } = await acceptedCase()
    await restrict(childId, [senior])
    expect((await therapist.get(`/children/${childId}/break-glass`)).status).toBe(404)
    await service.asOwner(
      `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
       values ($1, $2, $3, $4, 'co-worker', '2026-11-10T09:00Z')`,
      [service.serviceId, childId, at.split('/').at(-1), therapist.userId],
    )
    expect((await therapist.get(`/children/${childId}/break-glass`)).status).toBe(200)
  })
})

describe('somebody who works in a case beside its holder', () => {
  it('is added and ended by a senior: a victim worker sees the child only in between', async () => {
    const victims = await service.person('victim-worker', 'Vera Victims')
    const officer = await service.person('officer', 'Oda Officer')
    const { childId, at } = await acceptedCase()
    expect((await victims.get(`/children/${childId}/details`)).status).toBe(404)
    expect((await officer.get(`${at}/co-workers/add`)).status).toBe(403)
    expect((await senior.get(at)).html).toContain(`${at}/co-workers/add`)
    expect((await senior.fill(`${at}/co-workers/add`, { person: victims.userId })).location).toBe(at)
    expect((await victims.get(`/children/${childId}/details`)).status).toBe(200)
    expect((await senior.get(at)).text).toContain('Vera Victims')
    expect((await senior.get(`${at}/co-workers/add`)).html).not.toContain(victims.userId)
    expect((await senior.fill(`${at}/co-workers/${victims.userId}/end`, {})).location).toBe(at)
    expect((await victims.get(`/children/${childId}/details`)).status).toBe(404)
  })

  it('is nobody whose role sees no children, or who has a conflict of interest', async () => {
    const analyst = await service.person('analyst')
    const family = await service.person('officer', 'Fay Family')
    const { childId, at } = await acceptedCase()
    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
      [service.serviceId, childId, family.userId],
    )
    const page = await senior.get(`${at}/co-workers/add`)
    expect(page.html).not.toContain(analyst.userId)
    expect(page.html).not.toContain(family.userId)
  })
})
