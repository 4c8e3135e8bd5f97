import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { diversion } from '../cases/cases.testkit.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'
import { signPlan } from './signPlan.ts'
import { writePlan } from './writePlan.ts'

let service: TestService
let officer: TestPerson
let childId: string
let first: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
})
afterAll(() => service.close())

const open = () =>
  service.as(officer, async tx => {
    const opened = await openCase(tx, {
      ...{ serviceId: service.serviceId, childId, pathway: diversion(), routeIn: 'police-notification' },
      ...{ step: 'receive', answers: {}, at: service.clock.now, by: officer.userId },
    })
    if (!opened.ok) throw new Error(opened.reason.kind)
    return opened.value
  })

/** The plan in force of a case, or of none. */
const planFor = (involvementId: string | null) =>
  service.as(officer, async tx => {
    const whose = {
      ...{ serviceId: service.serviceId, childId, by: officer.userId, at: service.clock.now },
    }
    const plan = await writePlan(tx, whose, {
      ...{ involvementId, startsOn: Temporal.PlainDate.from('2024-01-08'), reviewOn: null },
      ...{ level: 'enhanced', delivery: 'Short sentences', harmed: 'no', noWishesReason: '' },
      goals: [
        {
          ...{ strand: 'good-life', words: 'I want to swim', why: '', lowWords: '', highWords: '' },
          ...{ steps: [], progress: [] },
        },
      ],
      contingencies: [],
    })
    await signPlan(tx, plan, { ...whose, kind: 'signed', words: '' })
    await signPlan(
      tx,
      { ...plan, state: 'sent', version: plan.version + 1 },
      { ...whose, kind: 'countersigned', words: 'Good' },
    )
    return plan.planId
  })

const end = (involvementId: string) =>
  service.asOwner(
    `update involvement set ended_at = '2026-11-20T12:00:00Z', ending = 'completed', started_at = '2024-01-08T12:00:00Z'
     where involvement_id = $1`,
    [involvementId],
  )

beforeEach(async () => {
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  first = await open()
})

const at = (path = '') => `/children/${childId}/plan${path}`
const begun = async (chosen: string) => {
  expect((await officer.fill(at('/begin'), { case: chosen })).status).toBe(303)
  const [plan] = await service.asOwner(
    `select starts_on::text, harmed, level, delivery, (select count(*)::int from plan_goal g where g.plan_id = p.plan_id) as goals
     from plan p where child_id = $1 and state = 'open'`,
    [childId],
  )
  return plan
}

describe('the next plan', () => {
  test('goes on from the one in force where it is of the same case', async () => {
    await planFor(first)
    expect(await begun(first)).toEqual({
      ...{ starts_on: '2024-01-08', harmed: 'no', level: 'enhanced', delivery: 'Short sentences', goals: 1 },
    })
  })

  test('of another case takes over the goals that are open, and not when its work began, how often, or who was harmed', async () => {
    await planFor(first)
    expect(await begun(await open())).toEqual({
      ...{ starts_on: null, harmed: null, level: null, delivery: 'Short sentences', goals: 1 },
    })
  })

  test('after the case has ended takes over nothing', async () => {
    await planFor(first)
    await end(first)
    expect(await begun(await open())).toEqual({
      ...{ starts_on: null, harmed: null, level: null, delivery: '', goals: 0 },
    })
  })
})

describe('a plan whose case has ended', () => {
  test('is not in force: its own page, the page of plans, the first page and the child’s copy say so', async () => {
    const planId = await planFor(first)
    expect((await officer.get(at())).text).toContain('In force')
    expect((await officer.get(`/children/${childId}`)).text).toContain('I want to swim')
    await end(first)
    const plans = await officer.get(at())
    expect(plans.text).not.toContain('In force')
    expect(plans.text).toMatch(/No plan is in force.*Earlier plans Begun .* Ended/)
    const { text } = await officer.get(at(`/${planId}`))
    expect(text).toContain('Ended 20 November 2026, with its case')
    expect(text).not.toContain('In force')
    expect((await officer.get(`/children/${childId}`)).text).toContain('No plan is in force.')
    const copy = await officer.get(at(`/${planId}/easy/en`))
    expect(copy.text).toContain('This plan ended on 20 November 2026, with its case')
  })

  test('is neither ticked nor worded', async () => {
    const planId = await planFor(first)
    const [goal] = await service.asOwner('select goal_id from plan_goal where plan_id = $1', [planId])
    const mark = at(`/${planId}/goals/${String(goal?.goal_id)}/progress`)
    expect((await officer.get(mark)).status).toBe(200)
    await end(first)
    expect((await officer.get(mark)).location).toBe(at(`/${planId}`))
    expect((await officer.get(at(`/${planId}/easy/en/words`))).location).toBe(at(`/${planId}`))
  })

  test('is in force again where the ending is taken back', async () => {
    await planFor(first)
    await end(first)
    await service.asOwner('update involvement set ended_at = null, ending = null where involvement_id = $1', [
      first,
    ])
    expect((await officer.get(at())).text).toContain('In force')
  })
})

test('a plan that is written while its case ends is not signed any more', async () => {
  await begun(first)
  await end(first)
  expect((await officer.get(at())).text).toContain('The work that this plan is for has ended')
  const [plan] = await service.asOwner(`select plan_id from plan where child_id = $1`, [childId])
  const refused = await officer.fill(at(`/${String(plan?.plan_id)}/sign`), { made: 'At home' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('The work that this plan is for has ended')
  expect((await officer.fill(at(`/${String(plan?.plan_id)}/set-aside`), { words: 'Ended' })).status).toBe(303)
})

test('a plan of no case ends with the last case that ends after it was begun', async () => {
  await planFor(null)
  const second = await open()
  await end(first)
  expect((await officer.get(at())).text).toContain('In force')
  await service.asOwner(
    `update involvement set ended_at = '2026-11-22T12:00:00Z', ending = 'completed' where involvement_id = $1`,
    [second],
  )
  const { text } = await officer.get(at())
  expect(text).not.toContain('In force')
})

test('a plan of no case that ended stays ended when another case opens, and comes back where the ending is taken back', async () => {
  await planFor(null)
  const ends = (at: string | null) =>
    service.asOwner(`update involvement set ended_at = $2, ending = $3 where involvement_id = $1`, [
      first,
      at,
      at && 'completed',
    ])
  await ends(service.clock.now.add({ seconds: 10 }).toString())
  expect((await officer.get(at())).text).not.toContain('In force')
  service.clock.now = service.clock.now.add({ minutes: 1 })
  await open()
  expect((await officer.get(at())).text).not.toContain('In force')
  expect((await officer.get(`/children/${childId}`)).text).toContain('No plan is in force.')
  await ends(null)
  expect((await officer.get(at())).text).toContain('In force')
})

test('a plan that ended with its case is not replaced by that of the next, and comes back with its case', async () => {
  const ended = await planFor(first)
  await end(first)
  await planFor(await open())
  expect((await officer.get(at(`/${ended}`))).text).toContain('Ended 20 November 2026, with its case')
  await service.asOwner('update involvement set ended_at = null, ending = null where involvement_id = $1', [
    first,
  ])
  expect((await officer.get(at(`/${ended}`))).text).toContain('In force')
  expect((await officer.get(at())).text.match(/In force Begun/g)).toHaveLength(2)
})
