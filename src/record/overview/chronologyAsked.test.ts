import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askedHref, type ChronologyAsked, readAsked, readCursor } from './chronologyAsked.ts'
import type { HappeningKind } from './chronologyQueries.ts'

const readable: HappeningKind[] = ['step', 'note', 'care']
const cases = ['0193b1a0-7c00-7000-8000-00000000aaaa']
const read = (query: string) => readAsked(new URLSearchParams(query), readable, cases)

describe('what is asked of a chronology', () => {
  it('is everything, where nothing is said', () => {
    expect(read('')).toEqual({
      kinds: [],
      from: undefined,
      to: undefined,
      involvementId: undefined,
      onlySignificant: false,
    })
  })

  it.each([
    'kind=appointment&kind=nonsense',
    'from=2026-02-30',
    'from=yesterday',
    'case=another',
    'significant=perhaps',
  ])('leaves out what cannot be asked for: %s', query => {
    expect(read(query)).toEqual(read(''))
  })

  it('comes out of an address as it went in', () => {
    const day = fc
      .integer({ min: 0, max: 5_000 })
      .map(n => Temporal.PlainDate.from('2015-01-01').add({ days: n }))
    const asked: fc.Arbitrary<ChronologyAsked> = fc.record({
      kinds: fc.subarray(readable),
      from: fc.option(day, { nil: undefined }),
      to: fc.option(day, { nil: undefined }),
      involvementId: fc.constantFrom(undefined, ...cases),
      onlySignificant: fc.boolean(),
    })
    fc.assert(
      fc.property(asked, it => {
        const [, query = ''] = askedHref('/here', it, { all: '' }).split('?')
        const again = read(query)
        expect(JSON.stringify(again)).toBe(JSON.stringify(it))
      }),
    )
  })
})

it('a page begins after an entry of a kind that may be read', () => {
  const id = '0193b1a0-7c00-7000-8000-00000000bbbb'
  expect(readCursor(`note.${id}`, readable)).toEqual({ kind: 'note', id })
  for (const text of [null, '', 'note', `appointment.${id}`, 'note.nonsense'])
    expect(readCursor(text, readable)).toBeUndefined()
})
