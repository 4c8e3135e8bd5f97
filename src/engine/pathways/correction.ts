import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Answers } from '../forms/index.ts'
import type { Milestone } from './involvement.ts'
import type { Pathway } from './pathway.ts'
import { type Replayed, replay } from './replay.ts'
import { findStep } from './steps.ts'

/** Between which moments a step can have happened; undefined where nothing stands in the way. */
export type Bounds = {
  readonly notBefore: Temporal.Instant | undefined
  readonly notAfter: Temporal.Instant | undefined
}

/** What a milestone should have held. */
export type Correction = { readonly at: Temporal.Instant; readonly answers: Answers }

/** Why a milestone cannot be corrected so. */
export type CorrectionRefusal =
  /** It opened the case: it holds what came from elsewhere, and stays as it came. */
  | { readonly kind: 'opens-the-case' }
  | { readonly kind: 'too-early'; readonly notBefore: Temporal.Instant }
  | { readonly kind: 'too-late'; readonly notAfter: Temporal.Instant }
  /** The milestone at this index could not have been taken where the correction leaves the case. */
  | { readonly kind: 'later-step'; readonly index: number }
  /** The milestones before it, or it itself, do not follow from one another as the pathway is defined today. */
  | { readonly kind: 'does-not-follow' }

/**
 * Between which moments the milestone at `index` can have happened; for the number of milestones as the index, a step
 * that is taken now. A step that moves the case, or names who holds it, stands between its neighbours of that sort.
 * What leaves the case in its place may have been done earlier and be recorded late, but not before the case began.
 */
export function boundsOf(
  pathway: Pathway,
  milestones: readonly Milestone[],
  index: number,
  step: string,
): Bounds {
  if (!keepsOrder(pathway, step)) return { notBefore: milestones[0]?.at, notAfter: undefined }
  const ordered = (it: Milestone) => keepsOrder(pathway, it.step)
  return {
    notBefore: milestones.slice(0, index).findLast(ordered)?.at,
    notAfter: milestones.slice(index + 1).find(ordered)?.at,
  }
}

function keepsOrder(pathway: Pathway, stepId: string): boolean {
  const step = findStep(pathway, stepId)
  return step?.to !== 'stay' || step.holder !== undefined
}

/**
 * Replays a case with one milestone corrected. Refused where a later one could not have been taken then, and where the
 * moment breaks the order of the steps; a moment that is not changed is not looked at.
 */
export function correctMilestone<P extends Pathway>(
  pathway: P,
  milestones: readonly Milestone[],
  index: number,
  correction: Correction,
): Result<Replayed<P>, CorrectionRefusal> {
  const was = milestones[index]
  if (!was) return refused({ kind: 'does-not-follow' })
  if (findStep(pathway, was.step)?.from === 'start') return refused({ kind: 'opens-the-case' })
  if (!was.at.equals(correction.at)) {
    const { notBefore, notAfter } = boundsOf(pathway, milestones, index, was.step)
    const { compare } = Temporal.Instant
    if (notBefore && compare(correction.at, notBefore) < 0) return refused({ kind: 'too-early', notBefore })
    if (notAfter && compare(correction.at, notAfter) > 0) return refused({ kind: 'too-late', notAfter })
  }
  const replayed = replay(pathway, milestones.with(index, { ...was, ...correction }))
  if (replayed.ok) return ok(replayed.value)
  return refused(
    replayed.reason.index > index
      ? { kind: 'later-step', index: replayed.reason.index }
      : { kind: 'does-not-follow' },
  )
}
