import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { findStep, involvementState, type Pathway, stepsOffered } from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { addChild } from '../children/index.ts'
import { findInvolvement, listMilestones } from './caseQueries.ts'
import { openCase } from './openCase.ts'
import { takeStep } from './takeStep.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let children = 0

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

type Taken = { step: string; answers: Answers }
const opened = Temporal.Instant.from('2026-10-05T09:00:00Z')

/** A case after these steps, one an hour, taken by the rule and not by a page. */
async function caseAfter(tx: Work, pathway: Pathway, steps: readonly Taken[]) {
  const { serviceId } = service
  children += 1
  const childId = await addChild(tx, { serviceId, givenName: `Child ${children}`, familyName: 'Stepwise' })
  const start = Object.entries(pathway.steps).find(([, { from }]) => from === 'start')?.[0] ?? ''
  const begun = await openCase(tx, {
    serviceId,
    childId,
    pathway,
    routeIn: Object.keys(pathway.routesIn)[0] ?? '',
    step: start,
    answers: {},
    at: opened,
    by: senior.userId,
  })
  if (!begun.ok) throw new Error(begun.reason.kind)
  for (const [index, { step, answers }] of steps.entries()) {
    const taken = await takeStep(tx, {
      serviceId,
      pathway,
      involvement: await rowOf(tx, begun.value),
      step,
      answers,
      fields: findStep(pathway, step)?.fields ?? {},
      at: opened.add({ hours: index + 1 }),
      by: senior.userId,
    })
    if (!taken.ok) throw new Error(`${step}: ${taken.reason.kind}`)
  }
  return rowOf(tx, begun.value)
}

async function rowOf(tx: Work, involvementId: string) {
  const row = await findInvolvement(tx, involvementId)
  if (!row) throw new Error('the case is not there')
  return row
}

/** Each way of taking a step: once for every answer on which its way hangs. */
function waysOf(pathway: Pathway, step: string): Taken[] {
  const definition = findStep(pathway, step)
  const holder: Answers = definition?.holder ? { [definition.holder]: officer.userId } : {}
  const to = definition?.to ?? 'stay'
  if (typeof to === 'string' || 'ends' in to) return [{ step, answers: holder }]
  return Object.keys(to.goes).map(answer => ({ step, answers: { ...holder, [to.field]: answer } }))
}

/** Every step from every place of a pathway, each with the shortest way there. */
function walks(pathway: Pathway): Taken[][] {
  const found: Taken[][] = []
  const seen = new Set<string>()
  const start = Object.entries(pathway.steps).find(([, { from }]) => from === 'start')?.[0] ?? ''
  const ways: Taken[][] = [[]]
  for (const way of ways) {
    const milestones = [{ step: start, answers: {} }, ...way].map(it => ({ ...it, at: opened }))
    const state = involvementState(pathway, milestones, opened)
    if (!state.ok || state.value.kind === 'notStarted') throw new Error('a walk that leads nowhere')
    const place = state.value.kind === 'open' ? state.value.stage : `ended ${state.value.ending}`
    if (seen.has(place)) continue
    seen.add(place)
    for (const { id } of stepsOffered(pathway, state.value)) {
      for (const taken of waysOf(pathway, id)) {
        found.push([...way, taken])
        ways.push([...way, taken])
      }
    }
  }
  return found
}

test('after every step of every pathway the case stands where its milestones say', async () => {
  for (const pathway of practiceInUse().pathways) {
    const all = walks(pathway)
    expect(all.length).toBeGreaterThan(30)
    await service.as(senior, async tx => {
      for (const walk of all) await expectSame(tx, pathway, walk)
    })
  }
})

/** The row of the case says the same as the replay of its milestones. */
async function expectSame(tx: Work, pathway: Pathway, walk: readonly Taken[]) {
  const row = await caseAfter(tx, pathway, walk)
  const state = involvementState(pathway, await listMilestones(tx, row.involvementId), service.clock.now)
  const words = walk.map(({ step }) => step).join(', ')
  if (!state.ok) throw new Error(words)
  if (state.value.kind === 'ended') {
    expect(row.ending, words).toBe(state.value.ending)
    expect(row.endedAt?.toString(), words).toBe(state.value.endedAt.toString())
  } else {
    expect(state.value, words).toMatchObject({ kind: 'open', stage: row.stage })
    expect(row, words).toMatchObject({ ending: null, endedAt: null })
  }
}

const today = { 'happened-on': '18/11/2026' }

const diversion = () => {
  const found = practiceInUse().pathways.find(({ id }) => id === 'diversion')
  if (!found) throw new Error('no pathway')
  return found
}

describe('a case that was closed by mistake', () => {
  it('is open again, with what can be done next, and in the list of cases', async () => {
    const it = await service.as(senior, tx =>
      caseAfter(tx, diversion(), [{ step: 'close', answers: { outcome: 'recorded-in-error' } }]),
    )
    const at = `/children/${it.childId}/cases/${it.involvementId}`
    expect((await senior.get(at)).text).toContain('Ended: Recorded in error')
    const sent = await senior.fill(`${at}/steps/reopen`, { ...today, 'why-reopened': 'It was another child' })
    expect(sent.status).toBe(303)
    const page = await senior.get(at)
    expect(page.text).not.toContain('Ended')
    expect(page.html).not.toContain('/steps/reopen')
    expect((await senior.get('/')).html).toContain(at)
  })

  it('goes back to whoever held it', async () => {
    const it = await service.as(senior, async tx => {
      const [walk = []] = walks(diversion()).filter(way => way.at(-1)?.step === 'allocate')
      return caseAfter(tx, diversion(), [
        ...walk,
        { step: 'close', answers: { outcome: 'recorded-in-error' } },
      ])
    })
    const at = `/children/${it.childId}/cases/${it.involvementId}`
    await senior.fill(`${at}/steps/reopen`, { ...today, 'why-reopened': 'It was another child' })
    const parts = await service.asOwner(
      'select user_id from case_worker where involvement_id = $1 and until_at is null',
      [it.involvementId],
    )
    expect(parts).toEqual([{ user_id: officer.userId }])
    expect((await officer.get('/')).html).toContain(at)
  })
})

describe('the day of a step', () => {
  it('is not before the step that brought the case where it stands', async () => {
    const it = await service.as(senior, async tx => {
      const [walk = []] = walks(diversion()).filter(way => way.at(-1)?.step === 'allocate')
      return caseAfter(tx, diversion(), walk)
    })
    const address = `/children/${it.childId}/cases/${it.involvementId}/steps/start`
    const answers = {
      goals: 'To go back to school',
      'child-safe': 'Home by nine',
      'others-safe': 'No contact with the victim',
      'planned-end': '1/3/2027',
    }
    const early = await officer.fill(address, { ...answers, 'happened-on': '4/10/2026' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('It cannot have happened before 5 October 2026')
    expect((await officer.fill(address, { ...answers, 'happened-on': '5/10/2026' })).status).toBe(303)
    const [row] = await service.asOwner(
      `select bool_and(happened_at >= earlier) as ordered from (
         select happened_at, lag(happened_at) over (order by recorded_at, milestone_id) as earlier
         from milestone where involvement_id = $1) m`,
      [it.involvementId],
    )
    expect(row?.ordered).toBe(true)
  })

  it('of what leaves the case in its place may be earlier', async () => {
    const it = await service.as(senior, tx =>
      caseAfter(tx, diversion(), [{ step: 'close', answers: { outcome: 'moved-away' } }]),
    )
    await service.asOwner('update milestone set happened_at = $2 where involvement_id = $1 and step = $3', [
      it.involvementId,
      '2026-11-17T12:00:00Z',
      'close',
    ])
    const address = `/children/${it.childId}/cases/${it.involvementId}/steps/inform-police`
    const told = { 'happened-on': '10/11/2026', told: 'That the family has moved' }
    expect((await officer.fill(address, told)).status).toBe(303)
  })
})
