import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { foldName, initials, tidyName } from './names.ts'

describe('comparing names', () => {
  test.each([
    ['three kinds of apostrophe', ['O’Shea', "O'Shea", 'OʼShea', 'OSHEA', 'o`shea']],
    ['accents typed or left out', ['Siân', 'SIAN', 'Sian', 'Sia\u0302n']],
    ['a hyphen or a space', ['Ayo-Bello', 'Ayo Bello', 'AYO–BELLO', ' ayo  bello ']],
    ['letters that do not come apart', ['Łukasz Strauß', 'Lukasz Strauss']],
    ['a Turkish capital', ['İnci', 'inci', 'INCI']],
    ['an initial with a stop', ['J. St. Cloud', 'J St Cloud']],
    ['Arabic with and without vowel signs', ['مُحَمَّد', 'محمد', 'محـمد']],
    ['Hebrew with and without points', ['דָּוִד', 'דוד']],
    ['marks of direction that cannot be seen', ['\u200fمحمد\u200e', 'محمد']],
    ['letters from a wide keyboard', ['Ｋｅｎ', 'ken']],
  ])('%s', (_what, spellings) => {
    expect(new Set(spellings.map(foldName)).size).toBe(1)
  })

  it('keeps different names apart', () => {
    const names = ['Anna', 'Anne', 'Hannah', 'محمد', 'محمود', 'आशा', 'ओशा', '李', '王']
    expect(new Set(names.map(foldName)).size).toBe(names.length)
  })

  it('keeps the vowels of scripts that write them as signs', () => {
    expect(foldName('आशा')).toBe('आशा'.normalize('NFC'))
  })

  it('of one letter is still a name', () => {
    expect(foldName('É')).toBe('e')
  })

  it('folds a folded name to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        expect(foldName(foldName(name))).toBe(foldName(name))
      }),
    )
  })
})

describe('keeping names', () => {
  it('changes nothing that can be seen', () => {
    expect(tidyName('Niamh  O’Dowd-García ')).toBe('Niamh O’Dowd-García')
    expect(tidyName('deBono')).toBe('deBono')
  })

  it('takes out what cannot be seen, and brings spellings of one letter together', () => {
    expect(tidyName('\u202eevil\u202c \u0000Name\ufeff')).toBe('evil Name')
    expect(tidyName('Sia\u0302n')).toBe('Siân')
    expect(tidyName('line\nbreak\ttab')).toBe('line break tab')
  })

  it('tidies a tidy name to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        expect(tidyName(tidyName(name))).toBe(tidyName(name))
      }),
    )
  })
})

describe('initials', () => {
  test.each([
    [['Tariq', 'Amin'], 'T. A.'],
    [['élodie', 'O’Dowd'], 'É. O.'],
    [['Mary-Jane', 'de Souza'], 'M. D.'],
    [['X', ''], 'X.'],
    [['محمد', 'علي'], 'م. ع.'],
    [['’Tunde', 'Bello'], 'T. B.'],
    [['', ' '], ''],
  ])('of %j are %s', (parts, expected) => {
    expect(initials(...parts)).toBe(expected)
  })
})
