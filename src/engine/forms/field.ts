import type { Role } from '../../platform/access/roles.ts'
import type { AlertKind } from './alertKinds.ts'
import type { RowsTable } from './answerWords.ts'
import type { RecordField } from './recordFields.ts'

/**
 * How a question is declared: plain data, in the words that the reader sees. The same declaration gives the page, the
 * checks, the errors and the read view.
 */
type Base = {
  label: string
  hint?: string
  /** What to say when it is left empty; without it the question may be left empty. */
  required?: string
  /** May be left empty and is not called optional: its own words, or those of the page, say when it is answered. */
  isUnmarked?: true
  /** Asked only where an earlier choice was answered in one of these ways. */
  appliesWhen?: { field: string; is: readonly string[] }
  /**
   * Stands folded away under an earlier question, in one short row with it: for forms that ask the same of many. It is opened
   * by hand, where something in it is wrong, and where that question is answered in one of these ways.
   */
  foldedUnder?: FoldedUnder
  /**
   * In a step of a case: what was last answered to this question of the pathway stands beside. With a line, that line of the
   * answer alone, counted from 1; where there is none, the question is not asked.
   */
  beside?: { field: string; line?: number }
}

/** The question beneath which others are folded away, the words that open them, and the answers that do. */
export type FoldedUnder = { field: string; text: string; opensFor: readonly string[] }

export type Option<V extends string = string> = {
  value: V
  label: string
  /** What stands for it in files beside its value and its words: initials, say. */
  also?: readonly string[]
  hint?: string
  /** Choosing this asks for a reason as well: what to say when it is left empty. Kept under `reasonKey`. */
  needsReason?: string
  /** Says that nobody was harmed: where the record knows of somebody, a step takes it with a reason only. */
  saysNobodyHarmed?: true
  /** What bears on choosing this, a line each: shown with radio buttons. */
  facts?: readonly string[]
  /** Shown, but not to be chosen: why, as a sentence without its end. */
  cannot?: string
  /** Seldom the right one: folded away beneath the others, where the answers are radio buttons. */
  isFurther?: true
  /** A page to look at before choosing this: what choosing it is about. */
  seeAlso?: { text: string; href: string }
  /** A face from 1, unhappy, to 5, happy, beside the words: where a choice is asked as faces. */
  face?: 1 | 2 | 3 | 4 | 5
  /**
   * Choosing this in a step raises an alert about the child: in the words of the question and the answer, or in its own
   * where those would not be understood alone; the reason stands after them.
   */
  raisesAlert?: { kind: AlertKind; says?: string }
  /** In a long form that is signed, choosing this says so of a field of the record, in these words. */
  updates?: { field: RecordField; says: string }
}

/** Text that whoever meets the child must know first: answering raises an alert in the very words of the answer. */
type RaisesAlertInItsWords = { raisesAlert?: { kind: AlertKind } }

/**
 * In a long form that is signed, what is written here is said of a field of the record: where an earlier choice was answered in one
 * of these ways, if that is given.
 */
type UpdatesRecord = { updates?: { field: RecordField; where?: { field: string; is: readonly string[] } } }

export type TextField = Base &
  RaisesAlertInItsWords &
  UpdatesRecord & {
    kind: 'text'
    maxLength?: number
    autocomplete?: string
    inputmode?: 'text' | 'numeric' | 'tel' | 'email'
    width?: 'short' | 'medium' | 'full'
    /** A code that is good once, say: a form that asks for it, or for a password, is never kept as a draft. */
    isSecret?: true
    /** The name of a person: tidied, and kept in the script it is written in. */
    isName?: true
    pattern?: { test: RegExp; message: string }
  }
export type EmailField = Base & { kind: 'email'; autocomplete?: string }
export type PasswordField = Base & { kind: 'password'; autocomplete: 'current-password' | 'new-password' }
export type LongTextField = Base &
  RaisesAlertInItsWords &
  UpdatesRecord & {
    kind: 'textarea'
    maxLength?: number
    rows?: number
    /** A child reads it: the reading age of each sentence stands beneath it. */
    readByChild?: true
  }
export type DateField = Base & {
  kind: 'date'
  /** Three boxes for a date that people know by heart; otherwise one box with a calendar beside it. */
  known?: true
  /**
   * What to say of a date after today, or before it. A long form asks for the second also when it is signed: a day on which something
   * comes next may have gone by since.
   */
  notAfterToday?: string
  notBeforeToday?: string
  earliest?: { date: string; message: string }
  /** Another date of the same form, on which or after which this one lies: what to say where it is earlier. */
  notBefore?: { field: string; message: string }
}
export type TimeField = Base & { kind: 'time' }
/** A whole number, unless decimals are allowed. */
export type NumberField = Base & { kind: 'number'; min: number; max: number; decimals?: true }
export type ChoiceField<V extends string = string> = Base & {
  kind: 'choice'
  options: readonly Option<V>[]
  /** A long list is offered as a drop-down; a scale for children as faces with words. */
  as?: 'radios' | 'select' | 'faces'
  /** A judgement: of what, as a phrase. Its answers rise from the first to the last. */
  judges?: string
  /** The answers that say that somebody was harmed, where it asks about that: plans and other forms are held against it. */
  saysHarmed?: readonly V[]
  findsNeed?: FindsNeed
}

/**
 * In a long form that is signed, one answer says that a need was found and is not met, and another that nothing is missing: it is
 * recorded by the codes of the lists `need` and `unmet-reason`.
 */
export type FindsNeed = {
  need: string
  /** The answers that say so. */
  found: string
  met: string
  /** The question that asks why it is not met, and the code for its answers; the code for those that have none. */
  because: string
  reasons: Readonly<Record<string, string>>
  otherwise: string
}
export type ChoicesField<V extends string = string> = Base & {
  kind: 'choices'
  options: readonly Option<V>[]
}
/** Somebody who works here in one of these roles; `askingPeople` makes it a choice before it is asked. */
export type PersonField = Base & { kind: 'person'; roles: readonly Role[] }
/**
 * What the record holds already, by the name of the fact: it is shown and confirmed, not asked again; `askingFacts` makes it a choice
 * before it is asked. The answer is the words that were confirmed.
 */
export type FactField = Base & { kind: 'fact'; fact: string }
/** How much, by whole numbers between two ends that are said in words: the numbers alone would mean nothing. */
export type ScaleField = Base & { kind: 'scale'; from: number; to: number; low: string; high: string }
/**
 * A place: one that the record knows, or another that is written; `askingKnown` makes it a choice before it is asked. The answer is
 * the place in words.
 */
export type PlaceField = Base & { kind: 'place' }
/** Somebody around the child whom the record knows, or another who is written. The answer is the name in words. */
export type AroundField = Base & { kind: 'around' }
/** A question that can stand in a row of a table. */
export type CellField = TextField | LongTextField | DateField | NumberField | ChoiceField
/** What of a plan the rows of a form begin, and the columns that say it. */
export type PlanRows =
  | { of: 'goals'; words: string; step: string; by: string }
  | { of: 'contingencies'; if: string; does: string; who: string }
/** A table of rows with the same questions in each: goals, offences, weeks. Rows are added and taken away by whoever answers. */
export type RowsField = Base & {
  kind: 'rows'
  /** What one row is called: `Goal`. */
  one: string
  /** The most rows that may be written. */
  most: number
  columns: Readonly<Record<string, CellField>>
  /** The plan that follows begins with these rows: which column says what. */
  begins?: PlanRows
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
  | PersonField
  | FactField
  | ScaleField
  | PlaceField
  | AroundField
  | RowsField
  | FileField

export type Fields = Readonly<Record<string, Field>>

type Kept<F extends Field> = F extends { kind: 'date' }
  ? Temporal.PlainDate
  : F extends { kind: 'time' }
    ? Temporal.PlainTime
    : F extends { kind: 'number' | 'scale' }
      ? number
      : F extends { kind: 'choice'; options: readonly { value: infer V }[] }
        ? V
        : F extends { kind: 'choices'; options: readonly { value: infer V }[] }
          ? V[]
          : F extends { kind: 'rows' }
            ? Row[]
            : F extends { kind: 'file' }
              ? { name: string; bytes: Buffer }
              : string

/** What a field gives when it was answered well: text is '' and lists are empty where nothing was answered. */
export type ValueOf<F extends Field> = F extends { kind: 'choices' | 'rows' }
  ? Kept<F>
  : F extends { required: string; appliesWhen?: undefined }
    ? Kept<F>
    : F extends { kind: 'text' | 'textarea' | 'email' | 'password' }
      ? string
      : Kept<F> | undefined

export type ValuesOf<F extends Fields> = { -readonly [Name in keyof F]: ValueOf<F[Name]> }

/** A form: its name and its questions, in the order in which they stand. */
export type Form<F extends Fields = Fields> = {
  id: string
  fields: F
  /** The page says once that nothing has to be answered, so that no question says it again. */
  saysOptionalOnce?: true
  /**
   * It may be saved with answers still missing: what is there is checked, and what is missing is said elsewhere. No question is
   * then called optional.
   */
  isPartial?: true
}

/** Whether a form asks for something that must not be kept while it is typed. */
export function asksForSecret({ fields }: Form): boolean {
  return Object.values(fields).some(
    field => field.kind === 'password' || (field.kind === 'text' && field.isSecret),
  )
}

/** Declares a form. Its literal types are kept, so that its values are typed. */
export function form<const F extends Fields>(declaration: Form<F>): Form<F> {
  return declaration
}

/** Yes or no, the commonest of choices. */
export const yesNo = [
  { value: 'yes', label: 'Yes', also: ['Y'] },
  { value: 'no', label: 'No', also: ['N'] },
] as const

/** A row of a table as it is kept: what was answered in it, by the name of its column. */
export type Row = Readonly<Record<string, string | number>>

/** An answer as it is kept: text, a date (yyyy-mm-dd), a time (hh:mm), a number, a person's id, the values chosen, or rows. */
export type Answer = string | number | readonly string[] | readonly Row[]

/** The answers given, by the name of the question; what was not answered is not there. */
export type Answers = Readonly<Record<string, Answer>>

/** What was answered before, beside the question that asks again: when and what, by the name of the question. */
export type Beside = Readonly<
  Record<string, { on: Temporal.PlainDate; said: string; rows?: RowsTable | undefined }>
>

/** Under which key the reason for a choice is kept among the answers. */
export function reasonKey(field: string): string {
  return `${field}-reason`
}

/** Under which name the reason for one of the answers is typed. */
export function reasonName(field: string, value: string): string {
  return `${field}-reason-${value}`
}

/** The options of a question that has any. */
export function optionsOf(field: Field): readonly Option[] {
  return field.kind === 'choice' || field.kind === 'choices' ? field.options : []
}

/** The values chosen, whether one or several may be; none for an answer that is not text. */
export function chosenIn(answer: Answer | undefined): readonly string[] {
  if (answer === undefined || typeof answer === 'number') return []
  return typeof answer === 'string' ? [answer] : answer.filter(each => typeof each === 'string')
}

/**
 * The names of the questions that apply with these answers. A question that hangs on one that does not itself apply
 * does not apply either.
 */
export function applicable(
  fields: Fields,
  answers: Readonly<Record<string, Answer | undefined>>,
): ReadonlySet<string> {
  const applying = new Set<string>()
  for (const [name, { appliesWhen }] of Object.entries(fields)) {
    const isAsked =
      !appliesWhen ||
      (applying.has(appliesWhen.field) &&
        chosenIn(answers[appliesWhen.field]).some(value => appliesWhen.is.includes(value)))
    if (isAsked) applying.add(name)
  }
  return applying
}

/**
 * Somebody who may be named: with what bears on naming them, where the reader may know it, and why they cannot be
 * named, where that is so.
 */
export type Nameable = {
  userId: string
  name: string
  roles: readonly Role[]
  facts?: readonly string[]
  cannot?: string
  /** Seldom the right one: folded away beneath the others. */
  isFurther?: true
}

/**
 * The same questions, with those for a person offered as a choice among the people given, in their order. Where there
 * is something to know of them it is said beside each, and those further off are folded away; otherwise a drop-down holds
 * the names.
 */
export function askingPeople(fields: Fields, people: readonly Nameable[]): Fields {
  const asked = Object.entries(fields).map(([name, field]): [string, Field] => {
    if (field.kind !== 'person') return [name, field]
    const { kind: _, roles, ...said } = field
    const offered = people.filter(person => person.roles.some(role => roles.includes(role)))
    const options = offered.map(
      ({ userId, name, facts, cannot, isFurther }): Option => ({
        value: userId,
        label: name,
        ...(facts && { facts }),
        ...(cannot !== undefined && { cannot }),
        ...(isFurther && { isFurther }),
      }),
    )
    const as = options.some(({ facts, cannot }) => facts ?? cannot) ? 'radios' : 'select'
    return [name, { ...said, kind: 'choice', as, options }]
  })
  return Object.fromEntries(asked)
}
