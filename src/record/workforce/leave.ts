import { overlap } from '../../kernel/period.ts'
import { writeDate } from '../../kernel/writtenDates.ts'

/** Days, both included, on which somebody is away, and who covers. */
export type Leave = {
  leaveId: string
  userId: string
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  coveredBy: string | null
  coverName: string | null
  version: number
}

/** The leave among others of the same person that shares a day with these days; undefined where none does. */
export function leaveAt<L extends Pick<Leave, 'leaveId' | 'from' | 'until'>>(
  others: readonly L[],
  days: Pick<Leave, 'from' | 'until'>,
  except?: string,
): L | undefined {
  return others.find(
    other =>
      other.leaveId !== except &&
      overlap({ from: other.from, to: other.until }, { from: days.from, to: days.until }),
  )
}

/** "3 March 2026", "3 March 2026 to 9 March 2026". */
export function leaveWords({ from, until }: Pick<Leave, 'from' | 'until'>): string {
  return from.equals(until) ? writeDate(from) : `${writeDate(from)} to ${writeDate(until)}`
}

/** Leave with who covers: "On leave 3 March 2026 to 9 March 2026; Dilys Amadi covers". */
export function coverWords(leave: Pick<Leave, 'from' | 'until' | 'coverName'>): string {
  const cover = leave.coverName === null ? 'nobody covers' : `${leave.coverName} covers`
  return `On leave ${leaveWords(leave)}; ${cover}`
}
