import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ageOn, dateOfAge, isChild10To17, isUnder18, lastBirthOf } from './age.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const anyDay = fc
  .integer({ min: 0, max: 40_000 })
  .map(days => Temporal.PlainDate.from('1950-01-01').add({ days }))

describe('age in whole years', () => {
  test.each([
    ['the day of birth', '2010-06-15', '2010-06-15', 0],
    ['the day before the 10th birthday', '2010-06-15', '2020-06-14', 9],
    ['the 10th birthday', '2010-06-15', '2020-06-15', 10],
    ['the day before the 18th birthday', '2007-03-01', '2025-02-28', 17],
    ['the 18th birthday', '2007-03-01', '2025-03-01', 18],
    ['born 29 February, 28 February of a common year', '2008-02-29', '2026-02-28', 17],
    ['born 29 February, 1 March of a common year', '2008-02-29', '2026-03-01', 18],
    ['born 29 February, 28 February of a leap year', '2008-02-29', '2024-02-28', 15],
    ['born 29 February, 29 February of a leap year', '2008-02-29', '2024-02-29', 16],
    ['born 28 February, on 28 February', '2007-02-28', '2025-02-28', 18],
    ['born 31 December, on 1 January', '2009-12-31', '2010-01-01', 0],
  ])('%s', (_what, birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age)
  })

  it('is refused before the birth', () => {
    expect(() => ageOn(day('2010-06-15'), day('2010-06-14'))).toThrow(RangeError)
  })

  it('is attained on the day the age is said to be attained, and not the day before', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (birth, years) => {
        const attained = dateOfAge(birth, years)
        expect(ageOn(birth, attained)).toBe(years)
        expect(ageOn(birth, attained.subtract({ days: 1 }))).toBe(years - 1)
      }),
    )
  })
})

describe('the day an age is attained', () => {
  it('is 1 March for a child born on 29 February, in a common year', () => {
    expect(dateOfAge(day('2008-02-29'), 18).toString()).toBe('2026-03-01')
    expect(dateOfAge(day('2008-02-29'), 16).toString()).toBe('2024-02-29')
    expect(dateOfAge(day('2000-02-29'), 100).toString()).toBe('2100-03-01')
  })

  it('is refused for a part of a year', () => {
    expect(() => dateOfAge(day('2008-02-29'), 17.5)).toThrow(RangeError)
    expect(() => dateOfAge(day('2008-02-29'), -1)).toThrow(RangeError)
  })
})

describe('who is a child', () => {
  it('a person stops being a child at the start of the 18th birthday', () => {
    expect(isUnder18(day('2007-03-01'), day('2025-02-28'))).toBe(true)
    expect(isUnder18(day('2007-03-01'), day('2025-03-01'))).toBe(false)
  })

  it('a child counts among those aged 10 to 17 from the 10th birthday to the eve of the 18th', () => {
    const birth = day('2008-02-29')
    expect(isChild10To17(birth, day('2018-02-28'))).toBe(false)
    expect(isChild10To17(birth, day('2018-03-01'))).toBe(true)
    expect(isChild10To17(birth, day('2026-02-28'))).toBe(true)
    expect(isChild10To17(birth, day('2026-03-01'))).toBe(false)
  })
})

test('whoever was born on the last day of birth of an age has come of it, and a day later has not', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 90 }), (on, years) => {
      const last = lastBirthOf(years, on)
      expect(Temporal.PlainDate.compare(dateOfAge(last, years), on)).toBeLessThanOrEqual(0)
      expect(Temporal.PlainDate.compare(dateOfAge(last.add({ days: 1 }), years), on)).toBe(1)
    }),
  )
})
