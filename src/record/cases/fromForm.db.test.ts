import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway } from '../../engine/packs/index.ts'
import { type Strand, signPlan, writePlan } from '../plans/index.ts'
import { caseAfter, walkTo } from './cases.testkit.ts'
import { type Involvement, listMilestones } from './index.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Robin Writes')
  senior = await service.person('senior', 'Sam Reads')
})
afterAll(() => service.close())

const closing = {
  achieved: 'Boxes every week',
  'child-says': 'I liked it',
  'safe-now': 'Safe with his uncle',
  'helped-by': 'yes',
  'exit-who': 'The boxing club, on Mondays',
}
const review = {
  strengths: 'He goes to school',
  'child-says': 'Keep the boxing',
  'plan-fits': 'change',
  'plan-changes': 'Fewer meetings',
}

describe.each(['diversion', 'esp-prevention'])('on the pathway %s', id => {
  const pathway = findPathway(practice, id)
  if (!pathway) throw new Error('no pathway')
  let of: Involvement

  beforeEach(async () => {
    of = await service.as(senior, tx =>
      caseAfter(
        tx,
        { serviceId: service.serviceId, userId: senior.userId },
        pathway,
        walkTo(pathway, 'end', officer.userId).slice(0, -1),
      ),
    )
  })

  /** A form of the case with what it says, signed by the officer and countersigned by the senior, unless it only waits. */
  async function form(
    kind: string,
    answers: object,
    state = 'signed',
    forCase: string | null = of.involvementId,
  ) {
    const [row] = await service.asOwner(
      `insert into assessment (service_id, child_id, involvement_id, form, wording, state, begun_by, begun_at)
       values ($1, $2, $3, $4, '2026-1', $5, $6, now()) returning assessment_id`,
      [service.serviceId, of.childId, forCase, kind, state, officer.userId],
    )
    const those = [service.serviceId, row?.assessment_id, of.childId]
    await service.asOwner(
      `insert into assessment_section (service_id, assessment_id, child_id, section, answers, saved_by, saved_at, written_by)
       values ($1, $2, $3, 'one', $4, $5, now(), array[$5::uuid])`,
      [...those, JSON.stringify(answers), officer.userId],
    )
    const signings = state === 'signed' ? ['signed', 'countersigned'] : ['signed']
    for (const signing of signings)
      await service.asOwner(
        `insert into assessment_signing (service_id, assessment_id, child_id, kind, words, signed_by, signed_at)
         values ($1, $2, $3, $4, 'Good', $5, clock_timestamp())`,
        [...those, signing, signing === 'signed' ? officer.userId : senior.userId],
      )
  }

  const step = (name: string) => `/children/${of.childId}/cases/${of.involvementId}/steps/${name}`
  const day = { 'happened-on': '21/11/2026' }
  const byHand = {
    ...{ ...day, outcome: 'completed', repaired: 'no-victim', achieved: 'Typed', 'child-says': 'Typed' },
    ...{ 'safe-now': 'Typed', 'next-help': 'Typed' },
  }
  const last = async () => (await service.as(officer, tx => listMilestones(tx, of.involvementId))).at(-1)

  it('the ending is filled in from the closing form, with where it comes from, and asks only the rest', async () => {
    await form('closing', closing)
    const { text } = await officer.get(step('end'))
    expect(text).toContain('Filled in from the form Closing , signed by Robin Writes on')
    expect(text).toContain('What did the child achieve? Boxes every week')
    expect(text).toContain('Who helps the child from here? The boxing club, on Mondays')
    expect(text).toContain('How did the case end?')
    const sent = await officer.fill(step('end'), { ...day, outcome: 'completed', repaired: 'no-victim' })
    expect(sent.status).toBe(303)
    const milestone = await last()
    expect(milestone?.step).toBe('end')
    expect(milestone?.answers).toMatchObject({
      ...{ achieved: 'Boxes every week', 'child-says': 'I liked it' },
      ...{ 'safe-now': 'Safe with his uncle', 'next-help': 'The boxing club, on Mondays' },
    })
    expect(milestone?.words.said.map(({ answer }) => answer)).toContain('Boxes every week')
  })

  it('what the closing form leaves out is asked', async () => {
    const { 'exit-who': _who, ...less } = closing
    await form('closing', { ...less, 'helped-by': 'no', 'helped-by-reason': 'He has his family' })
    const refused = await officer.fill(step('end'), { ...day, outcome: 'completed', repaired: 'no-victim' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Say who helps the child from here')
  })

  it('a closing form that waits for a senior, or is of no case, fills nothing in: the ending is recorded by hand', async () => {
    await form('closing', closing, 'sent')
    await form('closing', closing, 'signed', null)
    const { text } = await officer.get(step('end'))
    expect(text).toContain(
      'Once the form “Closing” of this case is signed and countersigned, what it says is filled in',
    )
    expect((await officer.fill(step('end'), byHand)).status).toBe(303)
    expect((await last())?.answers.achieved).toBe('Typed')
  })

  it('what was typed before the form was signed is not thrown away unseen', async () => {
    await form('closing', closing)
    const late = await officer.fill(step('end'), byHand)
    expect(late.status).toBe(422)
    expect(late.text).toContain('A form or the plan was signed since you opened this page')
    expect((await last())?.step).not.toBe('end')
  })

  it('a review is filled in from the review form once; the next one is asked by hand', async () => {
    await form('review', review)
    expect((await officer.get(step('review'))).text).toContain('What is going well? He goes to school')
    expect((await officer.fill(step('review'), day)).status).toBe(303)
    expect((await last())?.answers).toMatchObject({
      ...{ 'going-well': 'He goes to school', 'to-change': 'Fewer meetings' },
      'child-says': 'Keep the boxing',
    })
    const again = await officer.fill(step('review'), day)
    expect(again.status, 'nothing is filled in a second time').toBe(422)
    const typed = { ...day, 'going-well': 'Typed', 'to-change': 'Nothing', 'child-says': 'Typed' }
    expect((await officer.fill(step('review'), typed)).status).toBe(303)
  })
})

describe.each([
  ['diversion', 'start'],
  ['esp-prevention', 'plan'],
])('the start of the work on the pathway %s', (id, start) => {
  const pathway = findPathway(practice, id)
  if (!pathway) throw new Error('no pathway')
  const goal = (strand: Strand, words: string, steps: string[] = []) => ({
    ...{ strand, words, why: '', lowWords: '', highWords: '', progress: [] },
    steps: steps.map(each => ({
      ...{ words: each, who: 'child', whoUserId: null, whoWords: '', dueOn: null },
      ...{ state: 'to-do', stateOn: null, stateWords: '' },
    })) as never[],
  })

  it('is filled in from the plan in force of the case, and asks the rest', async () => {
    const by = { serviceId: service.serviceId, userId: senior.userId }
    const of = await service.as(senior, tx =>
      caseAfter(tx, by, pathway, walkTo(pathway, start, officer.userId).slice(0, -1)),
    )
    const step = `/children/${of.childId}/cases/${of.involvementId}/steps/${start}`
    const before = await officer.get(step)
    expect(before.text).toContain('Once a plan of this case is in force')
    expect(before.text).toContain('What does the child want to work on?')
    await service.as(officer, async tx => {
      const whose = { ...by, childId: of.childId, by: officer.userId, at: service.clock.now }
      const plan = await writePlan(tx, whose, {
        ...{ involvementId: of.involvementId, startsOn: null, reviewOn: null, level: null, delivery: '' },
        ...{ harmed: 'no', noWishesReason: '', contingencies: [] },
        goals: [
          goal('good-life', 'I want to swim'),
          goal('good-life', 'I want a job'),
          goal('child-safe', 'Home by nine', ['Ring the cousin']),
        ],
      })
      await signPlan(tx, plan, { ...whose, kind: 'signed', words: '' })
      await signPlan(
        tx,
        { ...plan, state: 'sent', version: plan.version + 1 },
        { ...whose, kind: 'countersigned', words: 'Good' },
      )
    })
    const { text } = await officer.get(step)
    expect(text).toContain('Filled in from the plan of this case , signed by Robin Writes on')
    expect(text).toMatch(/What does the child want to work on\? I want to swim I want a job/)
    expect(text).toContain('Home by nine: Ring the cousin')
    const sent = {
      'happened-on': '21/11/2026',
      'others-safe': 'Nobody is met alone',
      'planned-end': '1/3/2027',
      'who-does-what': 'The cousin rings',
    }
    expect((await officer.fill(step, { ...sent, goals: 'Typed' })).text).toContain(
      'signed since you opened this page',
    )
    expect((await officer.fill(step, sent)).status).toBe(303)
    const milestone = (await service.as(officer, tx => listMilestones(tx, of.involvementId))).at(-1)
    expect(milestone?.answers).toMatchObject({
      goals: 'I want to swim\nI want a job',
      'child-safe': 'Home by nine: Ring the cousin',
      'others-safe': 'Nobody is met alone',
    })
  })
})
