import { type Answers, answerWords } from '../../engine/forms/index.ts'
import { findStep, nextStage, type Pathway, type StepRefusal } from '../../engine/pathways/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Work } from '../../platform/database/index.ts'
import { raiseAlerts } from '../children/index.ts'
import { insertInvolvement, insertMilestone, type StepWords } from './caseQueries.ts'

/** A child comes onto a pathway by one of its ways in. */
export type Opening = {
  serviceId: string
  childId: string
  pathway: Pathway
  routeIn: string
  /** The step that opens a case, and what was answered with it. */
  step: string
  answers: Answers
  /** What the record says of it, where it came otherwise than by the step's own form. */
  words?: StepWords
  at: Temporal.Instant
  by: string
  /** Now: the alerts stand from then on. Without it, from when it happened. */
  now?: Temporal.Instant
}

/** Opens a case with its first milestone, and raises the alerts that its answers call for. @returns the id of the case */
export async function openCase(tx: Work, opening: Opening): Promise<Result<string, StepRefusal>> {
  const { serviceId, childId, pathway, step, at } = opening
  const next = nextStage(pathway, { kind: 'notStarted' }, step, opening.answers)
  if (!next.ok) return next
  if (next.value.kind !== 'open') return refused({ kind: 'not-offered', step, position: next.value })
  const { stage } = next.value
  const involvementId = await insertInvolvement(tx, {
    serviceId,
    childId,
    pathway: pathway.id,
    routeIn: opening.routeIn,
    stage,
    startedAt: at,
  })
  const { answers, by: recordedBy } = opening
  const fields = findStep(pathway, step)?.fields ?? {}
  await insertMilestone(tx, {
    serviceId,
    involvementId,
    childId,
    step,
    stage,
    happenedAt: at,
    recordedBy,
    answers,
    words: opening.words ?? {
      done: findStep(pathway, step)?.done ?? step,
      said: answerWords(fields, answers),
    },
  })
  await raiseAlerts(tx, { serviceId, childId, fields, answers, by: recordedBy, at: opening.now ?? at })
  return ok(involvementId)
}
