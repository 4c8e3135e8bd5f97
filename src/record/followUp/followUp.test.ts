import { describe, expect, it } from 'vitest'
import { unasked } from './followUp.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const until = day('2026-12-19')

describe('that nobody has asked whether a child has offended again', () => {
  it.each([
    ['29 days before the follow-up ends', '2026-11-20', 'later'],
    ['28 days before', '2026-11-21', 'soon'],
    ['on its last day', '2026-12-19', 'soon'],
    ['when it is over', '2026-12-20', 'over'],
  ] as const)('%s', (_, today, pressing) => {
    expect(unasked({ until, checkedOn: null }, day(today))).toBe(pressing)
  })

  it('is nothing to be marked once somebody has', () => {
    expect(unasked({ until, checkedOn: day('2026-01-05') }, day('2026-12-20'))).toBeUndefined()
  })
})
