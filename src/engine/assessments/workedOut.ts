import type { Result } from '../../kernel/result.ts'
import type { Answers } from '../forms/index.ts'
import type { Condition, FormVersion } from './assessmentForm.ts'
import { givenAnswers, isMet } from './progress.ts'

/** What a rule may know of the child beside the answers: the record’s own facts, which nobody types into the form. */
export type KnownOfChild = {
  readonly birthDate: Temporal.PlainDate | null
  readonly birthDateBasis: 'known' | 'estimated' | 'unknown'
  /** A code of the list of sexes; '' where nothing is known. */
  readonly sex: string
}

/** A value that was worked out: in words, and its figures by their names, for programs. */
export type Worked = { readonly words: string; readonly figures: Readonly<Record<string, number>> }

/** Something that follows from the answers of a form, by a rule and not by a judgement. */
export type WorkedOut = {
  readonly label: string
  /** Which version of the rule this is. What was signed keeps the version by which it was worked out. */
  readonly version: string
  readonly source: string
  /** What it does not say, so that nobody takes it for more than it is. */
  readonly caution?: string
  /** Where it says anything at all only with some answers: without them there is no such line. */
  readonly appliesWhen?: Condition
  /**
   * The rule. Pure: only questions that are asked come in.
   * @param on the day for which it is worked out
   * @returns the value, or in a sentence why there is none
   */
  readonly workOut: (answers: Answers, child: KnownOfChild, on: Temporal.PlainDate) => Result<Worked, string>
}

/** What came of a rule: a value, or why there is none. */
export type WorkedResult = {
  readonly name: string
  readonly label: string
  readonly version: string
  readonly outcome: Result<Worked, string>
}

/** What follows from the answers so far in the sections given, in their order. */
export function workOutIn(
  version: FormVersion,
  sections: readonly string[],
  answers: Answers,
  child: KnownOfChild,
  on: Temporal.PlainDate,
): WorkedResult[] {
  const given = givenAnswers(version, answers)
  return sections.flatMap(id =>
    Object.entries(version.sections[id]?.workedOut ?? {})
      .filter(([, rule]) => isMet(version, rule.appliesWhen, answers))
      .map(([name, rule]) => ({
        name,
        label: rule.label,
        version: rule.version,
        outcome: rule.workOut(given, child, on),
      })),
  )
}
