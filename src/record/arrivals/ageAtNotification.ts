import { ageOn } from '../../kernel/age.ts'
import type { Birth } from './birthSaid.ts'

/** An age that decides, in whole years, and on which day it was taken. */
export type AgeThen = { age: number; day: 'offence' | 'outcome' | 'received' }

/** How old somebody was when it happened, and when the police decided what became of it. */
export type Ages = { youngest: AgeThen; oldest: AgeThen }

export type Dated = {
  birthDate: Temporal.PlainDate | undefined
  offenceDate: Temporal.PlainDate | undefined
  /** When the outcome was given. */
  outcomeDate: Temporal.PlainDate | undefined
  received: Temporal.PlainDate
}

/**
 * The two ages that decide whether somebody is a child for youth justice services. Nobody under 10 when it happened can
 * be guilty of an offence (Children and Young Persons Act 1933, section 50). What the police give for it is a youth's
 * only under 18 on the day it is given (Crime and Disorder Act 1998, section 66ZA(1) with section 117(1), which is of
 * youth cautions; the same is taken here for the other outcomes that a notification may carry). Where a day is not
 * known, the day on which the notification was received stands for it. A day before the birth is a mistake that is said
 * elsewhere, and is passed over here.
 * @returns undefined where the date of birth is not known
 */
export function agesAtNotification({
  birthDate,
  offenceDate,
  outcomeDate,
  received,
}: Dated): Ages | undefined {
  if (!birthDate) return undefined
  const ageAt = (date: Temporal.PlainDate | undefined, day: AgeThen['day']): AgeThen =>
    date && Temporal.PlainDate.compare(date, birthDate) >= 0
      ? { age: ageOn(birthDate, date), day }
      : { age: ageOn(birthDate, received), day: 'received' }
  return { youngest: ageAt(offenceDate, 'offence'), oldest: ageAt(outcomeDate, 'outcome') }
}

const otherDays = {
  offence: 'when it happened',
  outcome: 'when the outcome was given',
} as const satisfies Partial<Record<AgeThen['day'], string>>

/**
 * Who is too young or too old by the ages that decide.
 * @param called what was received
 * @returns the age that is out of range, in words: “9 when it happened”; undefined where both are within it
 */
export function outOfRange(
  ages: Ages | undefined,
  range: { from: number; to: number },
  called = 'notification',
): string | undefined {
  if (!ages) return undefined
  const dayWords = { ...otherDays, received: `when the ${called} was received` } as const
  const words = ({ age, day }: AgeThen) => `${age} ${dayWords[day]}`
  if (ages.youngest.age < range.from) return words(ages.youngest)
  return ages.oldest.age > range.to ? words(ages.oldest) : undefined
}

/**
 * Who is too young or too old for certain. Of an estimated date of birth a year more and a year less are looked at too: an
 * estimate sends nobody away who may be of the right age.
 * @returns the age that is out of range, in words; undefined where it is, or may be, within it
 */
export function surelyOutOfRange(
  birth: Birth | undefined,
  days: Omit<Dated, 'birthDate'>,
  range: { from: number; to: number },
  called?: string,
): string | undefined {
  if (!birth) return undefined
  const { date, basis } = birth
  const taken = basis === 'known' ? [date] : [date, date.subtract({ years: 1 }), date.add({ years: 1 })]
  const found = taken
    .filter(birthDate => Temporal.PlainDate.compare(birthDate, days.received) <= 0)
    .map(birthDate => outOfRange(agesAtNotification({ ...days, birthDate }), range, called))
  return found.every(words => words !== undefined) ? found[0] : undefined
}
