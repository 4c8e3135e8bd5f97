import { describe, expect, it } from 'vitest'
import { readSorting, sortAddress } from './sorting.ts'

const byDue = { key: 'due', direction: 'ascending' } as const

describe('sorting a table by its address', () => {
  it('reads the column and the way from the address', () => {
    expect(readSorting(new URLSearchParams('sort=-name'), ['name', 'due'], byDue)).toEqual({
      key: 'name',
      direction: 'descending',
    })
  })

  it('ignores a column that the table does not have', () => {
    expect(readSorting(new URLSearchParams('sort=password'), ['name', 'due'], byDue)).toEqual(byDue)
    expect(readSorting(new URLSearchParams(''), ['name', 'due'], byDue)).toEqual(byDue)
  })

  it('sorts a new column upwards, and the sorted one the other way', () => {
    expect(sortAddress('/children', new URLSearchParams(), byDue, 'name')).toBe('/children?sort=name')
    expect(sortAddress('/children', new URLSearchParams(), byDue, 'due')).toBe('/children?sort=-due')
  })

  it('keeps the filters and returns to the first page', () => {
    const query = new URLSearchParams('team=north&page=3&sort=name')
    expect(sortAddress('/children', query, byDue, 'name')).toBe('/children?team=north&sort=name')
  })
})
