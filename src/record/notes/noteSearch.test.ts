import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteQuery, piecesOf } from './noteSearch.ts'

describe('what was typed', () => {
  it.each([
    ['bicycle', [`'bicycle':*`]],
    ['bicycle mend', [`'bicycle':*`, `'mend':*`]],
    ['"late start" monday', [`'late' <-> 'start'`, `'monday':*`]],
    ['“late start”', [`'late' <-> 'start'`]],
    ['"late', [`'late':*`]],
    ["O'Neill-Bassey", [`'O':*`, `'Neill':*`, `'Bassey':*`]],
    ['a & !b | (c:*)', [`'a':*`, `'b':*`, `'c':*`]],
    ['محمد', [`'محمد':*`]],
  ])('%s is asked for as %s', (typed, query) => {
    expect(noteQuery(typed)).toEqual(query)
  })

  it.each(['', '   ', '"', '""', '& | !', '…'])('“%s” asks for nothing', typed => {
    expect(noteQuery(typed)).toEqual([])
  })

  it('never holds a sign that was typed', () => {
    const term = /^('[\p{L}\p{M}\p{N}]+':\*|'[\p{L}\p{M}\p{N}]+'( <-> '[\p{L}\p{M}\p{N}]+')*)$/u
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), typed => {
        for (const asked of noteQuery(typed)) expect(asked).toMatch(term)
      }),
    )
  })
})

describe('a fragment', () => {
  it.each([
    ['no mark', [{ text: 'no mark', isFound: false }]],
    [
      'he \ue000mends\ue001 and \ue000mended\ue001',
      [
        { text: 'he ', isFound: false },
        { text: 'mends', isFound: true },
        { text: ' and ', isFound: false },
        { text: 'mended', isFound: true },
      ],
    ],
  ])('%j is shown in pieces', (fragment, pieces) => {
    expect(piecesOf(fragment)).toEqual(pieces)
  })
})
