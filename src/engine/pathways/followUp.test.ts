import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { followUpTime, placeOffence } from './followUp.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const years = { followUp: { years: 2, after: ['end'], proofMonths: 6 } }
const time = (endedAt: string, endedBy = 'end') =>
  followUpTime(years, endedBy, Temporal.Instant.from(endedAt))

describe('the time of a follow-up', () => {
  it.each([
    ['2025-03-03T10:00Z', '2025-03-03', '2027-03-03', '2027-09-03'],
    // Half past midnight in London, while it is still the day before in Greenwich.
    ['2025-06-30T23:30Z', '2025-07-01', '2027-07-01', '2028-01-01'],
    // 29 February: the day does not come again two years later.
    ['2024-02-29T12:00Z', '2024-02-29', '2026-02-28', '2026-08-28'],
    ['2024-08-31T12:00Z', '2024-08-31', '2026-08-31', '2027-02-28'],
  ])(
    'a case that ended at %s is followed from %s until %s, with proof until %s',
    (at, from, until, proof) => {
      const it = time(at)
      expect([it?.from, it?.until, it?.proofUntil].map(String)).toEqual([from, until, proof])
    },
  )

  it('is not set up after an ending before the work began, or where the pathway follows nobody', () => {
    expect(time('2025-03-03T10:00Z', 'close')).toBeUndefined()
    expect(followUpTime({}, 'end', Temporal.Instant.from('2025-03-03T10:00Z'))).toBeUndefined()
  })
})

describe('an offence', () => {
  const followed = {
    from: day('2024-03-04'),
    until: day('2026-03-04'),
    proofUntil: day('2026-09-04'),
  }
  const place = (committedOn: string | null, provenOn: string | null = null, today = '2026-05-01') =>
    placeOffence(
      followed,
      { committedOn: committedOn ? day(committedOn) : null, provenOn: provenOn ? day(provenOn) : null },
      day(today),
    )

  it.each([
    ['2024-03-03', { kind: 'before' }],
    ['2024-03-04', { kind: 'within', proof: 'awaited' }],
    ['2026-03-04', { kind: 'within', proof: 'awaited' }],
    ['2026-03-05', { kind: 'after' }],
    [null, { kind: 'day-unknown' }],
  ])('of %s', (committedOn, expected) => expect(place(committedOn)).toEqual(expected))

  it.each([
    ['2026-09-04', 'in-time'],
    ['2026-09-05', 'late'],
    ['2024-03-05', 'in-time'],
  ])('that happened in the time and was proven on %s was proven %s', (provenOn, proof) => {
    expect(place('2024-03-05', provenOn)).toEqual({ kind: 'within', proof })
  })

  it('waits for proof until the last day on which it may come', () => {
    expect(place('2026-03-04', null, '2026-09-04')).toEqual({ kind: 'within', proof: 'awaited' })
    expect(place('2026-03-04', null, '2026-09-05')).toEqual({ kind: 'within', proof: 'none' })
  })

  test('is before, within or after, and only one of them, whatever the proof', () => {
    const days = fc.integer({ min: -1_500, max: 1_500 })
    fc.assert(
      fc.property(days, fc.option(days), (committed, proven) => {
        const committedOn = followed.from.add({ days: committed })
        const provenOn = proven === null ? null : followed.from.add({ days: proven })
        const { kind } = placeOffence(followed, { committedOn, provenOn }, followed.until)
        const expected = committed < 0 ? 'before' : committed > 730 ? 'after' : 'within'
        expect(kind).toBe(expected)
      }),
    )
  })
})
