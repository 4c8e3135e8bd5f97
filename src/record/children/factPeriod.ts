import { writeDate } from '../../kernel/writtenDates.ts'

/** From when until when, in words: `Since 4 May 2026`, `4 May 2024 to 3 June 2026`, `Until 3 June 2026, since when is not known`. */
export function periodWords(from: Temporal.PlainDate | null, until: Temporal.PlainDate | null): string {
  if (from && until) return `${writeDate(from)} to ${writeDate(until)}`
  if (from) return `Since ${writeDate(from)}`
  return until ? `Until ${writeDate(until)}, since when is not known` : 'Now, since when is not known'
}
