import { type Practice, practiceInUse } from '../../engine/packs/index.ts'
import {
  type ClockLine,
  findStep,
  type Pathway,
  takesFrom,
  urgency,
  waitingClocksOf,
} from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { listToMend } from './importQueries.ts'
import { listReceived, type Notification } from './notificationQueries.ts'

/** All that is asked of an arrival to say what is due. */
type Received = Pick<Notification, 'routeIn' | 'details' | 'receivedAt'>

/** The step by which an arrival opens a case; '' for a pathway that has none. */
export function openingStep(pathway: Pathway): string {
  return Object.keys(pathway.steps).find(id => findStep(pathway, id)?.from === 'start') ?? ''
}

/**
 * What runs already while nobody has said which child an arrival is about: the clocks that begin when it was received, of
 * every pathway that takes it. Whoever sent it does not wait less for our not knowing the child.
 * @returns the most pressing of them; undefined where none runs
 */
export function dueFirst(
  it: Received,
  practice: Pick<Practice, 'calendars' | 'clockOverrides'>,
  now: Temporal.Instant,
): ClockLine | undefined {
  return practiceInUse()
    .pathways.filter(pathway => takesFrom(pathway, it.routeIn, it.details))
    .flatMap(pathway => {
      const events = [{ step: openingStep(pathway), at: it.receivedAt }]
      return waitingClocksOf(
        pathway,
        { endedAt: undefined, events },
        now,
        practice.calendars,
        practice.clockOverrides,
      )
    })
    .toSorted((one, other) => urgency(one) - urgency(other))[0]
}

/** How many arrivals wait for somebody to say who it is, in how many of them a clock has run out, and how many rows of files are to be mended. */
export async function countWaiting(
  tx: Work,
  practice: Pick<Practice, 'calendars' | 'clockOverrides'>,
  now: Temporal.Instant,
): Promise<{ waiting: number; overdue: number; toMend: number }> {
  const [received, files] = await Promise.all([listReceived(tx), listToMend(tx)])
  const overdue = received.filter(it => dueFirst(it, practice, now)?.state.kind === 'overdue')
  const toMend = files.reduce((sum, { rows }) => sum + rows, 0)
  return { waiting: received.length, overdue: overdue.length, toMend }
}
