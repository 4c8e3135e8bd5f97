/**
 * How a question is declared: plain data, in the words that the reader sees. The same declaration gives the page, the
 * checks, the errors and the read view.
 */
type Base = {
  label: string
  hint?: string
  /** What to say when it is left empty; without it the question may be left empty. */
  required?: string
  /** Asked only where another question was answered in one of these ways. */
  when?: { field: string; is: readonly string[] }
}

export type Option<V extends string = string> = { value: V; label: string; hint?: string }

export type TextField = Base & {
  kind: 'text'
  maxLength?: number
  autocomplete?: string
  inputmode?: 'text' | 'numeric' | 'tel' | 'email'
  width?: 'short' | 'medium' | 'full'
  /** The name of a person: tidied, and kept in the script it is written in. */
  isName?: true
  pattern?: { test: RegExp; message: string }
}
export type EmailField = Base & { kind: 'email'; autocomplete?: string }
export type PasswordField = Base & { kind: 'password'; autocomplete: 'current-password' | 'new-password' }
export type LongTextField = Base & { kind: 'textarea'; maxLength?: number; rows?: number }
export type DateField = Base & {
  kind: 'date'
  /** Three boxes for a date that people know by heart; otherwise one box with a calendar beside it. */
  known?: true
  /** What to say of a date after today, or before it. */
  notAfterToday?: string
  notBeforeToday?: string
  earliest?: { date: string; message: string }
}
export type TimeField = Base & { kind: 'time' }
export type NumberField = Base & { kind: 'number'; least: number; most: number; whole?: true }
export type ChoiceField<V extends string = string> = Base & {
  kind: 'choice'
  options: readonly Option<V>[]
  /** A long list is offered as a drop-down. */
  as?: 'radios' | 'select'
}
export type ChoicesField<V extends string = string> = Base & {
  kind: 'choices'
  options: readonly Option<V>[]
}
export type FileField = Base & { kind: 'file'; accept?: string }

export type Field =
  | TextField
  | EmailField
  | PasswordField
  | LongTextField
  | DateField
  | TimeField
  | NumberField
  | ChoiceField
  | ChoicesField
  | FileField

export type Fields = Readonly<Record<string, Field>>

type Kept<F extends Field> = F extends { kind: 'date' }
  ? Temporal.PlainDate
  : F extends { kind: 'time' }
    ? Temporal.PlainTime
    : F extends { kind: 'number' }
      ? number
      : F extends { kind: 'choice'; options: readonly { value: infer V }[] }
        ? V
        : F extends { kind: 'choices'; options: readonly { value: infer V }[] }
          ? V[]
          : F extends { kind: 'file' }
            ? { name: string; bytes: Buffer }
            : string

/** What a field gives when it was answered well: text is '' and lists are empty where nothing was answered. */
export type ValueOf<F extends Field> = F extends { kind: 'choices' }
  ? Kept<F>
  : F extends { required: string; when?: undefined }
    ? Kept<F>
    : F extends { kind: 'text' | 'textarea' | 'email' | 'password' }
      ? string
      : Kept<F> | undefined

export type ValuesOf<F extends Fields> = { -readonly [Name in keyof F]: ValueOf<F[Name]> }

/** A form: its name and its questions, in the order in which they stand. */
export type Form<F extends Fields = Fields> = { id: string; fields: F }

/** Declares a form. Its literal types are kept, so that its values are typed. */
export function form<const F extends Fields>(declaration: Form<F>): Form<F> {
  return declaration
}

/** Yes or no, the commonest of choices. */
export const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const
