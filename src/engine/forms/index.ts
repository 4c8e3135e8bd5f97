export { type AlertKind, alertKinds } from './alertKinds.ts'
export { type AnswerWords, answerWords, type RowsTable, rowsTable } from './answerWords.ts'
export { type AskedName, askedNames } from './askedNames.ts'
export {
  askingFacts,
  askingKnown,
  changedFacts,
  deniedFacts,
  factNotKnown,
  type KnownFact,
  type KnownNames,
  namedAnswers,
  notAsRecorded,
} from './askingFacts.ts'
export type { Check, FormPage, Refusal } from './declaredPage.ts'
export { draftRoutes } from './draftRoutes.ts'
export { type Draft, findDraft, findDrafted, saveDraft } from './drafts.ts'
export { FormErrors } from './FormErrors.tsx'
export { FormFields } from './FormFields.tsx'
export {
  type Answer,
  type Answers,
  askingPeople,
  type Beside,
  type ChoiceField,
  type ChoicesField,
  chosenIn,
  type DateField,
  type Field,
  type Fields,
  type FindsNeed,
  type Form,
  form,
  type Nameable,
  type Option,
  optionsOf,
  type PlanRows,
  type Row,
  type RowsField,
  reasonKey,
  reasonName,
  type ValueOf,
  type ValuesOf,
  yesNo,
} from './field.ts'
export { formPage } from './formPage.tsx'
export { needsSaid, type SaidOfNeed } from './foundNeeds.ts'
export { jsonFields, jsonName } from './jsonFields.ts'
export { fingerprints } from './opened.ts'
export { RowsRead } from './RowsRead.tsx'
export { type RaisedAlert, raisedAlerts } from './raisedAlerts.ts'
export { type FieldError, readForm, type Typed, typedDate, typedFrom } from './readForm.ts'
export { carryRead, notWhatWasRead } from './readMark.ts'
export { type RecordField, recordFields } from './recordFields.ts'
export { rowsOf } from './rows.ts'
export { SendingMarks } from './SendingMarks.tsx'
export { type ToldRecord, toldRecord } from './toldRecord.ts'
export { typedAnswers } from './typedAnswers.ts'
