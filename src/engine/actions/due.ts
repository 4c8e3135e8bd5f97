import { readDate } from '../../kernel/readDates.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Due } from './action.ts'

/** A day was meant, and cannot be: the calendar does not have it, or the year is not whole. */
export type DueFault = 'no-such-day' | 'short-year'

export const dueFaultWords: Readonly<Record<DueFault, string>> = {
  'no-such-day': 'There is no such day: write one that the calendar has, like 30 July 2026',
  'short-year': 'Write the year with four figures, like 30 July 2026',
}

const beginning = /^(?:from\s+)?(.+?)\s+(?:onwards?|on)$|^from\s+(.+)$/i

/**
 * Reads what was typed as due. A day is a day. Anything else is kept in its words, and no day is made of it: `July board`
 * says neither which July nor when the board meets. `2021-06-30 onwards` says when it begins, not when it is to be done.
 */
export function readDue(typed: string): Result<Due, DueFault> {
  const words = typed.trim().replace(/\s+/g, ' ')
  const day = readDate(words)
  if (day.ok) return ok({ on: day.value, beginsOn: null, words: '' })
  if (day.reason.kind === 'no-such-day' || day.reason.kind === 'short-year') return refused(day.reason.kind)
  const [, before, after] = beginning.exec(words) ?? []
  const begins = readDate(before ?? after ?? '')
  if (begins.ok) return ok({ on: null, beginsOn: begins.value, words })
  if (begins.reason.kind === 'no-such-day' || begins.reason.kind === 'short-year')
    return refused(begins.reason.kind)
  return ok({ on: null, beginsOn: null, words })
}

/** By when, as it is shown: the day, or what was said in quotation marks. */
export function writeDue({ on, words }: Due): string {
  if (on) return writeDate(on)
  return words === '' ? 'Nobody has said' : `“${words}”`
}

/** As it is typed into a box, so that reading it again says the same. */
export const typedDue = ({ on, words }: Due): string => (on ? writeDate(on) : words)
