import { type Answers, answerWords, type Fields } from '../../engine/forms/index.ts'
import {
  type CorrectionRefusal,
  correctMilestone,
  findStep,
  followUpTime,
  type Pathway,
  type Replayed,
} from '../../engine/pathways/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Work } from '../../platform/database/index.ts'
import { type FollowedAlerts, followAlerts } from '../children/index.ts'
import { setFollowUp } from '../followUp/index.ts'
import { endParts, type Involvement, moveInvolvement, type RecordedStep, setHolder } from './caseQueries.ts'
import { movePartTimes, type PartsSet, rewriteMilestone, setStageAfter } from './correctionQueries.ts'
import { holderWhoCanResume, type MovedOn } from './takeStep.ts'

export type StepCorrection = {
  serviceId: string
  pathway: Pathway
  involvement: Involvement
  /** Every milestone of the case, in the order in which they were recorded. */
  milestones: readonly RecordedStep[]
  which: RecordedStep
  /** What it should have held. Whoever is named in it is who was named in it before. */
  answers: Answers
  /** The questions as they are asked today: people stand in them by name. */
  fields: Fields
  at: Temporal.Instant
  by: string
  because: string
  now: Temporal.Instant
}

/**
 * Corrects a step that was recorded wrongly, and sets stage, ending and day of the ending of the case from what its
 * milestones then say. Whoever holds the case goes on holding it. A case that the correction ends ends for everybody who
 * works in it; one that it opens goes back to whoever held it, from now on, as a case that is opened again does.
 */
export async function correctStep(
  tx: Work,
  it: StepCorrection,
): Promise<Result<FollowedAlerts, CorrectionRefusal | MovedOn>> {
  const { pathway, involvement, milestones, which, answers, at } = it
  const index = milestones.indexOf(which)
  const corrected = correctMilestone(pathway, milestones, index, { at, answers })
  if (!corrected.ok) return corrected
  const { position, since, by: ledBy, stages } = corrected.value
  const endedAt = position.kind === 'ended' ? (since ?? at) : null
  const opens = involvement.endedAt !== null && endedAt === null
  const resumes = opens ? await holderWhoCanResume(tx, involvement) : undefined
  const isMoved = await moveInvolvement(tx, involvement, {
    stage: stages.at(-1) ?? involvement.stage,
    ending: position.kind === 'ended' ? position.ending : null,
    endedAt,
    holderId: opens ? (resumes ?? null) : involvement.holderId,
  })
  const isRewritten =
    isMoved &&
    (await rewriteMilestone(tx, which, {
      ...it,
      happenedAt: at,
      words: {
        done: findStep(pathway, which.step)?.done ?? which.step,
        said: answerWords(it.fields, answers),
      },
    }))
  if (!isRewritten) return refused({ kind: 'moved-on' })
  await setStages(tx, milestones, stages)
  if (!which.at.equals(at)) await movePartTimes(tx, involvement, partsSetBy(it), { from: which.at, to: at })
  const time = endedAt && ledBy ? followUpTime(pathway, ledBy, endedAt) : undefined
  if (endedAt || involvement.endedAt) await setFollowUp(tx, { serviceId: it.serviceId, ...involvement }, time)
  if (endedAt && involvement.endedAt === null) await endParts(tx, involvement.involvementId, endedAt)
  if (resumes) await setHolder(tx, it.serviceId, involvement, resumes, it.now)
  return ok(await followAlerts(tx, { ...it, childId: involvement.childId, at: it.now }, which.answers))
}

/** A correction can change where the case stood after the milestone itself and after those that left it in its place. */
async function setStages(
  tx: Work,
  milestones: readonly RecordedStep[],
  stages: Replayed<Pathway>['stages'],
): Promise<void> {
  for (const [index, { milestoneId, stage }] of milestones.entries()) {
    const after = stages[index]
    if (after !== undefined && after !== stage) await setStageAfter(tx, milestoneId, after)
  }
}

/** A step that names the holder ends the part of the one before; an ending ends all; a new opening brings the holder back. */
function partsSetBy({ pathway, which }: StepCorrection): PartsSet {
  const step = findStep(pathway, which.step)
  if (!step) return { ends: false, begins: 'nobody' }
  const named = step.holder === undefined ? '' : String(which.answers[step.holder] ?? '')
  const canOpenAgain = step.from !== 'start' && step.from.includes('ended') && step.to !== 'stay'
  return {
    ends: named !== '' || typeof step.to !== 'string',
    begins: named !== '' ? { userId: named } : canOpenAgain ? 'whoever' : 'nobody',
  }
}
