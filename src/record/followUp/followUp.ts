import type { FollowUpTime, OffencePlace } from '../../engine/pathways/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'

/** The time in which further offences are looked for after a case. */
export type FollowedCase = FollowUpTime & {
  involvementId: string
  childId: string
  pathway: string
  endedAt: Temporal.Instant
}

/** What a person said of an offence that was found. */
export const verdicts = {
  'further-proven': 'A further offence, proven',
  'further-not-proven': 'A further offence that has not been proven',
  'not-further': 'Not a further offence',
} as const

export type Verdict = keyof typeof verdicts

/** Where somebody asked whether the child has offended again. The program’s own list. */
export const checkSources = {
  police: 'The police',
  court: 'The court, or our court team',
  'social-care': 'Children’s social care',
  family: 'The child or the family',
  'other-service': 'Another youth justice service, or probation',
  'own-records': 'Our own records',
  other: 'Somebody else',
} as const

export type CheckSource = keyof typeof checkSources

/** What came of asking. */
export const checkResults = {
  nothing: 'Nothing found',
  something: 'Something found',
  'no-answer': 'No answer yet',
} as const

export type CheckResult = keyof typeof checkResults

/** How far a follow-up has come, in words. */
export function followUpWords({ until }: Pick<FollowUpTime, 'until'>, today: Temporal.PlainDate): string {
  return Temporal.PlainDate.compare(today, until) > 0
    ? `Ended on ${writeDate(until)}`
    : `Until ${writeDate(until)}`
}

/** So many days before a follow-up ends it is marked where nobody has asked yet. The program’s own number: no source gives one. */
export const askBefore = 28

/** How pressing it is that nobody has asked whether the child has offended again. */
export function unasked(
  { until, checkedOn }: Pick<FollowUpTime, 'until'> & { checkedOn: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): 'over' | 'soon' | 'later' | undefined {
  if (checkedOn !== null) return undefined
  if (Temporal.PlainDate.compare(today, until) > 0) return 'over'
  return Temporal.PlainDate.compare(today.add({ days: askBefore }), until) >= 0 ? 'soon' : 'later'
}

/** Where an offence stands to a follow-up, in words. */
export function placeWords(place: OffencePlace, { proofUntil }: FollowUpTime): string {
  switch (place.kind) {
    case 'before':
      return 'Before the work ended'
    case 'after':
      return 'After the follow-up'
    case 'day-unknown':
      return 'The day is not known'
    case 'within':
      return {
        'in-time': 'Within the time, and proven in time',
        late: `Within the time, proven after ${writeDate(proofUntil)}: too late to count as proven`,
        awaited: `Within the time; proof may come until ${writeDate(proofUntil)}`,
        none: `Within the time; no proof came until ${writeDate(proofUntil)}`,
      }[place.proof]
  }
}
