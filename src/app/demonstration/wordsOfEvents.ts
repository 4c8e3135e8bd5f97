/** What happens to children, all invented. `of`: the child, in the order in which forms are written about them. */
export const events = [
  {
    of: 0,
    kind: 'exclusion',
    daysAgo: 6,
    toldBy: 'The head of year',
    words: 'Suspended for two days after a quarrel in the dining hall. Nobody was hurt.',
  },
  {
    of: 1,
    kind: 'arrest',
    daysAgo: 4,
    toldBy: 'The police',
    words: 'Arrested in the evening with two older ones, and let go without a charge the same night.',
  },
  {
    of: 5,
    kind: 'missing',
    daysAgo: 3,
    toldBy: 'A parent',
    words: 'Out from Friday evening until Saturday noon. Came home alone, and says little.',
  },
] as const

type NeedWords = {
  /** By the codes of the lists of needs and reasons. */
  need: string
  reason: string
  words: string
  metDaysAgo?: number
  metWords?: string
}

/** What children need and do not get, all invented. */
export const needs: readonly NeedWords[] = [
  {
    need: 'mental-health',
    reason: 'waiting',
    words: 'Referred for help with sleep and fear. The letter says 22 weeks.',
  },
  {
    need: 'mentor',
    reason: 'waiting',
    words: 'Would like somebody who went through the same. Third on the list.',
  },
  {
    need: 'education',
    reason: 'refused',
    words: 'Asked for full days. The school offers three mornings until the next meeting.',
  },
  {
    need: 'activity',
    reason: 'no-service',
    words: 'No club on this side of town is open on Fridays after six.',
    metDaysAgo: 5,
    metWords: 'The boxing club opens on Fridays, and keeps a free place.',
  },
  {
    need: 'neurodiversity',
    reason: 'waiting',
    words: 'The school asked for an assessment in the spring. No date yet.',
  },
  {
    need: 'family',
    reason: 'declined',
    words: 'Offered a group for parents. Not now: shifts in the evening.',
  },
  {
    need: 'money',
    reason: 'no-service',
    words: 'Shoes for training. The fund for this year is spent.',
    metDaysAgo: 8,
    metWords: 'The club gave a pair.',
  },
  { need: 'physical-health', reason: 'refused', words: 'Two dentists take no new patients.' },
]
