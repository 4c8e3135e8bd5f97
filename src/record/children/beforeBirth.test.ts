import { describe, expect, it, test } from 'vitest'
import { beforeBirthWords } from './beforeBirth.ts'

const date = (text: string) => Temporal.PlainDate.from(text)
const born = date('2009-08-13')

describe('a day before the child was born', () => {
  test.each([
    ['known', '2007-02-01', true],
    ['known', '2009-08-12', true],
    ['known', '2009-08-13', false],
    ['estimated', '2008-08-12', true],
    ['estimated', '2008-08-13', false],
    ['estimated', '2009-08-12', false],
  ] as const)('where the date of birth is %s, %s: %s', (birthDateBasis, day, isBefore) => {
    const words = beforeBirthWords({ birthDate: born, birthDateBasis }, date(day))
    expect(words !== undefined).toBe(isBefore)
  })

  it('is said with the date, and how sure it is', () => {
    const say = (birthDateBasis: 'known' | 'estimated') =>
      beforeBirthWords({ birthDate: born, birthDateBasis }, date('2007-02-01'))
    expect(say('known')).toBe('The day lies before the child’s date of birth, 13 August 2009. Check the year')
    expect(say('estimated')).toContain('13 August 2009 (estimated)')
  })

  it('is never said where the date of birth is not known', () => {
    expect(beforeBirthWords({ birthDate: null, birthDateBasis: 'unknown' }, date('1990-01-01'))).toBe(
      undefined,
    )
  })
})
