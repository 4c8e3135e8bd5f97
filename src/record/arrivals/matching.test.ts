import { describe, expect, test } from 'vitest'
import { type Candidate, type Described, explainMatch, rankMatches } from './matching.ts'

const date = (text: string) => Temporal.PlainDate.from(text)

const amara: Candidate = {
  childId: '0193b1a0-7c00-7000-8000-000000000001',
  reference: 'AAAA-AAAA',
  givenName: 'Amara',
  familyName: 'O’Neill',
  birthDate: date('2011-03-04'),
  birthDateBasis: 'known',
  postcode: 'MK9 3AA',
  phone: '07700 900123',
  school: 'Brook Academy',
  openCases: 0,
  otherNames: [{ name: 'Amy Neal', kind: 'alias' }],
  likeness: 0,
  likestName: '',
}
const nobody: Described = { names: [], birthDate: undefined, postcode: '', phone: '', school: '' }
const reasons = (described: Partial<Described>, candidate = amara) =>
  explainMatch(candidate, { ...nobody, ...described }).reasons

describe('why a child may be the one', () => {
  test.each<[string, Partial<Described>, string[]]>([
    ['the same name', { names: ['Amara O’Neill'] }, ['The same name']],
    ['another apostrophe', { names: ["AMARA O'NEILL"] }, ['The same name, written differently']],
    ['names exchanged', { names: ['O’Neill Amara'] }, ['The same names, first and family name exchanged']],
    ['an alias', { names: ['amy neal'] }, ['The same name as the alias “Amy Neal”']],
    ['the same birthday', { birthDate: date('2011-03-04') }, ['The same date of birth']],
    [
      'day and month exchanged',
      { birthDate: date('2011-04-03') },
      ['The same date of birth, day and month exchanged'],
    ],
    ['one wrong figure', { birthDate: date('2012-03-04') }, ['A date of birth with one figure different']],
    ['a postcode written together', { postcode: 'mk93aa' }, ['The same postcode']],
    ['a phone without spaces', { phone: '07700900123' }, ['The same phone number']],
    ['the same school', { school: 'brook academy' }, ['The same school']],
    ['nothing at all', {}, []],
  ])('%s', (_, described, expected) => {
    expect(reasons(described)).toEqual(expected)
  })

  test('a spelling counts by how alike it is, and says so', () => {
    const alike = { ...amara, likeness: 0.62, likestName: 'Amara O’Neill' }
    expect(reasons({ names: ['Amarah O’Neil'] }, alike)).toEqual([
      'A name spelled like “Amara O’Neill” (62% alike)',
    ])
  })

  test('one name of two that is the same does not speak against', () => {
    expect(explainMatch(amara, { ...nobody, names: ['Zoe O’Neill'] }).against).toEqual([])
    expect(explainMatch(amara, { ...nobody, names: ['Zoe Grant'] }).against).toEqual(['A different name'])
  })

  test('what speaks against is said as well', () => {
    const match = explainMatch(amara, { ...nobody, names: ['Amara O’Neill'], birthDate: date('2009-12-25') })
    expect(match.against).toEqual(['A different date of birth'])
  })

  test('an estimated date of birth need only be near', () => {
    const estimated = { ...amara, birthDateBasis: 'estimated' as const, birthDate: date('2011-01-01') }
    expect(reasons({ birthDate: date('2011-09-30') }, estimated)).toEqual([
      'About the same age: our date of birth is an estimate',
    ])
  })
})

test('twins are both offered, the one with the same first name before the other', () => {
  const twin = {
    ...amara,
    childId: '0193b1a0-7c00-7000-8000-000000000002',
    reference: 'BBBB-BBBB',
    givenName: 'Aoife',
    otherNames: [],
    likeness: 0.5,
    likestName: 'Aoife O’Neill',
  }
  const ranked = rankMatches([twin, amara], {
    ...nobody,
    names: ['Amara O’Neill'],
    birthDate: date('2011-03-04'),
  })
  expect(ranked.map(({ candidate }) => candidate.givenName)).toEqual(['Amara', 'Aoife'])
})

test('a child with nothing in common is not offered', () => {
  expect(rankMatches([amara], { ...nobody, names: ['Jan Kowalski'] })).toEqual([])
})
