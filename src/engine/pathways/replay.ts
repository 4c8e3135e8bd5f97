import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Milestone } from './involvement.ts'
import type { Pathway, StageOf } from './pathway.ts'
import { nextStage, type PositionOn, type StepRefusal } from './steps.ts'

/** What milestones, taken one after another, have made of a case. */
export type Replayed<P extends Pathway> = {
  readonly position: PositionOn<P>
  readonly startedAt: Temporal.Instant | undefined
  /** When the case came to where it stands: for one that has ended, when it ended. */
  readonly since: Temporal.Instant | undefined
  /** The step by which it came there. */
  readonly by: string | undefined
  /** The stage after each milestone; after an ending, the stage in which the case ended. */
  readonly stages: readonly StageOf<P>[]
}

/** The milestone at this index could not be taken where those before it had brought the case. */
export type ReplayFault = { readonly index: number; readonly refusal: StepRefusal }

/** Takes the steps of a case one after another, in the order in which they were recorded. */
export function replay<P extends Pathway>(
  pathway: P,
  milestones: readonly Milestone[],
): Result<Replayed<P>, ReplayFault> {
  let position: PositionOn<P> = { kind: 'notStarted' }
  let since: Temporal.Instant | undefined
  let by: string | undefined
  const stages: StageOf<P>[] = []
  for (const [index, { step, at, answers }] of milestones.entries()) {
    const next: Result<PositionOn<P>, StepRefusal> = nextStage(pathway, position, step, answers)
    if (!next.ok) return refused({ index, refusal: next.reason })
    if (!samePlace(position, next.value)) {
      since = at
      by = step
    }
    position = next.value
    const stage = position.kind === 'open' ? position.stage : stages.at(-1)
    if (stage !== undefined) stages.push(stage)
  }
  return ok({ position, startedAt: milestones[0]?.at, since, by, stages })
}

function samePlace<P extends Pathway>(one: PositionOn<P>, other: PositionOn<P>): boolean {
  if (one.kind === 'open') return other.kind === 'open' && one.stage === other.stage
  if (one.kind === 'ended') return other.kind === 'ended' && one.ending === other.ending
  return other.kind === 'notStarted'
}
