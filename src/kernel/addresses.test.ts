import { describe, expect, it, test } from 'vitest'
import { parsePlace, parseWhole, writePlace } from './addresses.ts'

const id = '0193b1a0-7c00-7000-8000-00000000dead'

describe('a whole number in an address', () => {
  test.each([
    ['0', 0],
    ['17', 17],
    ['2147483647', 2_147_483_647],
  ])('%s is read', (text, number) => {
    expect(parseWhole(text)).toBe(number)
  })

  test.each(['', '-1', '1.5', '1e20', '2147483648', '99999999999', 'xyz', '１７', ' 1', '0x10'])(
    '“%s” is none',
    text => {
      expect(parseWhole(text)).toBeUndefined()
    },
  )
})

describe('a place in a list', () => {
  it('comes back as it was written', () => {
    const at = Temporal.Instant.from('2026-11-21T10:00:00.123456Z')
    expect(parsePlace(writePlace(at, id))).toEqual({ at, id })
  })

  test.each(['', 'xyz', `99T_${id}`, `2026-13-45T10:00Z_${id}`, '2026-11-21T10:00Z_xyz', `_${id}`, `${id}`])(
    '“%s” is the first page',
    text => {
      expect(parsePlace(text)).toBeUndefined()
    },
  )
})
