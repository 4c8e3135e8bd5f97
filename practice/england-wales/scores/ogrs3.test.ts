import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import data from '../data/ogrs3.json' with { type: 'json' }
import { type Ogrs3Facts, type Ogrs3Offence, ogrs3, ogrs3Chance } from './ogrs3.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

/** The published results name an offence by its weight. */
const offenceOf = (weight: number) =>
  Object.entries(data.offences).find(([, each]) => each === weight)?.[0] as Ogrs3Offence

const boy: Ogrs3Facts = {
  sex: 'male',
  bornOn: day('2011-03-04'),
  convictedOn: day('2026-05-06'),
  followedFrom: day('2026-05-06'),
  sanctions: 1,
  ageAtFirstSanction: 15,
  offence: 'Violence',
}
const scored = (more: Partial<Ogrs3Facts>) => {
  const score = ogrs3({ ...boy, ...more })
  if (!score.ok) throw new Error(score.reason.kind)
  return score.value
}
const refusedFor = (more: Partial<Ogrs3Facts>) => {
  const score = ogrs3({ ...boy, ...more })
  return score.ok ? undefined : score.reason
}

describe('what the published implementation gives', () => {
  test.each(data.vectors)('$id', vector => {
    const { parts, ...score } = scored({
      sex: vector.sex as 'male',
      bornOn: day(vector.dob),
      convictedOn: day(vector.date_current_conviction),
      followedFrom: day(vector.date_start_followup),
      sanctions: vector.total_sanctions,
      ageAtFirstSanction: vector.age_first_sanction,
      offence: offenceOf(vector.offence_weight),
    })
    expect(score).toEqual({ oneYear: vector.expected_1yr, twoYears: vector.expected_2yr })
    if (vector.features) {
      expect(parts.copas).toBeCloseTo(vector.features.copas, 12)
      expect(parts.ageAndSex).toBe(vector.features.age_sex)
      expect(parts.status).toBe(vector.features.conviction)
    }
  })

  test.each(data.unitVectors)('within $years years at $z', ({ years, z, expected }) => {
    expect(ogrs3Chance(years as 1 | 2, z)).toBe(expected)
  })
})

describe('what is not settled is not shown', () => {
  test('for girls up to the day before their 16th birthday', () => {
    const girl = { sex: 'female', bornOn: day('2010-05-07') } as const
    expect(refusedFor(girl)).toMatchObject({ kind: 'not-settled', why: expect.stringContaining('girls') })
    expect(refusedFor({ ...girl, followedFrom: day('2026-05-07') })).toBeUndefined()
  })

  test('for the offence whose weight is printed in two ways, where the two would show different figures', () => {
    const offence = 'Sexual (not against child)'
    const found = Array.from(
      { length: 40 },
      (_, index) => refusedFor({ offence, sanctions: index + 1 })?.kind,
    )
    expect(new Set(found)).toEqual(new Set([undefined, 'not-settled']))
  })
})

describe('what cannot be', () => {
  test.each<[string, Partial<Ogrs3Facts>, object]>([
    ['no sanction', { sanctions: 0 }, { kind: 'sanctions' }],
    ['half a sanction', { sanctions: 1.5 }, { kind: 'sanctions' }],
    [
      'a conviction before birth',
      { convictedOn: day('2011-03-03') },
      { kind: 'out-of-order', what: 'birth' },
    ],
    [
      'a follow-up before the conviction',
      { followedFrom: day('2026-05-05') },
      { kind: 'out-of-order', what: 'follow-up' },
    ],
    [
      'a first sanction after this one',
      { ageAtFirstSanction: 16 },
      { kind: 'out-of-order', what: 'first-sanction' },
    ],
    ['a sanction under ten', { ageAtFirstSanction: 9 }, { kind: 'under-10' }],
    [
      'a conviction the day before the tenth birthday',
      { convictedOn: day('2021-03-03') },
      { kind: 'under-10' },
    ],
  ])('%s', (_, more, reason) => {
    expect(refusedFor(more)).toEqual(reason)
  })
})

test('more sanctions in the same time never make it less likely, and two years never less likely than one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 10, max: 15 }),
      (sanctions, ageAtFirstSanction) => {
        const fewer = scored({ sanctions, ageAtFirstSanction })
        const more = scored({ sanctions: sanctions + 1, ageAtFirstSanction })
        expect(more.twoYears).toBeGreaterThanOrEqual(fewer.twoYears)
        expect(fewer.twoYears).toBeGreaterThanOrEqual(fewer.oneYear)
        expect(fewer.oneYear).toBeGreaterThanOrEqual(1)
        expect(more.twoYears).toBeLessThanOrEqual(99)
      },
    ),
  )
})
