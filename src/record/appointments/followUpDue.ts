import { clockStates } from '../../engine/clocks/index.ts'
import { findPathway } from '../../engine/packs/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import type { Appointment } from './appointment.ts'
import { findCaseOf } from './standingQueries.ts'

/** By what name clocks hear of a missed appointment: that of the view `clock_event`. */
const missedEvent = 'appointment-missed'

/** A follow-up that would be overdue as soon as the missed appointment is recorded: by which day it was due. */
export type Overdue = { due: Temporal.PlainDate; days: number }

/**
 * Whether the follow-up of an appointment would be overdue at once if it were recorded as missed now: since which day, and by
 * how many days, as the clock of its pathway and the service's own length for it say. Undefined where it would not be, where
 * the pathway has no such clock in days, or where the case has ended.
 */
export async function overdueAtOnce(
  { tx, now }: Pick<Request, 'tx' | 'now'>,
  { involvementId, startsAt }: Pick<Appointment, 'involvementId' | 'startsAt'>,
): Promise<Overdue | undefined> {
  const practice = await practiceFor(tx)
  const { pathway: id, endedAt } = await findCaseOf(tx, involvementId)
  const pathway = findPathway(practice, id)
  const clock = pathway?.clocks.find(({ from }) => from === missedEvent)
  if (!clock) return undefined
  const overrides = practice.clockOverrides.filter(override => override.pathway === id)
  const [state] = clockStates(clock, [{ step: missedEvent, at: startsAt }], now, practice.calendars, {
    overrides,
    ...(endedAt ? { endedAt } : {}),
  })
  if (state?.kind !== 'overdue' || state.due.kind !== 'day') return undefined
  return { due: state.due.date, days: state.by.count }
}
