import type { DayAppointment } from './dayQueries.ts'

/** What a day holds at one time: an appointment, or a session of a group with the part of each child in it. */
export type Entry = { first: DayAppointment; all: readonly DayAppointment[] }

/** One for each appointment, and for each session however many children are in it: as many as somebody goes to. */
export function entriesOf(appointments: readonly DayAppointment[]): Entry[] {
  const together = Map.groupBy(appointments, it => it.session?.sessionId ?? it.appointmentId)
  return [...together.values()].flatMap(all => (all[0] ? [{ first: all[0], all }] : []))
}
