import type { ChoiceField, ChoicesField, DateField, Field, Option } from '../../../src/engine/forms/index.ts'

/** What a question says beside its words. */
type More = Pick<Field, 'hint' | 'appliesWhen'>

/** Answers by their values: in their words alone, or with what else there is to them. */
export type Answered = Readonly<Record<string, string | Omit<Option, 'value'>>>

/** Asked only where an earlier choice was answered in one of these ways. */
export const when = (field: string, ...is: readonly string[]) => ({ appliesWhen: { field, is } })

/** A question answered in words that must not be left empty. `required` says what to do where it is. */
export const told = (label: string, required: string, more: More = {}) =>
  ({ kind: 'textarea', label, required, maxLength: 5_000, rows: 4, ...more }) as const

/** A question answered in words that may be left empty. */
export const noted = (label: string, more: More = {}) =>
  ({ kind: 'textarea', label, maxLength: 5_000, rows: 4, ...more }) as const

/** A day that has been. `required` left out: it may not be known. */
export const pastDay = (label: string, more: More & { required?: string } = {}): DateField => ({
  kind: 'date',
  label,
  notAfterToday: `${label.replace(/\?$/, '')}: the day cannot be in the future`,
  ...more,
})

/** A day on which something comes next: when the form is signed it may not have gone by. */
export const comingDay = (label: string, more: More & { required?: string } = {}): DateField => ({
  kind: 'date',
  label,
  notBeforeToday: `${label.replace(/\?$/, '')}: the day cannot be in the past`,
  ...more,
})

/** One answer of several. */
export const chosen = (label: string, required: string, answers: Answered, more: More = {}): ChoiceField => ({
  kind: 'choice',
  label,
  required,
  options: optionsFrom(answers),
  ...more,
})

/** Any number of answers, at least one. */
export const several = (
  label: string,
  required: string,
  answers: Answered,
  more: More = {},
): ChoicesField => ({
  kind: 'choices',
  label,
  required,
  options: optionsFrom(answers),
  ...more,
})

/** No or yes, and what is to be said of a yes. */
export const noOrYes = (label: string, required: string, whyYes: string, more: More = {}): ChoiceField =>
  chosen(label, required, { no: 'No', yes: { label: 'Yes', needsReason: whyYes } }, more)

/** Whether something has been seen or heard: not to know is an answer, and not the same as no. */
export const sign = (label: string): ChoiceField =>
  chosen(label, 'Choose no, yes or not known', {
    no: 'No',
    yes: { label: 'Yes', needsReason: 'Say what was seen or heard, by whom, and when' },
    'not-known': 'Not known',
  })

function optionsFrom(answers: Answered): readonly Option[] {
  return Object.entries(answers).map(([value, said]) => ({
    value,
    ...(typeof said === 'string' ? { label: said } : said),
  }))
}
