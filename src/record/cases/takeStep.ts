import { type Answers, answerWords, type Fields } from '../../engine/forms/index.ts'
import { findStep, nextStage, type Pathway, type StepRefusal } from '../../engine/pathways/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Work } from '../../platform/database/index.ts'
import { endParts, type Involvement, insertMilestone, moveInvolvement, setHolder } from './caseQueries.ts'
import { positionOf } from './position.ts'

export type StepTaken = {
  serviceId: string
  pathway: Pathway
  involvement: Involvement
  step: string
  answers: Answers
  /** The questions as they were asked: people stand in them by name. */
  fields: Fields
  /** When it happened; it is recorded now. */
  at: Temporal.Instant
  by: string
}

/** Somebody else moved the case on between reading and saving. */
export type MovedOn = { kind: 'moved-on' }

/** Takes a step in a case: a milestone, the new stage or ending, and the holder where the step names one. */
export async function takeStep(
  tx: Work,
  taken: StepTaken,
): Promise<Result<{ ended: boolean }, StepRefusal | MovedOn>> {
  const { serviceId, pathway, involvement, step, answers, at, by } = taken
  const next = nextStage(pathway, positionOf(involvement), step, answers)
  if (!next.ok) return next
  const position = next.value
  const stage = position.kind === 'open' ? position.stage : involvement.stage
  const holderField = findStep(pathway, step)?.holder
  const holderId = holderField ? String(answers[holderField] ?? '') || undefined : undefined
  const endsNow = position.kind === 'ended' && involvement.ending === null
  const moved = await moveInvolvement(tx, involvement, {
    stage,
    ...(endsNow ? { ended: { at, ending: position.ending } } : {}),
    ...(holderId ? { holderId } : {}),
  })
  if (!moved) return refused({ kind: 'moved-on' })
  const { involvementId, childId } = involvement
  await insertMilestone(tx, {
    serviceId,
    involvementId,
    childId,
    step,
    stage,
    happenedAt: at,
    recordedBy: by,
    answers,
    words: { done: findStep(pathway, step)?.done ?? step, said: answerWords(taken.fields, answers) },
  })
  if (holderId) await setHolder(tx, serviceId, involvement, holderId, at)
  if (endsNow) await endParts(tx, involvementId, at)
  return ok({ ended: endsNow })
}
