import type { Option } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDay, writeMoment } from '../../kernel/writtenDates.ts'
import { noteWords } from '../notes/index.ts'
import type { NoteRow } from './gatherQueries.ts'

/** So much of a note is read where it is chosen, in characters: enough to know it again. */
const firstWords = 160

/**
 * Notes as boxes to tick, each with its kind, its day, its marks and how it begins: sensitive ones first, then those with
 * information about somebody else, then all others; of each the oldest first, as they come.
 */
export function notesToLeaveOut(notes: readonly NoteRow[]): Option[] {
  return notes
    .toSorted((one, other) => rank(one) - rank(other))
    .map(it => ({ value: it.noteId, label: labelOf(it), hint: beginningOf(it.text) }))
}

function rank({ sensitivity, hasThirdParty }: NoteRow): number {
  if (sensitivity === 'sensitive') return 0
  return hasThirdParty ? 1 : 2
}

function labelOf({ kind, at, isDay, sensitivity, hasThirdParty }: NoteRow): string {
  const marks = [
    ...(sensitivity === 'sensitive' ? ['Sensitive'] : []),
    ...(hasThirdParty ? ['Not to be given to the child'] : []),
  ]
  const when = isDay ? writeDay(dayInUk(at)) : writeMoment(at, ukZone)
  return [`${noteWords(kind)}, ${when}`, ...marks].join('. ')
}

function beginningOf(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  if (line.length <= firstWords) return line
  const cut = line.slice(0, firstWords)
  const words = cut.slice(0, cut.lastIndexOf(' '))
  return `${words === '' ? cut.toWellFormed() : words} …`
}
