import { describe, expect, test } from 'vitest'
import type { KnownOfChild } from '../../../src/engine/assessments/index.ts'
import { type Answers, notAsRecorded } from '../../../src/engine/forms/index.ts'
import { ogrs3Worked } from './ogrs3Worked.ts'

const today = Temporal.PlainDate.from('2026-11-21')
const boy: KnownOfChild = {
  birthDate: Temporal.PlainDate.from('2010-05-01'),
  birthDateBasis: 'known',
  sex: '1',
}
const answers: Answers = {
  'score-born': '1 May 2010',
  'score-sex': 'Male',
  'score-convicted-on': '2026-10-01',
  'score-followed-from': '2026-11-01',
  'score-sanctions': 2,
  'score-first-age': 14,
  'score-offence': 'Violence',
}

const worked = (more: Answers = {}, child: Partial<KnownOfChild> = {}) =>
  ogrs3Worked.workOut({ ...answers, ...more }, { ...boy, ...child }, today)

describe('the reconviction score in a form', () => {
  test('is said for one year and for two, and its figures are for programs', () => {
    const result = worked()
    if (!result.ok) throw new Error(result.reason)
    const { oneYear, twoYears } = result.value.figures
    expect(result.value.words).toBe(`${oneYear}% within one year, ${twoYears}% within two years`)
    // By hand: 1.25112 ln(2 / 12) + 0.46306 − 0.0616 + 0 = −1.84024, and 1.40256 or 2.1217 with it.
    expect([oneYear, twoYears]).toEqual([39, 57])
  })

  test('is not settled for a girl of 15, and says why; it is for a girl of 16', () => {
    const girl = { sex: '2', birthDate: Temporal.PlainDate.from('2010-11-02') }
    const result = worked({}, girl)
    const reason = result.ok ? 'a score' : result.reason
    expect(reason).toMatch(/^Not settled for girls of 10 to 15, so no score is shown\. /)
    expect(reason).toContain('girls aged 10 to 15 with a plus')
    expect(worked({ 'score-followed-from': '2026-11-02' }, girl).ok).toBe(true)
  })

  test.each([
    [
      'the record is said to be wrong',
      { 'score-born': notAsRecorded },
      {},
      'put date of birth and sex right',
    ],
    ['nobody knows when the child was born', {}, { birthDate: null }, 'no date of birth'],
    ['the date of birth is an estimate', {}, { birthDateBasis: 'estimated' }, 'estimate'],
    ['the record knows no sex', {}, { sex: '0' }, 'male and female only'],
    ['the two years begin too early', { 'score-followed-from': '2026-09-30' }, {}, 'before the conviction'],
    [
      'the first sanction came later',
      { 'score-first-age': 17 },
      {},
      'at this conviction, and cannot have been older at the first',
    ],
  ] as const)('is none where %s', (_, more, child, why) => {
    const result = worked(more, child as Partial<KnownOfChild>)
    expect(!result.ok && result.reason).toContain(why)
  })

  test('waits for every answer', () => {
    for (const name of Object.keys(answers).filter(key => !['score-born', 'score-sex'].includes(key))) {
      const { [name]: _, ...rest } = answers
      const result = ogrs3Worked.workOut(rest, boy, today)
      expect(!result.ok && result.reason, name).toContain('Answers are missing still')
    }
  })
})
