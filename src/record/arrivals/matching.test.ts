import { describe, expect, test } from 'vitest'
import { type Candidate, type Described, explainMatch, rankMatches, twoOfOne } from './matching.ts'

const date = (text: string) => Temporal.PlainDate.from(text)

const known = (text: string) => ({ date: date(text), basis: 'known' }) as const

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
  otherNames: [{ name: 'Amy Neal', kind: 'alias', mustNotBeUsed: false }],
  likeness: 0,
  likestName: '',
}
const nobody: Described = { names: [], birth: undefined, postcode: '', phone: '', school: '' }
const reasons = (described: Partial<Described>, candidate = amara) =>
  explainMatch(candidate, { ...nobody, ...described }).reasons

describe('why a child may be the one', () => {
  test.each<[string, Partial<Described>, string[]]>([
    ['the same name', { names: ['Amara O’Neill'] }, ['The same name']],
    ['another apostrophe', { names: ["AMARA O'NEILL"] }, ['The same name, written differently']],
    ['names exchanged', { names: ['O’Neill Amara'] }, ['The same names, first and family name exchanged']],
    ['an alias', { names: ['amy neal'] }, ['The same name as the alias “Amy Neal”']],
    ['the same birthday', { birth: known('2011-03-04') }, ['The same date of birth']],
    [
      'day and month exchanged',
      { birth: known('2011-04-03') },
      ['The same date of birth, day and month exchanged'],
    ],
    ['one wrong figure', { birth: known('2012-03-04') }, ['A date of birth with one figure different']],
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

  test('of one of many namesakes only the family name is said, and with another birthday it is not offered', () => {
    const zac = { ...amara, givenName: 'Zac', familyName: 'Penrose', otherNames: [], likeness: 0.47 }
    const candidate = { ...zac, likestName: 'Zac Penrose' }
    const ben = { ...nobody, names: ['Ben Penrose'] }
    expect(explainMatch(candidate, ben)).toMatchObject({
      reasons: ['The same family name'],
      against: ['Another first name'],
    })
    expect(rankMatches([candidate], ben)).toHaveLength(1)
    const born = { ...ben, birth: known('2009-11-30') }
    expect(rankMatches([candidate], born)).toEqual([])
    expect(rankMatches([candidate], { ...born, postcode: 'MK9 3AA' }), 'at one address').toHaveLength(1)
  })

  test.each(['Zach', 'Zachary', 'Zoltan', 'Isaac Zac'])(
    'of %s it may be a spelling, or a part of the name',
    given => {
      const candidate = {
        ...amara,
        givenName: 'Zac',
        familyName: 'Penrose',
        likeness: 0.5,
        likestName: 'Zac Penrose',
      }
      const described = { ...nobody, names: [`${given} Penrose`], birth: known('2009-11-30') }
      expect(rankMatches([candidate], described)).toHaveLength(1)
    },
  )

  test('a former name that must not be used finds the child and is not said', () => {
    const { likestName: _, ...rest } = amara
    const changed = {
      ...rest,
      otherNames: [{ name: 'Adam Neal', kind: 'former' as const, mustNotBeUsed: true }],
      likestName: '',
      likeness: 0.7,
    }
    expect(reasons({ names: ['Adam Neal'] }, changed)).toEqual([
      'The same name as a former name, which the child does not want used',
    ])
    expect(reasons({ names: ['Adem Neal'] }, changed)).toEqual([
      'A name spelled like a former name, which the child does not want used (70% alike)',
    ])
  })

  test('one name of two that is the same does not speak against', () => {
    expect(explainMatch(amara, { ...nobody, names: ['Zoe O’Neill'] }).against).toEqual([])
    expect(explainMatch(amara, { ...nobody, names: ['Zoe Grant'] }).against).toEqual(['A different name'])
  })

  test('what speaks against is said as well', () => {
    const match = explainMatch(amara, { ...nobody, names: ['Amara O’Neill'], birth: known('2009-12-25') })
    expect(match.against).toEqual(['A different date of birth'])
  })

  test('a date of birth that was sent as an estimate need only be near, and is never the same', () => {
    const about = (text: string) => ({ birth: { date: date(text), basis: 'estimated' } }) as const
    const near = ['About the same age: one date of birth is an estimate']
    expect(reasons(about('2011-07-01'))).toEqual(near)
    expect(reasons(about('2011-03-04'))).toEqual(near)
    expect(explainMatch(amara, { ...nobody, ...about('2008-07-01') }).against).toContain(
      'Another age, although one date of birth is an estimate',
    )
  })

  test('an estimated date of birth need only be near', () => {
    const estimated = { ...amara, birthDateBasis: 'estimated' as const, birthDate: date('2011-01-01') }
    expect(reasons({ birth: known('2011-09-30') }, estimated)).toEqual([
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
    birth: known('2011-03-04'),
  })
  expect(ranked.map(({ candidate }) => candidate.givenName)).toEqual(['Amara', 'Aoife'])
})

test('a child with nothing in common is not offered', () => {
  expect(rankMatches([amara], { ...nobody, names: ['Jan Kowalski'] })).toEqual([])
})

describe('two of the children offered who look like one', () => {
  const again = { ...amara, childId: '0193b1a0-7c00-7000-8000-000000000003', reference: 'CCCC-CCCC' }
  const twin = { ...again, givenName: 'Aoife', otherNames: [] }
  const matches = (...candidates: Candidate[]) => candidates.map(it => explainMatch(it, nobody))

  test('are those with the same name and date of birth', () => {
    const found = twoOfOne(matches(amara, again), [])
    expect(found.map(two => two.map(({ candidate }) => candidate.reference))).toEqual([
      ['AAAA-AAAA', 'CCCC-CCCC'],
    ])
  })

  test('are not those of whom somebody has said that they are twins', () => {
    const said = [{ childId: amara.childId, otherId: again.childId }]
    expect(twoOfOne(matches(amara, again), said)).toEqual([])
  })

  test('are not two strangers who share a birthday, however like one of them is to what arrived', () => {
    const arrived = { ...nobody, names: ['Emre Aydin'], birth: known('2011-03-04') }
    const emre = {
      ...amara,
      ...{ givenName: 'Emre', familyName: 'Aydin', otherNames: [], likeness: 1, likestName: 'Emre Aydin' },
      ...{ childId: '0193b1a0-7c00-7000-8000-000000000007', reference: 'EEEE-EEEE' },
      ...{ postcode: '', phone: '', school: '' },
    }
    const kiara = {
      ...emre,
      ...{ givenName: 'Kiara', familyName: 'Palmerston', likeness: 0, likestName: '' },
      ...{ childId: '0193b1a0-7c00-7000-8000-000000000008', reference: 'FFFF-FFFF' },
    }
    expect(rankMatches([emre, kiara], arrived)).toHaveLength(2)
    expect(twoOfOne(rankMatches([emre, kiara], arrived), [])).toEqual([])
  })

  test('twins of whom nobody has said anything share a birthday, an address and a phone: they are asked about', () => {
    expect(twoOfOne(matches(amara, twin), [])).toHaveLength(1)
  })
})
