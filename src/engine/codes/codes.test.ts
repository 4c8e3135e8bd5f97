import { describe, expect, expectTypeOf, it } from 'vitest'
import { between, from, until } from '../../kernel/period.ts'
import { type CodeOf, codeList, codeMapping, codesInForce, isUnverified, labelOf, mapCode } from './index.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

const outcomes = codeList({
  id: 'outcomes',
  title: 'Outcomes',
  source: 'Invented for this test',
  file: 'codes.test.ts',
  entries: [
    { code: '8', label: 'Community resolution' },
    { code: '14', label: 'Old words', inForce: until('2019-03-31') },
    { code: '14', label: 'New words', inForce: from('2019-04-01') },
    { code: '23', label: 'Deferred prosecution', inForce: from('2026-02-01'), unverified: true },
  ],
})

describe('a list of codes', () => {
  it('offers a code from the day it is law, and not the day before', () => {
    const offered = (on: string) => codesInForce(outcomes, day(on)).map(entry => entry.code)
    expect(offered('2026-01-31')).toEqual(['8', '14'])
    expect(offered('2026-02-01')).toEqual(['8', '14', '23'])
  })

  it('says a code in the words of its day', () => {
    expect(labelOf(outcomes, '14', day('2019-03-31'))).toBe('Old words')
    expect(labelOf(outcomes, '14', day('2019-04-01'))).toBe('New words')
    expect(labelOf(outcomes, '23', day('2020-01-01'))).toBeUndefined()
    expect(labelOf(outcomes, '99', day('2020-01-01'))).toBeUndefined()
  })

  it('says what has not been read at its source', () => {
    expect(isUnverified(outcomes, '8')).toBe(false)
    expect(isUnverified(outcomes, '23')).toBe(true)
    expect(isUnverified(outcomes, '99')).toBe(true)
  })

  it('is known to the compiler code by code', () => {
    expectTypeOf<CodeOf<typeof outcomes>>().toEqualTypeOf<'8' | '14' | '23'>()
  })
})

describe('a mapping to an outside return', () => {
  const mapping = codeMapping(outcomes, {
    id: 'return',
    title: 'The quarterly return',
    source: 'Invented for this test',
    file: 'codes.test.ts',
    rows: [
      { code: '8', target: 'CR' },
      {
        code: '23',
        inForce: between('2026-02-01', '2027-12-31'),
        notCarried: 'The return has no code for it before its 2028 schema.',
        untilSchema: '2028',
      },
      { code: '23', inForce: from('2028-01-01'), target: 'DP', unverified: true },
    ],
  })

  it('writes what the return has for a code', () => {
    expect(mapCode(mapping, '8', day('2026-03-01'))).toEqual({
      kind: 'mapped',
      target: 'CR',
      unverified: false,
    })
  })

  it('does not carry a code before the schema that has a place for it, and says why', () => {
    expect(mapCode(mapping, '23', day('2027-12-31'))).toEqual({
      kind: 'notCarried',
      reason: 'The return has no code for it before its 2028 schema.',
      untilSchema: '2028',
    })
    expect(mapCode(mapping, '23', day('2028-01-01'))).toMatchObject({ kind: 'mapped', target: 'DP' })
  })

  it('never makes up a target for a code it does not speak of', () => {
    expect(mapCode(mapping, '14', day('2026-03-01'))).toMatchObject({ kind: 'notCarried' })
  })

  it('does not compile for a code that the list does not have', () => {
    const rows = [{ code: '99', target: 'XX' }] as const
    // @ts-expect-error: 99 is not a code of the list
    codeMapping(outcomes, { id: 'x', title: 'x', source: 'x', file: 'x', rows })
  })
})
