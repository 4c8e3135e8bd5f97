import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageItems, resultsWords } from './pageItems.ts'

const drawn = (current: number, count: number) =>
  pageItems(current, count)
    .map(item => (item.kind === 'gap' ? '…' : item.isCurrent ? `[${item.page}]` : `${item.page}`))
    .join(' ')

describe('which pages to link to', () => {
  it.each([
    [1, 1, '[1]'],
    [1, 3, '[1] 2 3'],
    [1, 10, '[1] 2 … 10'],
    [4, 10, '1 2 3 [4] 5 … 10'],
    [5, 10, '1 … 4 [5] 6 … 10'],
    [10, 10, '1 … 9 [10]'],
  ])('on page %i of %i: %s', (current, count, expected) => {
    expect(drawn(current, count)).toBe(expected)
  })

  it('always links to the first, the last and the current page, each once and in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [current, count] = a <= b ? [a, b] : [b, a]
        const pages = pageItems(current, count).flatMap(item => (item.kind === 'page' ? [item.page] : []))
        expect(pages).toEqual([...new Set(pages)].sort((x, y) => x - y))
        expect(pages).toEqual(expect.arrayContaining([1, current, count]))
      }),
    )
  })
})

describe('the words above a list', () => {
  const noun = { one: 'child', many: 'children' }
  it.each([
    [1, 20, 0, 'No children'],
    [1, 20, 1, 'Showing 1 child'],
    [1, 20, 20, 'Showing all 20 children'],
    [2, 20, 87, 'Showing 21 to 40 of 87 children'],
    [5, 20, 87, 'Showing 81 to 87 of 87 children'],
    [1, 20, 1234, 'Showing 1 to 20 of 1,234 children'],
  ])('page %i at %i a page of %i', (page, size, total, expected) => {
    expect(resultsWords(page, size, total, noun)).toBe(expected)
  })
})
