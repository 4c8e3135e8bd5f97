import type { Answer, ChoiceField, Field } from '../forms/index.ts'

/**
 * What an arrival can say, whatever its form calls the question: of the child, of whoever sent it, and of what the police
 * say has happened. The kinds are those that a question for it may be of.
 */
export const topics = {
  /** The day on which it was sent: the clocks of the case start there. */
  received: ['date'],
  /** The sender's own reference. */
  reference: ['text'],
  'given-name': ['text'],
  'family-name': ['text'],
  /** Whole names, with semicolons between them. */
  'other-names': ['text'],
  'birth-date': ['date'],
  /** How sure it is: `known`, `estimated`, or that only the `year` or the `age` is known, which these then say. */
  'birth-date-basis': ['choice'],
  'birth-year': ['number'],
  /** In whole years, on the day on which it was sent. */
  age: ['number'],
  sex: ['code'],
  ethnicity: ['code'],
  language: ['text'],
  /** Answered yes or no. */
  interpreter: ['choice'],
  address: ['text'],
  postcode: ['text'],
  phone: ['text'],
  school: ['text'],
  'parent-name': ['text'],
  'parent-phone': ['text'],
  'referrer-name': ['text'],
  /** What they are, and where: “Head of year, Brook School”. */
  'referrer-post': ['text'],
  'referrer-email': ['email'],
  'referrer-phone': ['text'],
  offence: ['text'],
  'offence-code': ['text'],
  'offence-date': ['date'],
  /** A code of the list police-outcomes, and the day on which it was given. */
  outcome: ['code'],
  'outcome-date': ['date'],
} as const satisfies Record<string, readonly (Field['kind'] | 'code')[]>

export type Topic = keyof typeof topics

/** What every form must say: without a name and a day nothing can be compared or counted. */
export const neededTopics = ['received', 'family-name'] as const satisfies readonly Topic[]

/** A choice among the codes of a list, as they are on the day on which it is asked. */
export type CodedField = Omit<ChoiceField, 'kind' | 'options'> & {
  kind: 'code'
  list: string
  /** Codes that can no longer be recorded are offered too, for what happened while they could. */
  includesPast?: true
}

export type ArrivalFields = Readonly<Record<string, Field | CodedField>>

/** Which question says what. */
export type Says<Question extends string = string> = {
  readonly [T in (typeof neededTopics)[number]]: Question
} & { readonly [T in Topic]?: Question }

/** A form by which a child arrives: a police notification, a referral. */
export type ArrivalForm = {
  readonly id: string
  readonly title: string
  readonly source: string
  /** The file that defines it, from the top of the project: named when a fault is found. */
  readonly file: string
  /** What one of these is called on screen. */
  readonly called: 'notification' | 'referral'
  readonly fields: ArrivalFields
  readonly says: Says
  /**
   * The same list is sent again and again: under a reference that came before about the child, what says otherwise now is
   * told and changes nothing. Without it, that is a new referral once the first one is settled.
   */
  readonly isSentAgain?: true
  /** One of an invented child, by the names of the questions: for whoever writes a file or a program that sends them. */
  readonly example: Readonly<Record<string, Answer>>
}

/** Declares a form by which children arrive. The compiler refuses a topic that is said by a question it does not ask. */
export function arrivalForm<const F extends ArrivalFields>(
  definition: Omit<ArrivalForm, 'fields' | 'says'> & {
    readonly fields: F
    readonly says: Says<NoInfer<keyof F & string>>
  },
): ArrivalForm {
  return definition
}
