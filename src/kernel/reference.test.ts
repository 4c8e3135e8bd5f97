import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { makeReference, parseReference, referenceCount } from './reference.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const anyNumber = fc.integer({ min: 0, max: referenceCount - 1 })
const anyPlace = fc.nat(7)

/** The eight characters without the hyphen. */
const characters = (number: number) => [...makeReference(number).replace('-', '')]

describe('a reference', () => {
  it('is eight characters with a hyphen in the middle, none of them I, L, O or U', () => {
    fc.assert(
      fc.property(anyNumber, number => {
        expect(makeReference(number)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      }),
    )
  })

  it('reads back as itself, and differs from every other', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, (one, other) => {
        expect(parseReference(makeReference(one))).toEqual({ ok: true, value: makeReference(one) })
        expect(makeReference(one) === makeReference(other)).toBe(one === other)
      }),
    )
  })

  test.each([
    ['lower case', (text: string) => text.toLowerCase()],
    ['no hyphen', (text: string) => text.replace('-', '')],
    ['spaces around', (text: string) => ` ${text.replace('-', ' - ')} `],
    ['an O for a nought', (text: string) => text.replaceAll('0', 'o')],
    ['an l for a one', (text: string) => text.replaceAll('1', 'l')],
  ])('may be typed with %s', (_what, typed) => {
    for (const number of [0, 1, 33, 1_000_000, referenceCount - 1]) {
      expect(parseReference(typed(makeReference(number)))).toEqual({ ok: true, value: makeReference(number) })
    }
  })

  it('is refused with any one character wrong', () => {
    fc.assert(
      fc.property(anyNumber, anyPlace, fc.constantFrom(...alphabet), (number, place, wrong) => {
        const typed = characters(number)
        fc.pre(typed[place] !== wrong)
        typed[place] = wrong
        expect(parseReference(typed.join(''))).toEqual({ ok: false, reason: { kind: 'mistyped' } })
      }),
    )
  })

  it('is refused with two neighbours swapped', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(6), (number, place) => {
        const typed = characters(number)
        const [one = '', other = ''] = typed.slice(place, place + 2)
        fc.pre(one !== other)
        typed.splice(place, 2, other, one)
        expect(parseReference(typed.join(''))).toEqual({ ok: false, reason: { kind: 'mistyped' } })
      }),
    )
  })

  test.each(['', 'K7M2', 'K7M2-9QXDD', 'K7M2-9Q!D', 'ＫＫＫＫ-ＫＫＫＫ'])('is not %j', text => {
    expect(parseReference(text)).toEqual({ ok: false, reason: { kind: 'not-a-reference' } })
  })

  it('cannot be made for a number that does not fit', () => {
    expect(() => makeReference(referenceCount)).toThrow(RangeError)
    expect(() => makeReference(-1)).toThrow(RangeError)
  })
})
