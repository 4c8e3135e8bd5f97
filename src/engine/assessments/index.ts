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
export { askedIn, isComplete, progressOf, type SectionProgress } from './progress.ts'
export { sectionForm } from './sectionForm.ts'
