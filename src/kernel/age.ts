/**
 * Ages in whole years.
 *
 * A person attains an age at the commencement of the anniversary of the date of birth: Family Law
 * Reform Act 1969, section 9. The Act does not say which day is the anniversary of 29 February in a
 * common year; the usual reading in the United Kingdom, followed here, is 1 March.
 */

/** Children and Young Persons Act 1933, section 50: no child under 10 can be guilty of an offence. */
const ageOfCriminalResponsibility = 10

/** A person is a child until the start of the 18th birthday. */
const ageOfMajority = 18

/**
 * The day on which somebody born on `birth` attains `years` (whole, 0 or more).
 * Throws RangeError when `years` is negative or not whole.
 */
export function dateOfAge(birth: Temporal.PlainDate, years: number): Temporal.PlainDate {
  if (!Number.isInteger(years) || years < 0) throw new RangeError(`Not an age in whole years: ${years}`)
  const anniversary = birth.add({ years })
  // Temporal settles 29 February on 28 February when there is no such day; the rule says 1 March.
  return anniversary.day === birth.day ? anniversary : anniversary.add({ days: 1 })
}

/** The last day of birth of those who have attained `years` by the day `on`: whoever was born a day later has not. */
export function lastBirthOf(years: number, on: Temporal.PlainDate): Temporal.PlainDate {
  // 29 February less a number of years is 28 February of a common year, in which there is no later day to be born on.
  return on.subtract({ years })
}

/**
 * Age in whole years on the day `on`.
 * Throws RangeError when `on` is before `birth`: a date of birth after the event is a fault in the
 * record, to be refused where it is typed in.
 */
export function ageOn(birth: Temporal.PlainDate, on: Temporal.PlainDate): number {
  if (Temporal.PlainDate.compare(on, birth) < 0) throw new RangeError(`${on} is before the birth on ${birth}`)
  const years = on.year - birth.year
  // In a common year 29 February comes round on 1 March, which is the first day after it: no case of its own.
  const hasComeRound = on.month > birth.month || (on.month === birth.month && on.day >= birth.day)
  return hasComeRound ? years : years - 1
}

/** Whether the person is still a child on that day: false from the start of the 18th birthday. */
export function isUnder18(birth: Temporal.PlainDate, on: Temporal.PlainDate): boolean {
  return ageOn(birth, on) < ageOfMajority
}

/** Whether the person is 10 to 17 on that day: the ages a youth justice service is counted against. */
export function isChild10To17(birth: Temporal.PlainDate, on: Temporal.PlainDate): boolean {
  const age = ageOn(birth, on)
  return age >= ageOfCriminalResponsibility && age < ageOfMajority
}
