import { ukZone } from '../../kernel/dutyHours.ts'
import { monthNames } from '../../kernel/writtenDates.ts'

/** A quarter of the calendar year: January to March is the first. */
export type Quarter = { year: number; quarter: 1 | 2 | 3 | 4 }

/** The quarter in which a day lies. */
export function quarterOf({ year, month }: Temporal.PlainDate): Quarter {
  return { year, quarter: (Math.floor((month - 1) / 3) + 1) as Quarter['quarter'] }
}

/** The quarter before another. */
export function quarterBefore({ year, quarter }: Quarter): Quarter {
  return quarter === 1
    ? { year: year - 1, quarter: 4 }
    : { year, quarter: (quarter - 1) as Quarter['quarter'] }
}

/** Reads a quarter out of an address, `2026-3`; undefined for anything else. */
export function readQuarter(text: string | null): Quarter | undefined {
  const match = /^(20\d\d)-([1-4])$/.exec(text ?? '')
  return match ? { year: Number(match[1]), quarter: Number(match[2]) as Quarter['quarter'] } : undefined
}

/** As it stands in an address. */
export const writeQuarter = ({ year, quarter }: Quarter): string => `${year}-${quarter}`

/** As it is read: “July to September 2026”. */
export function quarterWords({ year, quarter }: Quarter): string {
  const first = (quarter - 1) * 3
  return `${monthNames[first]} to ${monthNames[first + 2]} ${year}`
}

/** From its first moment to the first moment after it, by the clocks of the United Kingdom. */
export function momentsOf({ year, quarter }: Quarter): { from: Temporal.Instant; before: Temporal.Instant } {
  const first = new Temporal.PlainDate(year, (quarter - 1) * 3 + 1, 1)
  return {
    from: first.toZonedDateTime(ukZone).toInstant(),
    before: first.add({ months: 3 }).toZonedDateTime(ukZone).toInstant(),
  }
}
