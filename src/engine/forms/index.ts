export { readable } from './Collision.tsx'
export { draftRoutes } from './draftRoutes.ts'
export { clearDraft, type Draft, findDraft, saveDraft } from './drafts.ts'
export { FormErrors, FormFields } from './FormFields.tsx'
export {
  type Answer,
  type Answers,
  applicable,
  askingPeople,
  type ChoiceField,
  chosenIn,
  type Field,
  type Fields,
  type Form,
  form,
  type Option,
  optionsOf,
  reasonKey,
  reasonName,
  type ValueOf,
  type ValuesOf,
  yesNo,
} from './field.ts'
export { type FormPage, formPage, type Refusal } from './formPage.tsx'
export { type FieldError, readForm, type Typed, typedDate, typedFrom } from './readForm.ts'
