/**
 * How often a child is met, by the level of a plan: a service’s own policy, dated. A plan keeps the policy that was in force on
 * the day on which its work began.
 */
export type ContactPolicy = {
  readonly id: string
  readonly title: string
  readonly source: string
  /** The file that defines it, from the top of the project: named when a fault is found. */
  readonly file: string
  /** The numbers were not read at any source: said wherever they are shown. */
  readonly unverified?: true
  /** The first day, yyyy-mm-dd, on which work begins under it. */
  readonly inForceFrom: string
  /** For how many weeks from the first day of the work the first number holds. */
  readonly firstWeeks: number
  readonly levels: readonly ContactLevel[]
}

/** A level of a plan: contacts a month in the first weeks, and after them. */
export type ContactLevel = {
  readonly id: string
  readonly title: string
  readonly atFirst: number
  readonly after: number
}

/** The policy under which work that begins on a day stands; undefined where none was in force yet. */
export function policyOn(
  policies: readonly ContactPolicy[],
  day: Temporal.PlainDate,
): ContactPolicy | undefined {
  return policies
    .filter(({ inForceFrom }) => Temporal.PlainDate.compare(inForceFrom, day) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.inForceFrom, a.inForceFrom))[0]
}

/** A level of a policy by its id; undefined where it has none of this id. */
export function findLevel(policy: ContactPolicy | undefined, id: string | null): ContactLevel | undefined {
  return policy?.levels.find(level => level.id === id)
}

/** The first day on which the second number of a level holds, where the work begins on `startsOn`. */
export function changesOn({ firstWeeks }: ContactPolicy, startsOn: Temporal.PlainDate): Temporal.PlainDate {
  return startsOn.add({ weeks: firstWeeks })
}

/** Contacts a month that a level asks for on a day of work that begins on `startsOn`. */
export function contactsAMonth(
  policy: ContactPolicy,
  level: ContactLevel,
  startsOn: Temporal.PlainDate,
  on: Temporal.PlainDate,
): number {
  return Temporal.PlainDate.compare(on, changesOn(policy, startsOn)) < 0 ? level.atFirst : level.after
}
