import type { Sayings } from '../../engine/arrivals/index.ts'

/** When a child was born, as an arrival says it, and how sure that is: as with the details of a child. */
export type Birth = { date: Temporal.PlainDate; basis: 'known' | 'estimated' }

/**
 * The date of birth that an arrival gives. Of a year alone its middle is taken, and of an age alone the middle of the year
 * in which somebody of that age on the day of receipt was born: the service's own way, always as an estimate.
 * @returns undefined where nothing is said of it
 */
export function birthSaid({ text, day }: Pick<Sayings, 'text' | 'day'>): Birth | undefined {
  const [date, received, how] = [day('birth-date'), day('received'), text('birth-date-basis')]
  if (how === 'year' && text('birth-year') !== '')
    return { date: new Temporal.PlainDate(Number(text('birth-year')), 7, 1), basis: 'estimated' }
  if (how === 'age' && text('age') !== '' && received)
    return { date: received.subtract({ years: Number(text('age')), months: 6 }), basis: 'estimated' }
  return date && { date, basis: how === 'estimated' ? 'estimated' : 'known' }
}

/** The same of a child that we know. */
export function birthOf(it: {
  birthDate: Temporal.PlainDate | null
  birthDateBasis: 'known' | 'estimated' | 'unknown'
}): Birth | undefined {
  const { birthDate, birthDateBasis } = it
  return birthDate === null
    ? undefined
    : { date: birthDate, basis: birthDateBasis === 'known' ? 'known' : 'estimated' }
}
