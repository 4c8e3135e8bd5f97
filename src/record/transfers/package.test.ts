import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { tidyName } from '../../kernel/names.ts'
import { readPackage, type TransferPackage } from './package.ts'

/** Any text of a record: right to left, pictures, controls, nothing; never a null character. */
const text = fc
  .string({ unit: 'binary', maxLength: 200 })
  .filter(it => it.isWellFormed() && !it.includes('\0'))
const words = text.filter(it => it.trim() !== '')
const name = text.filter(it => tidyName(it) !== '')
const first = Temporal.PlainDate.from('1990-01-01')
const day = fc.nat({ max: first.until('2030-01-01').days }).map(days => first.add({ days }).toString())
const moment = day.map(it => `${it}T12:34:56Z`)
const few = <T>(of: fc.Arbitrary<T>) => fc.option(fc.array(of, { maxLength: 3 }), { nil: undefined })

const packages: fc.Arbitrary<TransferPackage> = fc.record(
  {
    format: fc.constant('throughline-transfer' as const),
    version: fc.constant(1 as const),
    madeAt: moment,
    from: words,
    to: words,
    reason: words,
    parts: fc.constant(['notes' as const]),
    child: fc.record({
      reference: text,
      givenName: name,
      familyName: text,
      knownAs: text,
      birthDate: day,
      birthDateBasis: fc.constantFrom('known' as const, 'estimated' as const),
      wasRestricted: fc.boolean(),
    }),
    notes: few(
      fc.record(
        {
          ...{ at: moment, kind: text, by: text, text: words },
          sensitivity: fc.constantFrom('ordinary' as const, 'sensitive' as const),
          hasThirdParty: fc.boolean(),
          said: fc.array(fc.record({ question: text, answer: text }), { maxLength: 2 }),
        },
        { requiredKeys: ['at', 'kind', 'by', 'text'] },
      ),
    ),
    people: few(
      fc.record({
        name,
        relationship: words,
        phone: text,
        email: text,
        hasParentalResponsibility: fc.boolean(),
        mustNotBeContacted: fc.boolean(),
        note: text,
      }),
    ),
  },
  { requiredKeys: ['format', 'version', 'madeAt', 'from', 'to', 'reason', 'parts', 'child'] },
)

const plain: TransferPackage = {
  format: 'throughline-transfer',
  version: 1,
  madeAt: '2026-11-21T10:00:00Z',
  from: 'Milton Brook',
  to: 'Harrow Vale',
  reason: 'Moved',
  parts: [],
  child: {
    reference: 'K7M2-9QXD',
    givenName: 'Ada',
    familyName: '',
    knownAs: '',
    birthDate: null,
    birthDateBasis: 'unknown',
    wasRestricted: false,
  },
}

const person = {
  name: 'Noor',
  relationship: 'Mother',
  phone: '',
  email: '',
  hasParentalResponsibility: false,
  mustNotBeContacted: false,
  note: '',
}

describe('a package', () => {
  it('comes in as it went out, whatever the texts', () => {
    fc.assert(
      fc.property(packages, it => {
        expect(readPackage(JSON.stringify(it))).toEqual({
          ok: true,
          value: JSON.parse(JSON.stringify(it)),
        })
      }),
    )
  })

  test.each([
    ['a name that is not known', { ...plain, more: 1 }],
    ['no name of the child', { ...plain, child: { ...plain.child, givenName: ' ' } }],
    ['a person whose name nobody sees', { ...plain, people: [{ ...person, name: '\u200b' }] }],
    [
      'a date of birth that is said not to be known',
      { ...plain, child: { ...plain.child, birthDate: '2011-02-14' } },
    ],
    [
      'a day that is none',
      { ...plain, child: { ...plain.child, birthDate: '2011-02-31', birthDateBasis: 'known' } },
    ],
    ['a null character', { ...plain, reason: 'a\0b' }],
    ['half a character', { ...plain, reason: '\ud800' }],
    ['a text without end', { ...plain, reason: 'x'.repeat(100_001) }],
    ['more notes than anybody wrote', { ...plain, notes: Array(20_001).fill({}) }],
    ['another format', { ...plain, format: 'other' }],
    ['nothing', null],
  ])('with %s is refused', (_what, it) => {
    expect(readPackage(JSON.stringify(it))).toEqual({ ok: false, reason: 'not-as-described' })
  })

  it('of a later version is told from one that is damaged', () => {
    expect(readPackage(JSON.stringify({ ...plain, version: 2, new: 1 }))).toEqual({
      ok: false,
      reason: 'other-version',
    })
    expect(readPackage('{')).toEqual({ ok: false, reason: 'not-as-described' })
    expect(readPackage(JSON.stringify(plain)).ok).toBe(true)
  })
})
