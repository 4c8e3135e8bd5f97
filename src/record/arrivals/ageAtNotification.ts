import { ageOn } from '../../kernel/age.ts'

/** The age that decides, in whole years, and on which day it was taken. */
export type AgeThen = { age: number; day: 'offence' | 'received' }

/**
 * How old somebody was, for whether they are a child for youth justice services: on the day of the offence, since
 * that is what the notification is about; where it is not known, on the day on which the notification was received.
 * Source: Crime and Disorder Act 1998, section 38 (youth justice services are for children and young persons) and
 * section 117 (under 18); Children and Young Persons Act 1933, section 50 (from 10, at the time of the offence).
 * An offence day before the birth is a mistake that is said elsewhere, and is passed over here.
 * @returns undefined where the date of birth is not known
 */
export function ageAtNotification(of: {
  birthDate: Temporal.PlainDate | undefined
  offenceDate: Temporal.PlainDate | undefined
  received: Temporal.PlainDate
}): AgeThen | undefined {
  const { birthDate, offenceDate, received } = of
  if (!birthDate) return undefined
  if (offenceDate && Temporal.PlainDate.compare(offenceDate, birthDate) >= 0)
    return { age: ageOn(birthDate, offenceDate), day: 'offence' }
  return { age: ageOn(birthDate, received), day: 'received' }
}
