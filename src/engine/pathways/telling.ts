import type { Answers } from '../forms/index.ts'
import type { Pathway } from './pathway.ts'
import { findStep } from './steps.ts'

/** What whoever referred a child can be told of what became of it. None says why a child or a family decided something. */
export const tellings = [
  /** The service contacts the child and offers help. */
  'taken-up',
  /** Another service is the right one. */
  'signposted',
  /** Nothing is needed from this service. */
  'not-taken-up',
  'accepted',
  'not-reached',
  /** A case was closed before any work began. */
  'not-started',
  /** The work has ended. */
  'ended',
  /** No case was opened. Told when an arrival is closed, and of no step. */
  'closed',
] as const

export type Telling = (typeof tellings)[number]

/** What a step tells: always the same, or by the answer to one of its choices. */
export type StepTelling =
  | Telling
  | { readonly field: string; readonly says: Readonly<Record<string, Telling>> }

/** What the taking of a step tells whoever referred the child; undefined for nothing. */
export function tellingOf(pathway: Pathway, stepId: string, answers: Answers): Telling | undefined {
  const tells = findStep(pathway, stepId)?.tellsReferrer
  if (tells === undefined || typeof tells === 'string') return tells
  const answer = String(answers[tells.field])
  return Object.hasOwn(tells.says, answer) ? tells.says[answer] : undefined
}

/** Whether a pathway tells whoever referred a child anything at all. */
export function tellsReferrers(pathway: Pathway): boolean {
  return Object.keys(pathway.steps).some(id => findStep(pathway, id)?.tellsReferrer !== undefined)
}

/**
 * Whether what the child and the family have agreed so far lets the referrer be told. Before they were asked it does;
 * the last answer counts.
 * @param answers of every step that was taken, in order
 */
export function mayTellReferrer({ tellsReferrerIf }: Pathway, answers: readonly Answers[]): boolean {
  if (!tellsReferrerIf) return true
  const { field, is } = tellsReferrerIf
  const last = answers.findLast(each => each[field] !== undefined)
  return last === undefined || is.includes(String(last[field]))
}
