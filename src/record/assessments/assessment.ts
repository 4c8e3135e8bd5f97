import {
  type AskedBack,
  type AssessmentForm,
  askedBack,
  type FormVersion,
  givenAnswers,
  type KnownOfForms,
  progressOf,
  type SectionProgress,
} from '../../engine/assessments/index.ts'
import type { Answers } from '../../engine/forms/index.ts'
import { findAssessmentForm, practiceInUse } from '../../engine/packs/index.ts'

/** open: being answered; sent: signed and waiting for a senior; signed: finished; set-aside: begun and not used. */
export const assessmentStates = ['open', 'sent', 'signed', 'set-aside'] as const
export type AssessmentState = (typeof assessmentStates)[number]

/** A long form about a child, as a list shows it. */
export type Assessment = {
  assessmentId: string
  childId: string
  involvementId: string | null
  form: string
  wording: string
  state: AssessmentState
  begunById: string
  begunBy: string
  begunAt: Temporal.Instant
  /** When a section was saved last; null where none was. */
  savedAt: Temporal.Instant | null
  version: number
}

/** A section that somebody has saved. */
export type SavedSection = {
  section: string
  answers: Answers
  savedBy: string
  /** Everybody who has saved it since the form was begun. */
  writtenByIds: readonly string[]
  savedAt: Temporal.Instant
  version: number
}

/** A form with its definition and its answers. */
export type OpenedAssessment = Assessment & {
  definition: AssessmentForm
  asked: FormVersion
  saved: ReadonlyMap<string, SavedSection>
  answers: Answers
  /** Of these, the answers to what is asked with them: what the form says. */
  given: Answers
  progress: readonly SectionProgress[]
  /** Questions back about what is saved. */
  askedBack: readonly AskedBack[]
  /** What of the record the questions back were asked with. */
  known: KnownOfForms
}

/** A form whose questions back know what has happened since the last signing, in words. */
export function askedBackAfter(it: OpenedAssessment, happened: readonly string[]): OpenedAssessment {
  const known = { ...it.known, happened }
  return { ...it, known, askedBack: askedBack(it.asked, it.answers, new Set(it.saved.keys()), known) }
}

/**
 * A form with its definition.
 * @throws where the definitions no longer have it, or not in this wording: an id of either is never taken away
 */
export function opened(
  assessment: Assessment,
  sections: readonly SavedSection[],
  known: KnownOfForms,
): OpenedAssessment {
  const definition = findAssessmentForm(practiceInUse(), assessment.form)
  const asked = definition?.versions[assessment.wording]
  if (!definition || !asked)
    throw new Error(
      `The definitions have no form “${assessment.form}” in the wording “${assessment.wording}”`,
    )
  const saved = new Map(sections.map(each => [each.section, each]))
  const answers: Answers = Object.assign({}, ...sections.map(each => each.answers))
  const progress = progressOf(asked, answers, new Set(saved.keys()))
  const back = askedBack(asked, answers, new Set(saved.keys()), known)
  const given = givenAnswers(asked, answers)
  return { ...assessment, definition, asked, saved, answers, given, progress, askedBack: back, known }
}

/** What a form is called; its id where the definitions no longer have it. */
export function formTitle(form: string): string {
  return findAssessmentForm(practiceInUse(), form)?.title ?? form
}
