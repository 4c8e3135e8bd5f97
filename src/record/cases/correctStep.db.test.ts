import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { findStep, type Pathway, replay } from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Involvement, listMilestones } from './caseQueries.ts'
import {
  caseAfter,
  diversion,
  opened,
  partsOf,
  rowOf,
  type Taken,
  take,
  walks,
  walkTo,
} from './cases.testkit.ts'
import { correctStep } from './correctStep.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

const by = () => ({ serviceId: service.serviceId, userId: senior.userId })

/** Corrects the milestone at an index, by the rule and not by a page; what is not said stays as it is. */
async function correct(
  tx: Work,
  involvementId: string,
  index: number,
  to: { answers?: Answers; at?: Temporal.Instant } = {},
  pathway: Pathway = diversion(),
) {
  const milestones = await listMilestones(tx, involvementId)
  const which = milestones.at(index)
  if (!which) throw new Error('no such milestone')
  return correctStep(tx, {
    ...by(),
    pathway,
    involvement: await rowOf(tx, involvementId),
    milestones,
    which,
    answers: to.answers ?? which.answers,
    fields: findStep(pathway, which.step)?.fields ?? {},
    at: to.at ?? which.at,
    by: senior.userId,
    because: 'A slip',
    now: service.clock.now,
  })
}

/** The row of the case and its milestones say the same as the replay of what the milestones hold. */
async function expectSound(tx: Work, pathway: Pathway, involvementId: string, words: string) {
  const row = await rowOf(tx, involvementId)
  const milestones = await listMilestones(tx, involvementId)
  const so = replay(pathway, milestones)
  if (!so.ok) throw new Error(words)
  const { position, since, stages } = so.value
  expect(
    milestones.map(({ stage }) => stage),
    words,
  ).toEqual(stages)
  expect({ ending: row.ending, stage: row.stage, endedAt: row.endedAt?.toString() }, words).toEqual({
    ending: position.kind === 'ended' ? position.ending : null,
    stage: stages.at(-1),
    endedAt: position.kind === 'ended' ? since?.toString() : undefined,
  })
}

/** What a step could have held instead, where the way of the case hangs on it. */
const otherAnswers = (answers: Answers): Answers[] =>
  'decision' in answers
    ? [{ decision: 'suitable' }, { decision: 'not-suitable' }]
    : [{ outcome: 'moved-away' }]

const kept = ({ stage, ending, endedAt, startedAt, holderId }: Involvement) => ({
  stage,
  ending,
  endedAt: endedAt?.toString(),
  startedAt: startedAt.toString(),
  holderId,
})
/** Everybody's parts in a case, ended ones too. */
const allParts = (involvementId: string) =>
  service.asOwner(
    `select user_id, part, from_at::text as since, until_at::text as until from case_worker where involvement_id = $1
     order by from_at, case_worker_id`,
    [involvementId],
  )

test('correcting a step of any walk with what it already holds changes nothing of the case', async () => {
  for (const pathway of practiceInUse().pathways) {
    for (const walk of walks(pathway, officer.userId)) {
      const words = walk.map(({ step }) => step).join(', ')
      const before = await service.as(senior, tx => caseAfter(tx, by(), pathway, walk))
      const parts = await allParts(before.involvementId)
      await service.as(senior, async tx => {
        for (const index of walk.keys()) {
          const corrected = await correct(tx, before.involvementId, index + 1, {}, pathway)
          expect(corrected.ok, words).toBe(true)
        }
        expect(kept(await rowOf(tx, before.involvementId)), words).toEqual(kept(before))
        await expectSound(tx, pathway, before.involvementId, words)
      })
      expect(await allParts(before.involvementId), words).toEqual(parts)
    }
  }
})

test('whatever a correction does, the case stands where its milestones say, and its holder has the holder’s part', async () => {
  const pathway = diversion()
  for (const walk of walks(pathway, officer.userId)) {
    const involvementId = await service.as(senior, async tx => {
      const it = await caseAfter(tx, by(), pathway, walk)
      for (const index of walk.keys()) {
        for (const answers of otherAnswers(walk[index]?.answers ?? {})) {
          const at = opened.add({ minutes: 60 * (index + 1) - 30 })
          const worker = walk[index]?.answers.worker
          const named = worker === undefined ? {} : { worker }
          await correct(tx, it.involvementId, index + 1, { answers: { ...answers, ...named }, at })
        }
      }
      await expectSound(tx, pathway, it.involvementId, walk.map(({ step }) => step).join(', '))
      return it.involvementId
    })
    const { holder, parts } = await partsOf(service, involvementId)
    expect(parts).toEqual(holder === undefined ? [] : [holder])
  }
})

test('of two corrections that were read at once the second changes nothing', async () => {
  const walk: Taken[] = [{ step: 'screen', answers: { worries: 'Nothing' } }]
  const it = await service.as(senior, tx => caseAfter(tx, by(), diversion(), walk))
  await service.as(senior, async tx => {
    const milestones = await listMilestones(tx, it.involvementId)
    const [, which] = milestones
    if (!which) throw new Error('no such milestone')
    const correction = {
      ...by(),
      pathway: diversion(),
      involvement: it,
      milestones,
      which,
      fields: {},
      at: which.at,
      by: senior.userId,
      because: 'A slip',
      now: service.clock.now,
    }
    expect((await correctStep(tx, { ...correction, answers: { worries: 'His mother' } })).ok).toBe(true)
    const second = await correctStep(tx, { ...correction, answers: { worries: 'His brother' } })
    expect(second).toEqual({ ok: false, reason: { kind: 'moved-on' } })
    expect((await listMilestones(tx, it.involvementId))[1]?.answers).toEqual({ worries: 'His mother' })
  })
})

describe('a decision that was recorded wrongly', () => {
  const refused: Taken[] = [
    { step: 'screen', answers: {} },
    { step: 'decide', answers: { decision: 'not-suitable' } },
  ]

  it('opens the case that it had ended', async () => {
    const it = await service.as(senior, async tx => {
      const it = await caseAfter(tx, by(), diversion(), refused)
      expect(it.ending).toBe('not-suitable')
      await correct(tx, it.involvementId, 2, { answers: { decision: 'suitable' } })
      return rowOf(tx, it.involvementId)
    })
    expect(it).toMatchObject({ stage: 'decided', ending: null, endedAt: null })
  })

  it('gives it back, from now on, to whoever held it', async () => {
    const involvementId = await service.as(senior, async tx => {
      const it = await caseAfter(
        tx,
        by(),
        diversion(),
        [
          ...walkTo(diversion(), 'start', officer.userId),
          { step: 'close', answers: { outcome: 'moved-away' } },
        ].filter(({ step }) => step !== 'start'),
      )
      await take(
        tx,
        by(),
        { pathway: diversion(), involvementId: it.involvementId },
        { step: 'reopen', answers: { 'reopened-to': 'decide-anew' }, at: opened.add({ hours: 20 }) },
      )
      await take(
        tx,
        by(),
        { pathway: diversion(), involvementId: it.involvementId },
        { step: 'decide', answers: { decision: 'not-suitable' }, at: opened.add({ hours: 21 }) },
      )
      return it.involvementId
    })
    expect((await partsOf(service, involvementId)).parts).toEqual([])
    await service.as(senior, tx => correct(tx, involvementId, -1, { answers: { decision: 'suitable' } }))
    expect(await partsOf(service, involvementId)).toEqual({ holder: officer.userId, parts: [officer.userId] })
  })

  it('ends the case, and everybody’s part in it, when it should have been a refusal', async () => {
    const involvementId = await service.as(senior, async tx => {
      const it = await caseAfter(
        tx,
        by(),
        diversion(),
        refused.with(1, { step: 'decide', answers: { decision: 'suitable' } }),
      )
      await correct(tx, it.involvementId, 2, { answers: { decision: 'not-suitable' } })
      return it.involvementId
    })
    const row = await service.as(senior, tx => rowOf(tx, involvementId))
    expect(row).toMatchObject({ ending: 'not-suitable', endedAt: opened.add({ hours: 2 }) })
    expect((await partsOf(service, involvementId)).parts).toEqual([])
  })
})

describe('people’s parts in the case', () => {
  it('begin on the corrected day on which the worker was named, and end on that of the ending', async () => {
    const walk = walkTo(diversion(), 'end', officer.userId)
    const it = await service.as(senior, tx => caseAfter(tx, by(), diversion(), walk))
    const allocated = walk.findIndex(({ step }) => step === 'allocate') + 1
    const [named, ended] = [opened.add({ minutes: 60 * allocated + 10 }), opened.add({ hours: 100 })]
    await service.as(senior, async tx => {
      expect((await correct(tx, it.involvementId, allocated, { at: named })).ok).toBe(true)
      expect((await correct(tx, it.involvementId, -1, { at: ended })).ok).toBe(true)
    })
    const rows = await service.asOwner(
      'select from_at = $2 as begins, until_at = $3 as ends from case_worker where involvement_id = $1',
      [it.involvementId, named.toString(), ended.toString()],
    )
    expect(rows).toEqual([{ begins: true, ends: true }])
    expect(await service.as(senior, tx => rowOf(tx, it.involvementId))).toMatchObject({ endedAt: ended })
  })
})
