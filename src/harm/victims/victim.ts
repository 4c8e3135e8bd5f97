/** Whether somebody who was harmed agrees to be contacted. */
export const consents = {
  'not-asked': 'Not asked yet',
  yes: 'Yes',
  no: 'No',
  withdrawn: 'Withdrawn',
} as const
export type Consent = keyof typeof consents

export const ageGroups = { '': 'Not known', child: 'Under 18', adult: '18 or over' } as const
export type AgeGroup = keyof typeof ageGroups

/** Somebody who was harmed, or an organisation. */
export type Victim = {
  victimId: string
  kind: 'person' | 'organisation'
  name: string
  /** How the plan of the child speaks of them without saying who they are. */
  knownAs: string
  ageGroup: AgeGroup
  phone: string
  email: string
  address: string
  language: string
  needs: string
  safeContact: string
  policeReference: string
  consent: Consent
  consentOn: Temporal.PlainDate | null
  consentWords: string
  safety: string
  passedOnBy: string
  passedOnAt: Temporal.Instant
  closedOn: Temporal.PlainDate | null
  closedReason: string
  closedWords: string
  version: number
  /** When somebody was reached last, and when it was tried last; null where never. */
  reachedAt: Temporal.Instant | null
  triedAt: Temporal.Instant | null
}

/** How far the work with somebody who was harmed has come. */
export type VictimStanding = 'to-contact' | 'tried' | 'in-contact' | 'no-contact' | 'closed'

export const standingWords: Readonly<Record<VictimStanding, string>> = {
  'to-contact': 'To contact',
  tried: 'Tried, not reached',
  'in-contact': 'In contact',
  'no-contact': 'Does not want contact',
  closed: 'Closed',
}

/** How far the work has come: by what they agreed to, and whether they were reached. */
export function standingOf({
  closedOn,
  consent,
  reachedAt,
  triedAt,
}: Pick<Victim, 'closedOn' | 'consent' | 'reachedAt' | 'triedAt'>): VictimStanding {
  if (closedOn !== null) return 'closed'
  if (consent === 'no' || consent === 'withdrawn') return 'no-contact'
  if (reachedAt !== null) return 'in-contact'
  return triedAt === null ? 'to-contact' : 'tried'
}

/** Nobody is contacted who said no. */
export const mayBeContacted = ({ consent }: Pick<Victim, 'consent'>): boolean =>
  consent === 'yes' || consent === 'not-asked'

export const ways = {
  phone: 'By phone',
  letter: 'By letter',
  email: 'By e-mail',
  message: 'By message',
  meeting: 'A meeting',
  'home-visit': 'A visit at home',
} as const
export type Way = keyof typeof ways

/** What was said with them, or that they were not reached. */
export type VictimContact = {
  contactId: string
  at: Temporal.Instant
  way: Way
  wasReached: boolean
  words: string
  recordedBy: string
}

/** A child who harmed them, as far as the reader may see the child. */
export type HarmedBy = { childId: string; childName: string; whatHappened: string }
