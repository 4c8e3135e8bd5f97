import type { Answers } from '../forms/index.ts'
import type { FormVersion } from './assessmentForm.ts'
import { givenAnswers } from './progress.ts'

/** What the record holds beside the answers. */
export type KnownOfForms = {
  /** The forms about the child that were signed, by their ids. */
  readonly signedForms: readonly string[]
  /** What has happened since the last signing, each in words with its day. */
  readonly happened: readonly string[]
  /** Where the record says that somebody was harmed, as a person reads it; '' where nothing does, or the form says so too. */
  readonly harmSaid: string
}

/**
 * A question back to whoever writes, where answers leave something open that is often missing. It stops nobody: there may be a good
 * reason, and the question is only asked.
 */
export type SecondLook = {
  readonly id: string
  /** The section with which it stands, once that is saved. */
  readonly section: string
  /** The question in words; undefined where there is nothing to ask. Only answers to questions that are asked come in. */
  readonly ask: (answers: Answers, known: KnownOfForms) => string | undefined
}

/** A question back that is asked now. */
export type AskedBack = { readonly id: string; readonly section: string; readonly question: string }

/**
 * The questions back that a form asks with these answers, in their order. A section that nobody has saved is not asked about: it is
 * not written yet.
 */
export function askedBack(
  version: FormVersion,
  answers: Answers,
  saved: ReadonlySet<string>,
  known: KnownOfForms,
): AskedBack[] {
  const given = givenAnswers(version, answers)
  return (version.secondLooks ?? []).flatMap(({ id, section, ask }) => {
    const question = saved.has(section) ? ask(given, known) : undefined
    return question === undefined ? [] : [{ id, section, question }]
  })
}
