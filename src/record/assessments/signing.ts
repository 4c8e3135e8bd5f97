import type { AssessmentForm } from '../../engine/assessments/index.ts'
import type { AssessmentState } from './assessment.ts'

/** What is done to a form when it is signed, and after. */
export const signingKinds = ['signed', 'countersigned', 'returned', 'taken-back', 'set-aside'] as const
export type SigningKind = (typeof signingKinds)[number]

/** Something that was signed: who, when, and what was said with it. */
export type Signing = {
  kind: SigningKind
  words: string
  signedById: string
  signedBy: string
  signedAt: Temporal.Instant
  /** What had happened and it takes up, by ids; null where nobody was asked. */
  takesUp?: readonly string[] | null
}

/** How each is told afterwards. */
export const signingWords: Readonly<Record<SigningKind, string>> = {
  signed: 'Signed',
  countersigned: 'Countersigned',
  returned: 'Given back',
  'taken-back': 'Taken back',
  'set-aside': 'Set aside',
}

/**
 * How a form stands after something was signed; undefined where that cannot be done as it stands. A form that is finished is
 * not opened again: what has changed since belongs in the next one.
 */
export function stateAfter(
  state: AssessmentState,
  kind: SigningKind,
  { countersignedBy }: Pick<AssessmentForm, 'countersignedBy'>,
): AssessmentState | undefined {
  switch (kind) {
    case 'signed':
      if (state !== 'open') return undefined
      return countersignedBy ? 'sent' : 'signed'
    case 'countersigned':
      return state === 'sent' ? 'signed' : undefined
    case 'returned':
    case 'taken-back':
      return state === 'sent' ? 'open' : undefined
    case 'set-aside':
      return state === 'open' ? 'set-aside' : undefined
  }
}

/** Whose signature a form carries now: the last, unless it was given back or taken back since. */
export function signedLast<S extends Pick<Signing, 'kind'>>(signings: readonly S[]): S | undefined {
  return signings.findLast(({ kind }) => kind !== 'countersigned' && kind !== 'set-aside')?.kind === 'signed'
    ? signings.findLast(({ kind }) => kind === 'signed')
    : undefined
}
