import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Role } from '../../platform/access/roles.ts'
import type { Answers } from '../forms/index.ts'
import type { End, EndingOf, Pathway, StageOf, Step, StepOf } from './pathway.ts'

/** Where a case stands on its pathway. */
export type Position<Stage extends string = string, Ending extends string = string> =
  | { readonly kind: 'notStarted' }
  | { readonly kind: 'open'; readonly stage: Stage }
  /** `from`: the stage in which it ended. */
  | { readonly kind: 'ended'; readonly ending: Ending; readonly from?: Stage }

/** The position of a case on one pathway. */
export type PositionOn<P extends Pathway> = Position<StageOf<P>, EndingOf<P>>

/** A step that can be taken now. */
export type OfferedStep<P extends Pathway> = { readonly id: StepOf<P> } & Step<StageOf<P>, EndingOf<P>>

/** Why a step leads nowhere. */
export type StepRefusal =
  /** The pathway has no such step. */
  | { readonly kind: 'unknown-step'; readonly step: string }
  /** It has, but not where the case now stands: somebody else may have moved it on. */
  | { readonly kind: 'not-offered'; readonly step: string; readonly position: Position }
  /** Where it leads hangs on an answer that was not given. */
  | { readonly kind: 'not-answered'; readonly step: string; readonly field: string }

/** The steps that somebody in this role can take where the case stands, in the order of the definition. */
export function availableSteps<P extends Pathway>(
  pathway: P,
  position: PositionOn<P>,
  role: Role,
): readonly OfferedStep<P>[] {
  return stepsOffered(pathway, position).filter(({ by }) => by.includes(role))
}

/** The steps that can be taken where the case stands, by whoever may: those that move it on first, then the others. */
export function stepsOffered<P extends Pathway>(
  pathway: P,
  position: PositionOn<P>,
): readonly OfferedStep<P>[] {
  const offered = stepIds(pathway).flatMap(id => {
    const step = findStep(pathway, id)
    return step && isOffered(step, position) ? [{ id, ...step }] : []
  })
  if (position.kind !== 'open') return offered
  const stays = ({ to }: { to: unknown }) => to === 'stay'
  return [...offered.filter(step => !stays(step)), ...offered.filter(stays)]
}

/** A step by its id; undefined when the pathway has none of that name. */
export function findStep<P extends Pathway>(
  pathway: P,
  id: string,
): Step<StageOf<P>, EndingOf<P>> | undefined {
  return Object.hasOwn(pathway.steps, id) ? pathway.steps[id] : undefined
}

/** Whether taking a step can end a case. */
export function leadsToEnding({ to }: Pick<Step, 'to'>): boolean {
  if (typeof to === 'string') return false
  if ('ends' in to) return true
  return Object.values(to.goes).some(place => typeof place !== 'string')
}

/** Where the case stands once the step is taken with these answers. The answers are read and checked before, as those of any form. */
export function nextStage<P extends Pathway>(
  pathway: P,
  position: PositionOn<P>,
  stepId: string,
  answers: Answers,
): Result<PositionOn<P>, StepRefusal> {
  const step = findStep(pathway, stepId)
  if (!step) return refused({ kind: 'unknown-step', step: stepId })
  if (!isOffered(step, position)) return refused({ kind: 'not-offered', step: stepId, position })

  const { to } = step
  if (typeof to === 'string' || 'ends' in to) return leadTo(position, stepId, to)
  const answer = answers[to.field]
  const chosen = typeof answer === 'string' && Object.hasOwn(to.goes, answer) ? to.goes[answer] : undefined
  if (chosen === undefined) return refused({ kind: 'not-answered', step: stepId, field: to.field })
  return leadTo(position, stepId, chosen)
}

function leadTo<Stage extends string, Ending extends string>(
  position: Position<Stage, Ending>,
  step: string,
  to: Stage | 'stay' | 'back' | End<Ending>,
): Result<Position<Stage, Ending>, StepRefusal> {
  const from =
    position.kind === 'open' ? position.stage : position.kind === 'ended' ? position.from : undefined
  if (typeof to !== 'string') return ok({ kind: 'ended', ending: to.ends, ...(from && { from }) })
  if (to === 'stay') return ok(position)
  if (to !== 'back') return ok({ kind: 'open', stage: to as Stage })
  return position.kind === 'ended' && from
    ? ok({ kind: 'open', stage: from })
    : refused({ kind: 'not-offered', step, position })
}

function isOffered(step: Step, position: Position): boolean {
  switch (position.kind) {
    case 'notStarted':
      return step.from === 'start'
    case 'open':
      return step.from !== 'start' && step.from.includes(position.stage)
    case 'ended':
      return step.from !== 'start' && step.from.includes('ended')
  }
}

function stepIds<P extends Pathway>(pathway: P): readonly StepOf<P>[] {
  return Object.keys(pathway.steps) as StepOf<P>[]
}
