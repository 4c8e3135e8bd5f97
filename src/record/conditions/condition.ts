/** How a condition went. `ended`: it was taken back before it was done, and counts neither way. */
export const conditionStates = {
  open: 'Still to do',
  kept: 'Kept',
  'not-kept': 'Not kept',
  ended: 'Ended, not needed any more',
} as const
export type ConditionState = keyof typeof conditionStates

export const units = { hours: 'Hours', sessions: 'Sessions' } as const
export type Unit = keyof typeof units

/** What was agreed, in words and numbers. */
export type Wording = {
  /** In words that the child understands. */
  what: string
  why: string
  /** The last day on which it can be done. */
  dueOn: Temporal.PlainDate
  amount: number | null
  unit: Unit | null
}

/** How it was worded until it was varied. */
export type WordingBefore = Wording & {
  because: string
  variedBy: string
  variedAt: Temporal.Instant
}

/** One thing that a child has agreed to do. */
export type Condition = Wording & {
  conditionId: string
  childId: string
  involvementId: string
  state: ConditionState
  stateWords: string
  stateOn: Temporal.PlainDate | null
  /** What the police were told where it was not kept; empty where they were told nothing. */
  policeTold: string
  /** Newest first. */
  before: readonly WordingBefore[]
  version: number
}

/** How a condition stands on a day. It can be done on its last day, and is overdue on the next. */
export type ConditionStanding =
  | { kind: Exclude<ConditionState, 'open'> }
  | { kind: 'overdue' | 'today' | 'soon' | 'later'; days: number }

/** So many days before the last one it stands on My day. */
export const soonDays = 7

/** @returns for an open condition, how many days are left, or by how many it is overdue */
export function conditionStanding(
  { state, dueOn }: Pick<Condition, 'state' | 'dueOn'>,
  today: Temporal.PlainDate,
): ConditionStanding {
  if (state !== 'open') return { kind: state }
  const { days } = today.until(dueOn, { largestUnit: 'days' })
  if (days < 0) return { kind: 'overdue', days: -days }
  if (days === 0) return { kind: 'today', days }
  return { kind: days <= soonDays ? 'soon' : 'later', days }
}

/** Whether everything is done: at least one condition was kept, and none is open or was not kept. */
export function areAllKept(conditions: readonly Pick<Condition, 'state'>[]): boolean {
  return (
    conditions.some(({ state }) => state === 'kept') &&
    conditions.every(({ state }) => state === 'kept' || state === 'ended')
  )
}

/** How much: “12 hours”; empty where nothing was said of it. */
export function amountWords({ amount, unit }: Pick<Wording, 'amount' | 'unit'>): string {
  if (amount === null || unit === null) return ''
  const word = units[unit].toLowerCase()
  return `${amount} ${amount === 1 ? word.slice(0, -1) : word}`
}
