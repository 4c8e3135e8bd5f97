import { beforeAll, describe, expect, test } from 'vitest'
import { assemblePractice, usePractice } from '../../engine/packs/index.ts'
import type { Child } from '../children/index.ts'
import { compareDetails, settleDetails } from './compareDetails.ts'

// No list of codes is needed to compare.
beforeAll(() => {
  const bankHolidays = {
    name: 'None',
    firstYear: 2026,
    lastYear: 2026,
    lastAnnouncedYear: 2026,
    holidays: new Map(),
  }
  usePractice(assemblePractice({ bankHolidays, zone: 'Europe/London', packs: [] }))
})

const today = Temporal.PlainDate.from('2026-11-21')
const date = (text: string) => Temporal.PlainDate.from(text)

const one: Child = {
  childId: '1',
  reference: 'AAAA-AAAA',
  givenName: 'Tariq',
  familyName: 'Amin',
  knownAs: '',
  saidAs: '',
  birthDate: null,
  birthDateBasis: 'unknown',
  sex: '',
  ethnicity: '',
  pronouns: '',
  language: '',
  needsInterpreter: false,
  howToTalk: '',
  address: '',
  postcode: '',
  hasNoFixedAddress: false,
  phone: '',
  school: '',
  interpreterNote: '',
  religion: '',
  disability: '',
  disabilityWords: '',
  whatHelps: '',
  addedAt: Temporal.Instant.from('2026-01-01T00:00:00Z'),
  version: 1,
  isRestricted: false,
  isRelated: false,
  told: [],
  alerts: [],
  cases: [],
}
const stands = (part: string, kept: Partial<Child>, gone: Partial<Child>) => {
  const found = compareDetails({ ...one, ...kept }, { ...one, ...gone }, today).find(it => it.part === part)
  return found && [found.stands, found.likelier]
}

describe('two records of one child', () => {
  test.each<[string, string, Partial<Child>, Partial<Child>, unknown]>([
    ['the same name is not asked about', 'name', {}, {}, ['same', 'kept']],
    ['two names are', 'name', {}, { givenName: 'Tarik' }, ['differs', null]],
    ['a phone that only one has is taken', 'phone', {}, { phone: '1' }, ['one', 'gone']],
    ['and is not lost', 'phone', { phone: '1' }, {}, ['one', 'kept']],
    ['two phones are asked about', 'phone', { phone: '1' }, { phone: '2' }, ['differs', null]],
    [
      'a date of birth that only one knows is taken',
      'birth-date',
      {},
      { birthDate: date('2011-03-04'), birthDateBasis: 'estimated' },
      ['one', 'gone'],
    ],
    [
      'the same date, known and estimated, is known',
      'birth-date',
      { birthDate: date('2011-03-04'), birthDateBasis: 'estimated' },
      { birthDate: date('2011-03-04'), birthDateBasis: 'known' },
      ['one', 'gone'],
    ],
    [
      'one that is known is likelier than another that is estimated',
      'birth-date',
      { birthDate: date('2011-01-01'), birthDateBasis: 'estimated' },
      { birthDate: date('2011-03-04'), birthDateBasis: 'known' },
      ['differs', 'gone'],
    ],
    [
      'it is known in the record that is kept',
      'birth-date',
      { birthDate: date('2011-03-04'), birthDateBasis: 'known' },
      { birthDate: date('2011-01-01'), birthDateBasis: 'estimated' },
      ['differs', 'kept'],
    ],
    [
      'of two that are known neither is likelier',
      'birth-date',
      { birthDate: date('2010-03-04'), birthDateBasis: 'known' },
      { birthDate: date('2013-03-04'), birthDateBasis: 'known' },
      ['differs', null],
    ],
    [
      'nor of two that are estimated',
      'birth-date',
      { birthDate: date('2010-01-01'), birthDateBasis: 'estimated' },
      { birthDate: date('2011-01-01'), birthDateBasis: 'estimated' },
      ['differs', null],
    ],
    [
      'whether an interpreter is needed must be chosen',
      'interpreter',
      {},
      { needsInterpreter: true },
      ['differs', null],
    ],
    [
      'of two that say it is needed the one that says more is likelier',
      'interpreter',
      { needsInterpreter: true },
      { needsInterpreter: true, interpreterNote: 'Dari, a woman' },
      ['differs', 'gone'],
    ],
    [
      'that none is needed stands where nobody else has said',
      'interpreter',
      { needsInterpreter: null },
      {},
      ['one', 'gone'],
    ],
    [
      'both can say how to talk with the child',
      'how-to-talk',
      { howToTalk: 'Slowly' },
      { howToTalk: 'Drawings' },
      ['differs', 'both'],
    ],
    [
      'and what helps',
      'what-helps',
      { whatHelps: 'A seat in front' },
      { whatHelps: 'Breaks' },
      ['differs', 'both'],
    ],
    [
      'unless the two do not fit, so that nothing is cut',
      'how-to-talk',
      { howToTalk: 'a'.repeat(1_500) },
      { howToTalk: 'b'.repeat(500) },
      ['differs', null],
    ],
  ])('%s', (_, part, kept, gone, expected) => {
    expect(stands(part, kept, gone)).toEqual(expected)
  })

  test('keep every name and the other address, and say what is left out', () => {
    const kept = { ...one, address: '1 Elm Way', phone: '1', howToTalk: 'Slowly' }
    const gone = {
      ...one,
      childId: '2',
      givenName: 'Tarik',
      knownAs: 'TJ',
      address: '9 Oak Row',
      phone: '2',
      howToTalk: 'Drawings',
    }
    const compared = compareDetails(kept, gone, today)
    const settled = settleDetails(kept, gone, compared, {
      phone: 'gone',
      name: 'gone',
      address: 'kept',
    })
    expect(settled.details).toMatchObject({
      givenName: 'Tarik',
      knownAs: 'TJ',
      phone: '2',
      howToTalk: 'Slowly\nDrawings',
    })
    expect(settled.otherNames).toEqual(['Tariq Amin'])
    expect(settled.ending.address).toBe('2')
    expect(settled.leftOut).toEqual({ Phone: '1' })
  })

  test('are not settled where nobody chose between what contradicts', () => {
    const [kept, gone] = [
      { ...one, phone: '1' },
      { ...one, childId: '2', phone: '2' },
    ]
    const compared = compareDetails(kept, gone, today)
    expect(() => settleDetails(kept, gone, compared, {})).toThrow(
      'Nobody chose between two answers for phone',
    )
    expect(settleDetails(kept, gone, compared, { phone: 'kept' }).details.phone).toBe('1')
  })
})
