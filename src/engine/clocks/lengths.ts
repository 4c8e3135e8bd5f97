import { type DutyHours, dutyHours } from '../../kernel/dutyHours.ts'
import { writeTime } from '../../kernel/writtenDates.ts'

/** A length that ends at a moment. */
export type LengthInHours = { readonly unit: 'minutes' | 'hours'; readonly count: number }

/** A length that ends with a day: the whole of the last day is still in time. */
export type LengthInDays = { readonly unit: 'days' | 'workingDays' | 'months'; readonly count: number }

/** How long something may take. */
export type Length = LengthInHours | LengthInDays

/** So many minutes. */
export const minutes = (count: number): LengthInHours => ({ unit: 'minutes', count: positive(count) })

/** So many hours. */
export const hours = (count: number): LengthInHours => ({ unit: 'hours', count: positive(count) })

/** So many days of the calendar, the first day not counted. */
export const days = (count: number): LengthInDays => ({ unit: 'days', count: positive(count) })

/** So many working days, the first day not counted. */
export const workingDays = (count: number): LengthInDays => ({ unit: 'workingDays', count: positive(count) })

/** So many months: the same day of a later month, or its last day where there is no such day. */
export const months = (count: number): LengthInDays => ({ unit: 'months', count: positive(count) })

/** The hours in which a clock counts, every day of the week, London time: `daily('09:00', '22:00')`. */
export const daily = (opens: string, closes: string): DutyHours => dutyHours(opens, closes)

const unitNames: Record<Length['unit'], readonly [one: string, more: string]> = {
  minutes: ['minute', 'minutes'],
  hours: ['hour', 'hours'],
  days: ['day', 'days'],
  workingDays: ['working day', 'working days'],
  months: ['month', 'months'],
}

/** `10 working days`, `1 hour` */
export function writeLength({ unit, count }: Length): string {
  const [one, more] = unitNames[unit]
  return `${count} ${count === 1 ? one : more}`
}

/** `counted from 9am to 10pm` */
export function writeHours({ opens, closes }: DutyHours): string {
  return `counted from ${writeTime(opens)} to ${writeTime(closes)}`
}

function positive(count: number): number {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`A clock cannot run for ${count}`)
  return count
}
