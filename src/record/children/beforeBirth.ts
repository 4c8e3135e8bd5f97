import { birthDateWords, type Child } from './child.ts'

/**
 * What to say of a day that lies before the child was born; undefined where it does not, or where that is not certain: an
 * estimated date of birth may be out by a year, as when the age is judged of those who arrive, and one that is not known
 * bounds nothing.
 */
export function beforeBirthWords(
  child: Pick<Child, 'birthDate' | 'birthDateBasis'>,
  day: Temporal.PlainDate,
): string | undefined {
  const { birthDate, birthDateBasis } = child
  if (birthDate === null || birthDateBasis === 'unknown') return undefined
  const earliest = birthDateBasis === 'estimated' ? birthDate.subtract({ years: 1 }) : birthDate
  if (Temporal.PlainDate.compare(day, earliest) >= 0) return undefined
  return `The day lies before the child’s date of birth, ${birthDateWords(child)}. Check the year`
}
