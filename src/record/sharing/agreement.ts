import { writeDate } from '../../kernel/writtenDates.ts'

/** The codes of the list sharing-basis. */
export const bases = ['consent', 'public-task', 'legal-obligation', 'vital-interests'] as const
export type Basis = (typeof bases)[number]

/** What may be shared, with whom, on what basis, from when until when. */
export type Agreement = {
  agreementId: string
  childId: string
  /** What may be shared; null where it is about health and the reader may not read of that. */
  what: string | null
  hasHealth: boolean
  withWhom: string
  basis: Basis
  /** Why it may be shared without consent. */
  reason: string | null
  agreedBy: string[]
  howAsked: string | null
  from: Temporal.PlainDate
  /** The last day; null: until it is withdrawn. */
  until: Temporal.PlainDate | null
  withdrawnOn: Temporal.PlainDate | null
  withdrawnBy: string
  withdrawnReason: string
  recordedBy: string
  recordedAt: Temporal.Instant
  version: number
}

/** How an agreement stands on a day. */
export type Standing = 'to-come' | 'in-force' | 'expired' | 'withdrawn'

/**
 * How an agreement stands on a day: it holds from its first day to its last, both included, and no more from the day on
 * which it is withdrawn.
 */
export function standingOn(
  { from, until, withdrawnOn }: Pick<Agreement, 'from' | 'until' | 'withdrawnOn'>,
  day: Temporal.PlainDate,
): Standing {
  const { compare } = Temporal.PlainDate
  if (withdrawnOn && compare(day, withdrawnOn) >= 0) return 'withdrawn'
  if (compare(day, from) < 0) return 'to-come'
  return until && compare(day, until) > 0 ? 'expired' : 'in-force'
}

/** Who said yes, or took it back, in words. */
export const parties: Readonly<Record<string, string>> = {
  child: 'The child',
  parent: 'A parent or carer',
  service: 'The service: it is no longer needed',
}

/** From when until when an agreement holds, in words. */
export function lastsWords({ from, until }: Pick<Agreement, 'from' | 'until'>): string {
  return until
    ? `${writeDate(from)} to ${writeDate(until)}`
    : `From ${writeDate(from)}, until it is withdrawn`
}
