import { type Answers, answerWords, type Fields } from '../../engine/forms/index.ts'
import {
  findStep,
  followUpTime,
  nextStage,
  type Pathway,
  type StepRefusal,
} from '../../engine/pathways/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Work } from '../../platform/database/index.ts'
import { holdChild, raiseAlerts } from '../children/index.ts'
import { setFollowUp } from '../followUp/index.ts'
import {
  endParts,
  type Involvement,
  insertMilestone,
  listColleagues,
  moveInvolvement,
  setHolder,
} from './caseQueries.ts'
import { endCoWorker } from './coWorkerQueries.ts'
import { insertHandOver } from './handOverQueries.ts'
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
  /** Now: whoever is named finds the case on their day from then on. Without it, when it happened. */
  now?: Temporal.Instant
  /** Its answers have raised their alerts already, where they were first given. */
  hasRaisedAlerts?: true
}

/** Somebody else moved the case on between reading and saving. */
export type MovedOn = { kind: 'moved-on' }

/**
 * Takes a step in a case: a milestone, stage, ending and holder as the position after it has them, and the alerts that
 * its answers raise. Whoever is named to hold it is told on their day. A case that is opened again goes back to whoever held it, if they can still be named in it;
 * otherwise nobody holds it. The follow-up is set up by the ending, and goes where the case is opened again.
 */
export async function takeStep(
  tx: Work,
  taken: StepTaken,
): Promise<Result<{ ended: boolean; alerts: number; milestoneId: string }, StepRefusal | MovedOn>> {
  const { serviceId, pathway, involvement, step, answers, at, by } = taken
  const next = nextStage(pathway, positionOf(involvement), step, answers)
  if (!next.ok) return next
  const position = next.value
  if (position.kind === 'notStarted') return refused({ kind: 'not-offered', step, position })
  const wasEnded = involvement.ending !== null
  const isEnded = position.kind === 'ended'
  const stage = isEnded ? involvement.stage : position.stage
  const endsNow = isEnded && position.ending !== involvement.ending
  const opensAgain = wasEnded && !isEnded
  const holderField = findStep(pathway, step)?.holder
  const named = holderField ? String(answers[holderField] ?? '') || undefined : undefined
  const resumes = opensAgain && !named ? await holderWhoCanResume(tx, involvement) : undefined
  const becomes = named ?? resumes
  const moved = await moveInvolvement(tx, involvement, {
    stage,
    ending: isEnded ? position.ending : null,
    endedAt: isEnded ? (endsNow ? at : involvement.endedAt) : null,
    holderId: becomes ?? (opensAgain ? null : involvement.holderId),
  })
  if (!moved) return refused({ kind: 'moved-on' })
  const { involvementId, childId } = involvement
  const milestoneId = await insertMilestone(tx, {
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
  if (becomes) {
    // Whoever worked beside the holder works as the holder from now on.
    await endCoWorker(tx, involvementId, becomes, at)
    await setHolder(tx, serviceId, involvement, becomes, at)
  }
  if (named && (named !== involvement.holderId || wasEnded))
    await insertHandOver(tx, {
      serviceId,
      childId,
      involvementId,
      milestoneId,
      from: wasEnded ? null : involvement.holderId,
      to: named,
      // Whoever names themselves knows already.
      readAt: named === by ? (taken.now ?? at) : null,
      givenAt: taken.now ?? at,
    })
  if (endsNow) await endParts(tx, involvementId, at)
  if (endsNow || opensAgain)
    await setFollowUp(
      tx,
      { serviceId, childId, involvementId },
      isEnded ? followUpTime(pathway, step, at) : undefined,
    )
  const alerts = taken.hasRaisedAlerts
    ? 0
    : await raiseAlerts(tx, { serviceId, childId, fields: taken.fields, answers, by, at })
  return ok({ ended: endsNow, alerts, milestoneId })
}

/** Whoever held a case that is opened again, if they can still be named in it. */
export async function holderWhoCanResume(
  tx: Work,
  { childId, holderId }: Pick<Involvement, 'childId' | 'holderId'>,
): Promise<string | undefined> {
  await holdChild(tx, childId)
  const people = await listColleagues(tx, childId)
  return people.find(({ userId }) => userId === holderId)?.userId
}
