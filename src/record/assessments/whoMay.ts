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

/** Whether somebody may countersign a form, or give it back: nobody does that to what they have signed themselves. */
export function mayCountersign(
  { definition }: Pick<OpenedAssessment, 'definition'>,
  signedById: string | undefined,
  { userId, roles, isRelated }: Asking,
): boolean {
  return (
    may('assessments.countersign', roles, isRelated) &&
    (definition.countersignedBy?.some(role => roles.includes(role)) ?? false) &&
    signedById !== userId
  )
}
