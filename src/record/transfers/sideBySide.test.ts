import { describe, expect, it } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { usePractice } from '../../engine/packs/index.ts'
import type { Child } from '../children/index.ts'
import type { TransferPackage } from './package.ts'
import { sideBySide } from './sideBySide.ts'

usePractice(practice)

const on = Temporal.PlainDate.from('2026-11-21')

const child: Child = {
  childId: '01a201b7-419e-7c1e-9717-6a34df1cd680',
  reference: 'K7M2-9QXD',
  givenName: 'Ada',
  familyName: 'Vale',
  knownAs: '',
  saidAs: '',
  birthDate: Temporal.PlainDate.from('2011-02-14'),
  birthDateBasis: 'estimated',
  sex: '',
  ethnicity: '',
  pronouns: 'she/her',
  language: '',
  needsInterpreter: false,
  howToTalk: '',
  address: '9 High Street',
  postcode: '',
  hasNoFixedAddress: false,
  phone: '01234',
  school: '',
  interpreterNote: '',
  religion: '',
  disability: '',
  disabilityWords: '',
  whatHelps: '',
  addedAt: Temporal.Instant.from('2026-11-01T10:00:00Z'),
  version: 1,
  isRestricted: false,
  isRelated: false,
  told: [],
  alerts: [],
  cases: [],
}

const details: NonNullable<TransferPackage['details']> = {
  saidAs: '',
  sex: 'no such code',
  ethnicity: '',
  pronouns: 'she/her',
  language: 'Polish',
  needsInterpreter: false,
  howToTalk: '',
  address: '',
  postcode: '',
  hasNoFixedAddress: false,
  phone: '56789',
  school: '',
  otherNames: [],
}

const came = (born: string | null, more: Partial<typeof details> = {}): TransferPackage => ({
  format: 'throughline-transfer',
  version: 1,
  madeAt: '2026-11-20T10:00:00Z',
  from: 'Milton Brook',
  to: 'Harrow Vale',
  reason: 'Moved',
  parts: ['details'],
  child: {
    reference: 'AAAA-BBBB',
    givenName: 'Adda',
    familyName: 'Vale',
    knownAs: '',
    birthDate: born,
    birthDateBasis: born === null ? 'unknown' : 'known',
    wasRestricted: false,
  },
  details: { ...details, ...more },
})

const found = (it: TransferPackage) => sideBySide(child, it, on).map(({ key, fills }) => [key, fills])

describe('details side by side', () => {
  it('fill what is empty, ask where both say something, and leave out what is the same or unsaid', () => {
    expect(found(came('2011-02-14'))).toEqual([
      ['language', true],
      ['phone', false],
    ])
  })

  it('fill whether an interpreter is needed where nobody here has said, and never take one away', () => {
    const theirs = (needsInterpreter: boolean | null) => came('2011-02-14', { needsInterpreter })
    const asked = (ours: boolean | null, theirsIs: boolean | null) =>
      sideBySide({ ...child, needsInterpreter: ours }, theirs(theirsIs), on)
        .filter(({ key }) => key === 'needs-interpreter')
        .map(({ fills, puts }) => [fills, puts['needs-interpreter']])
    expect(asked(null, true)).toEqual([[true, 'yes']])
    expect(asked(null, false)).toEqual([[true, 'no']])
    expect(asked(false, true)).toEqual([[false, 'yes']])
    expect(asked(true, false)).toEqual([])
    expect(asked(false, null)).toEqual([])
  })

  it('never fill a date of birth that differs, and never take one away', () => {
    expect(found(came('2011-03-14'))).toContainEqual(['birth-date', false])
    expect(found(came(null)).map(([key]) => key)).not.toContain('birth-date')
  })

  it('take an address with its postcode', () => {
    const [address] = sideBySide(
      child,
      came('2011-02-14', { address: '4 Mill Lane', postcode: 'MK9 3AA' }),
      on,
    ).filter(({ key }) => key === 'address')
    expect(address).toMatchObject({
      fills: false,
      begins: { kind: 'addresses', said: { kind: 'home', address: '4 Mill Lane', postcode: 'MK9 3AA' } },
    })
  })

  it('leave out codes that are not ours', () => {
    expect(found(came('2011-02-14')).map(([key]) => key)).not.toContain('sex')
  })
})
