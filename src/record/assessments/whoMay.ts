import type { AssessmentForm, Section } from '../../engine/assessments/index.ts'
import { may, type Role } from '../../platform/access/index.ts'
import type { OpenedAssessment } from './assessment.ts'

/** Whoever asks: the roles that they hold, and whether they have a part in a case of the child. */
export type Asking = { userId: string; roles: readonly Role[]; isRelated: boolean }

/** Whether somebody may begin and answer a form: by the permission, and by the form's own definition. */
export function mayWrite({ by }: Pick<AssessmentForm, 'by'>, { roles, isRelated }: Asking): boolean {
  return may('assessments.write', roles, isRelated) && by.some(role => roles.includes(role))
}

/** Whether somebody may answer a section: some are for a therapist alone, say. */
export function mayAnswer(
  form: Pick<AssessmentForm, 'by'>,
  { by }: Pick<Section, 'by'>,
  asking: Asking,
): boolean {
  return mayWrite(form, asking) && (by === undefined || by.some(role => asking.roles.includes(role)))
}

/** Whether somebody may countersign a form, or give it back: nobody does that to what they have signed or written themselves. */
export function mayCountersign(it: Countersigned, signedById: string | undefined, asking: Asking): boolean {
  return isForThem(it, asking) && whyNotTheirs(it, signedById, asking) === undefined
}

/**
 * Why somebody may not countersign a form that others in their role may, in words: it is their own. Undefined where it is not, and
 * where their role does not countersign it at all.
 */
export function whyNotCountersign(
  it: Countersigned,
  signedById: string | undefined,
  asking: Asking,
): string | undefined {
  return isForThem(it, asking) ? whyNotTheirs(it, signedById, asking) : undefined
}

type Countersigned = Pick<OpenedAssessment, 'definition' | 'saved' | 'asked'>

const isForThem = ({ definition }: Countersigned, { roles, isRelated }: Asking): boolean =>
  may('assessments.countersign', roles, isRelated) &&
  (definition.countersignedBy?.some(role => roles.includes(role)) ?? false)

const another = 'Another senior or manager must read it and countersign it, or give it back.'

function whyNotTheirs(
  { saved, asked }: Countersigned,
  signedById: string | undefined,
  { userId }: Asking,
): string | undefined {
  if (signedById === userId) return `You signed this form yourself. ${another}`
  const parts = [...saved.values()]
    .filter(({ writtenByIds }) => writtenByIds.includes(userId))
    .map(({ section }) => `“${asked.sections[section]?.title ?? section}”`)
  return parts.length === 0 ? undefined : `You wrote in this form yourself: ${parts.join(', ')}. ${another}`
}
