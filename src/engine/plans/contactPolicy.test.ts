import { describe, expect, test } from 'vitest'
import { type ContactPolicy, changesOn, contactsAMonth, findLevel, policyOn } from './contactPolicy.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const policy = (inForceFrom: string): ContactPolicy => ({
  id: `from-${inForceFrom}`,
  title: 'Levels',
  source: 'A test',
  file: 'a test',
  inForceFrom,
  firstWeeks: 12,
  levels: [{ id: 'enhanced', title: 'Enhanced', atFirst: 4, after: 2 }],
})

describe('the policy of a plan', () => {
  test.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 'from-2026-01-01'],
    ['2026-06-30', 'from-2026-01-01'],
    ['2026-07-01', 'from-2026-07-01'],
  ])('of work that begins on %s is %s', (begins, id) => {
    const policies = [policy('2026-07-01'), policy('2026-01-01')]
    expect(policyOn(policies, day(begins))?.id).toBe(id)
  })

  test.each([
    ['2026-03-02', 4],
    ['2026-05-24', 4],
    ['2026-05-25', 2],
    ['2027-03-02', 2],
  ])('asks on %s for %i contacts a month of work that began on 2 March', (on, contacts) => {
    const it = policy('2026-01-01')
    const level = findLevel(it, 'enhanced')
    expect(level && contactsAMonth(it, level, day('2026-03-02'), day(on))).toBe(contacts)
    expect(changesOn(it, day('2026-03-02')).toString()).toBe('2026-05-25')
  })

  test('has no level that it does not name', () => {
    expect(findLevel(policy('2026-01-01'), 'other')).toBeUndefined()
    expect(findLevel(undefined, 'enhanced')).toBeUndefined()
  })
})
