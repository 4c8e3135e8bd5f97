import type { StepRefusal } from '../../engine/pathways/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'

/** Why no case was opened: somebody else has opened one with the package, the pathway takes nobody over, or cannot begin so. */
export type NotOpened = { kind: 'opened-before' | 'takes-nobody-over' } | StepRefusal

/** Why no case was opened, in words for whoever asked for one on this pathway. */
export function notOpenedWords({ kind }: NotOpened, title: string): string {
  switch (kind) {
    case 'opened-before':
      return 'Not opened: somebody else has opened a case with it in the meantime. It stands here.'
    case 'takes-nobody-over':
      return `Not opened: “${title}” does not take over children of other services. Choose another pathway.`
    case 'unknown-step':
    case 'not-offered':
    case 'not-answered':
      return `Not opened: a case on “${title}” cannot begin with what came. Tell whoever looks after the pathways.`
  }
}

/** What is known of the time in which a case that goes on can have begun. */
export type KnownBefore = {
  /** The first day of the earliest case of which the other service told. */
  theirsBegan: Temporal.PlainDate | undefined
  birthDate: Temporal.PlainDate | null
}

/**
 * Why our work cannot have begun on a day; undefined where it can. It goes on from theirs, so it did not begin before; where
 * they told of no case, only the date of birth stands against a day. No rule of how long a handover may take is known.
 */
export function whyNotFrom(
  day: Temporal.PlainDate,
  { theirsBegan, birthDate }: KnownBefore,
): string | undefined {
  const { compare } = Temporal.PlainDate
  if (theirsBegan)
    return compare(day, theirsBegan) < 0
      ? `The day cannot lie before ${writeDate(theirsBegan)}, when their work began`
      : undefined
  return birthDate && compare(day, birthDate) < 0
    ? 'The day cannot lie before the child was born: check the year'
    : undefined
}
