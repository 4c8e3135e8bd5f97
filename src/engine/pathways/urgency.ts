import { ukZone } from '../../kernel/dutyHours.ts'
import type { ClockLine } from './involvement.ts'

/** Smaller is more pressing: overdue by the most first, then by when it is due. */
export function urgency(line: ClockLine | undefined): number {
  const state = line?.state
  if (state?.kind !== 'running' && state?.kind !== 'overdue') return Number.MAX_SAFE_INTEGER
  const { due } = state
  return due.kind === 'moment' ? due.at.epochMilliseconds : due.date.toZonedDateTime(ukZone).epochMilliseconds
}
