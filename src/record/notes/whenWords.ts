import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDay, writeMoment } from '../../kernel/writtenDates.ts'
import type { Note } from './noteQueries.ts'

/** When something happened that a note tells of, for people and for programs: no time where nobody said one. */
export function whenWords({ happenedAt, isDay }: Pick<Note, 'happenedAt' | 'isDay'>): {
  date: string
  datetime: string
} {
  if (!isDay) return { date: writeMoment(happenedAt, ukZone), datetime: happenedAt.toString() }
  const day = dayInUk(happenedAt)
  return { date: writeDay(day), datetime: day.toString() }
}
