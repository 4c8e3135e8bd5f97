import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPlan, writePlan } from '../plans/index.ts'
import { caseAfter, diversion, walkTo } from './cases.testkit.ts'
import type { Involvement } from './index.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let of: Involvement

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

beforeEach(async () => {
  of = await service.as(senior, tx =>
    caseAfter(tx, { serviceId: service.serviceId, userId: senior.userId }, diversion(), [
      ...walkTo(diversion(), 'start', officer.userId).slice(0, -1),
      { step: 'start', answers: { goals: 'Typed at the start', 'planned-end': '2026-12-20' } },
    ]),
  )
})

const child = () => `/children/${of.childId}`
const end = () => `${child()}/cases/${of.involvementId}/steps/end`
const page = async (who = officer) => (await who.get(end())).text

/** A form of the case in this state, with what was signed of it. */
async function form(kind: string, state: string, signings: readonly string[] = []): Promise<void> {
  const [row] = await service.asOwner(
    `insert into assessment (service_id, child_id, involvement_id, form, wording, state, begun_by, begun_at)
     values ($1, $2, $3, $4, '2026-1', $5, $6, $7) returning assessment_id`,
    [
      ...[service.serviceId, of.childId, of.involvementId, kind, state],
      ...[officer.userId, service.clock.now.toString()],
    ],
  )
  for (const signing of signings) {
    await service.asOwner(
      `insert into assessment_signing (service_id, assessment_id, child_id, kind, words, signed_by, signed_at)
       values ($1, $2, $3, $4, 'As it is', $5, $6)`,
      [
        ...[service.serviceId, row?.assessment_id, of.childId, signing],
        ...[signing === 'returned' ? senior.userId : officer.userId, service.clock.now.toString()],
      ],
    )
    service.clock.now = service.clock.now.add({ minutes: 1 })
  }
}

const goal = (words: string, mark: number | undefined) => ({
  ...{ strand: 'good-life' as const, words, why: '', lowWords: 'Never', highWords: 'Every week' },
  steps: [
    {
      ...{ words: `Go and see about: ${words}`, who: 'child' as const, whoUserId: null, whoWords: '' },
      ...{ dueOn: Temporal.PlainDate.from('2026-12-01'), state: 'to-do' as const },
      ...{ stateOn: null, stateWords: '' },
    },
  ],
  progress:
    mark === undefined
      ? []
      : [{ mark, saidBy: 'child' as const, words: '', on: Temporal.PlainDate.from('2026-11-10') }],
})

/** A plan of the case with two goals. */
async function plan(state: string, involvementId: string | null = of.involvementId) {
  const written = await service.as(officer, tx =>
    writePlan(
      tx,
      {
        ...{ serviceId: service.serviceId, childId: of.childId },
        ...{ by: officer.userId, at: service.clock.now },
      },
      {
        involvementId,
        startsOn: null,
        reviewOn: null,
        level: null,
        delivery: '',
        harmed: 'no',
        noWishesReason: '',
        goals: [goal('I want to box', 6), goal('I want a job', undefined)],
        contingencies: [],
      },
    ),
  )
  await service.asOwner(`update plan set state = $2 where plan_id = $1`, [written.planId, state])
  return written
}

const ending = {
  'happened-on': '21/11/2026',
  outcome: 'completed',
  achieved: 'He boxes every week',
  'child-says': 'Good',
  repaired: 'no-victim',
  'safe-now': 'Safe',
  'next-help': 'His uncle',
}

/** An arrest of a child who was assessed before. */
async function arrested(): Promise<void> {
  await form('review', 'signed', ['signed'])
  await officer.fill(`${child()}/events/add`, {
    ...{ kind: 'arrest', day: '20/11/2026', told: 'Police' },
    words: 'Arrested for theft, released on bail.',
  })
}

describe('before a case ends, what stands open is listed:', () => {
  it('a review that something asks for', async () => {
    await arrested()
    const text = await page()
    expect(text).toContain('A review after: Arrest, 20 November 2026: 10 working days left')
    expect(text).not.toContain('Nothing that you may see stands open')
  })

  it('forms that are being written, wait for a senior or were given back', async () => {
    await form('closing', 'open')
    await form('review', 'sent', ['signed'])
    await form('initial-screening', 'open', ['signed', 'returned'])
    const text = await page()
    expect(text).toContain('The form Closing is being written, and nobody has signed it')
    expect(text).toContain('The form Review waits for a senior')
    expect(text).toContain('The form Initial screening was given back')
  })

  it('no form that is signed or set aside, and none of another case', async () => {
    await form('closing', 'signed', ['signed'])
    await form('review', 'set-aside')
    expect(await page()).not.toContain('The form')
  })

  it('a plan that is being written, and the steps of the one in force', async () => {
    await plan('signed')
    await plan('sent')
    const text = await page()
    expect(text).toContain('A plan waits for a senior')
    expect(text).toContain('A step of the plan : Go and see about: I want to box , by 1 December 2026')
  })

  it('messages that nobody has heard', async () => {
    const [own] = await service.asOwner(
      `insert into own_page (service_id, child_id, whose, shares, token_hash, pin_hash, made_by, made_at, expires_at)
       values ($1, $2, 'child', '{}', 'x', 'x', $3, $4, $4::timestamptz + interval '30 days') returning own_page_id`,
      [service.serviceId, of.childId, officer.userId, service.clock.now.toString()],
    )
    await service.asOwner(
      `insert into own_message (service_id, child_id, own_page_id, words, said_at) values ($1, $2, $3, 'I am worried', $4)`,
      [service.serviceId, of.childId, own?.own_page_id, service.clock.now.toString()],
    )
    const text = await page()
    expect(text).toContain('1 message on a page of their own that nobody has heard')
    expect(text, 'what was said stays on its own page').not.toContain('I am worried')
  })

  it('those who were harmed as a number, for whoever may know of them', async () => {
    const victimId = '01a20000-0000-7000-8000-00000000000a'
    await service.asOwner(
      `insert into victim (service_id, victim_id, kind, name, known_as, passed_on_by, passed_on_at)
       values ($1, $2, 'person', 'Bilal Aziz', 'the boy', $3, $4)`,
      [service.serviceId, victimId, officer.userId, service.clock.now.toString()],
    )
    await service.asOwner(`insert into victim_of (service_id, victim_id, child_id) values ($1, $2, $3)`, [
      ...[service.serviceId, victimId, of.childId],
    ])
    const both = await service.person(['officer', 'victim-worker'])
    const told = await page(both)
    expect(told).toContain('1 person or organisation harmed, and not reached yet')
    expect(told).not.toContain('Bilal')
    expect(await page()).not.toContain('harmed, and not reached')
  })
})

it('a review that was asked for does not vanish with the end of the case', async () => {
  await arrested()
  const events = async () => (await officer.get(`${child()}/events`)).text
  expect(await events()).toContain('A review is due')
  expect(await events()).not.toContain('with the review not done')
  expect((await officer.fill(end(), ending)).status).toBe(303)
  expect(await events()).toContain(
    'Arrest, 20 November 2026. The case ended on 21 November 2026 with the review not done.',
  )
  service.clock.now = service.clock.now.add({ minutes: 5 })
  await form('review', 'signed', ['signed'])
  expect(await events(), 'reviewed after all').not.toContain('with the review not done')
})

describe('the goals that the ending asks about', () => {
  const goals = (planId: string) =>
    service.as(officer, async tx => (await findPlan(tx, of.childId, planId))?.goals ?? [])

  it('are those of the plan of the case, each with its strand and last mark, and what became of each is kept there once', async () => {
    const { planId } = await plan('signed')
    const text = await page()
    expect(text).not.toContain('Typed at the start')
    expect(text).not.toContain('first goal')
    expect(text).toContain('How did this goal end? I want to box')
    expect(text).toContain('A good life. Last mark: 6 of 10, on 10 November 2026.')
    const [box, job] = await goals(planId)
    const key = `goal-of-plan-${box?.goalId}`
    const refused = await officer.fill(end(), { ...ending, [key]: 'reached' })
    expect(refused.text).toContain('Say what helped, or what got in the way')
    const sent = await officer.fill(end(), {
      ...ending,
      [key]: 'reached',
      [`${key}-reason-reached`]: 'His uncle came along',
    })
    expect(sent.status).toBe(303)
    const after = await goals(planId)
    expect(after.find(each => each.goalId === box?.goalId)).toMatchObject({
      outcome: 'reached',
      outcomeOn: Temporal.PlainDate.from('2026-11-21'),
      outcomeWords: 'His uncle came along',
    })
    expect(after.find(each => each.goalId === job?.goalId)?.outcome).toBeNull()
    const [milestone] = await service.asOwner(
      `select answers from milestone where involvement_id = $1 and step = 'end'`,
      [of.involvementId],
    )
    expect(JSON.stringify(milestone?.answers), 'stored once').not.toContain('His uncle came along')
  })

  it('are not asked about again where the plan says already how they ended', async () => {
    const { planId } = await plan('signed')
    const opened = await officer.get(end())
    const [box] = await goals(planId)
    const key = `goal-of-plan-${box?.goalId}`
    await service.asOwner(
      `update plan_goal set outcome = 'dropped', outcome_on = '2026-11-20', version = version + 1 where goal_id = $1`,
      [box?.goalId],
    )
    expect(await page()).toContain('I want to box Dropped, 20 November 2026')
    const late = await officer.post(end(), {
      _version: hiddenValue(opened.html, '_version') ?? '',
      ...ending,
      [key]: 'reached',
      [`${key}-reason-reached`]: 'He went',
    })
    expect(late.status).toBe(422)
    expect(late.text).toContain('The goals of the plan have changed since you opened this page')
    expect((await goals(planId)).find(each => each.goalId === box?.goalId)?.outcome).toBe('dropped')
  })

  it('are those typed at the start where no plan of this case is in force', async () => {
    await plan('open')
    await plan('signed', null)
    const text = await page()
    expect(text).toContain('How far was the first goal reached?')
    expect(text).toContain('Typed at the start')
    expect(text).not.toContain('How did this goal end?')
  })

  it('are not asked about again by a correction of the ending', async () => {
    await plan('signed')
    expect((await officer.fill(end(), ending)).status).toBe(303)
    const [milestone] = await service.asOwner(
      `select milestone_id from milestone where involvement_id = $1 and step = 'end'`,
      [of.involvementId],
    )
    const correct = await officer.get(
      `${child()}/cases/${of.involvementId}/milestones/${milestone?.milestone_id}/correct`,
    )
    expect(correct.status).toBe(200)
    expect(correct.text).toContain('What did the child achieve?')
    expect(correct.text).not.toContain('first goal')
  })
})
