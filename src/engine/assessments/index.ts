export { type AnswerCell, type AnswerColumn, answerColumns } from './answerColumns.ts'
export {
  type AssessmentForm,
  assessmentForm,
  type Condition,
  type FormEvent,
  type FormVersion,
  fieldsOf,
  type Section,
  versionOn,
} from './assessmentForm.ts'
export { type Answered, type Change, changesSince } from './changes.ts'
export { checkAssessmentForm } from './checkAssessmentForm.ts'
export { daysGone } from './daysGone.ts'
export { type JudgementChange, judgementChanges, judgementsIn } from './judgements.ts'
export { askedIn, givenAnswers, isComplete, progressOf, type SectionProgress } from './progress.ts'
export { checkReviewRule, type EventKind, type ReviewRule, reviewRule } from './reviewRule.ts'
export { bandsOf, checkScoreBands, type ScoreBands } from './scoreBands.ts'
export { type AskedBack, askedBack, type KnownOfForms, type SecondLook } from './secondLooks.ts'
export { sectionForm } from './sectionForm.ts'
export { type KnownOfChild, type WorkedOut, type WorkedResult, workOutIn } from './workedOut.ts'
