import fc from 'fast-check'
import { describe, expect, expectTypeOf, it, test } from 'vitest'
import { type Id, parseId } from './ids.ts'

describe('reading an id', () => {
  it('accepts any version 7 uuid, in either case', () => {
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), uuid => {
        expect(parseId(uuid)).toBe(uuid)
        expect(parseId(uuid.toUpperCase())).toBe(uuid)
      }),
    )
  })

  test.each([
    ['nothing', ''],
    ['a version 4 uuid', '9b2e4c7a-3f10-4d55-8a21-0c9e7f6b5a43'],
    ['the wrong variant', '0193b1a0-7c00-7000-c000-000000000000'],
    ['a uuid with something after it', '0193b1a0-7c00-7000-8000-000000000000/edit'],
    ['a uuid with a space before it', ' 0193b1a0-7c00-7000-8000-000000000000'],
    ['a number', '42'],
    ['a piece of SQL', "0' or '1'='1"],
  ])('refuses %s', (_what, text) => {
    expect(parseId(text)).toBeUndefined()
  })

  it('refuses arbitrary text without throwing', () => {
    fc.assert(fc.property(fc.string(), text => parseId(text) === undefined))
  })

  it('keeps the kinds of id apart', () => {
    expectTypeOf<Id<'victim'>>().not.toExtend<Id<'child'>>()
    expectTypeOf<Id<'child'>>().toExtend<string>()
  })
})
