export { type AlertKind, alertKinds } from './alertKinds.ts'
export { type AnswerWords, answerWords } from './answerWords.ts'
export { type AskedName, askedNames } from './askedNames.ts'
export type { Check, FormPage, Refusal } from './declaredPage.ts'
export { draftRoutes } from './draftRoutes.ts'
export { type Draft, findDraft, saveDraft } from './drafts.ts'
export { FormErrors, FormFields } from './FormFields.tsx'
export {
  type Answer,
  type Answers,
  askingFacts,
  askingPeople,
  type Beside,
  type ChoiceField,
  type ChoicesField,
  chosenIn,
  type DateField,
  type Field,
  type Fields,
  type Form,
  form,
  type KnownFact,
  type Nameable,
  notAsRecorded,
  type Option,
  optionsOf,
  reasonKey,
  reasonName,
  type ValueOf,
  type ValuesOf,
  yesNo,
} from './field.ts'
export { formPage } from './formPage.tsx'
export { jsonFields, jsonName } from './jsonFields.ts'
export { fingerprints } from './opened.ts'
export { type RaisedAlert, raisedAlerts } from './raisedAlerts.ts'
export { type FieldError, readForm, type Typed, typedDate, typedFrom } from './readForm.ts'
export { SendingMarks } from './SendingMarks.tsx'
export { typedAnswers } from './typedAnswers.ts'
