import { beforeAll, describe, expect, it } from 'vitest'
import { assemblePractice, type Pack, usePractice } from '../../engine/packs/index.ts'
import { type Candidate, nameable } from './candidate.ts'

const pack: Pack = {
  id: 'test',
  title: 'Test',
  file: 'practice/somewhere/index.ts',
  workload: {
    id: 'points',
    title: 'Points',
    source: 'Invented for this test',
    file: 'practice/somewhere/workload.ts',
    fullTime: { hours: 37, points: 80 },
    // No pathway is defined here: every case weighs as much as the heaviest kind.
    kinds: { prevention: 5, diversion: 5, 'out-of-court': 5, court: 5, custody: 5 },
    stages: {},
    extras: { alert: 1, interpreter: 1 },
    coWorkerShare: 0.5,
  },
}
const bankHolidays = {
  name: 'None',
  firstYear: 2026,
  lastYear: 2026,
  lastAnnouncedYear: 2026,
  holidays: new Map(),
}

beforeAll(() => usePractice(assemblePractice({ bankHolidays, zone: 'Europe/London', packs: [pack] })))

const somebody: Candidate = {
  userId: 'robin',
  name: 'Robin Vale',
  roles: ['officer'],
  days: ['mon', 'tue', 'wed'],
  languages: [],
  skills: [],
  worksWithChild: false,
  siblings: [],
  leave: null,
  hasConflict: false,
  isNotNamed: false,
  carried: { children: 0, cases: [], minutesAWeek: 37 * 60 },
}
const active = {
  part: 'holder',
  pathway: 'diversion',
  stage: 'active',
  hasAlert: false,
  needsInterpreter: false,
} as const
const busy: Candidate = {
  ...somebody,
  userId: 'busy',
  name: 'Bea Busy',
  carried: { children: 12, cases: [{ ...active, cases: 12 }], minutesAWeek: 37 * 60 },
}
const senior = { languageOfChild: '', mayKnowLoads: true, mayKnowConflicts: true }
const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name)

describe('who can be allocated', () => {
  it('stands with load, children and pattern', () => {
    const [one] = nameable([busy], senior)
    expect(one?.facts).toEqual([
      'Youth justice officer · 12 children · load 60 of 80',
      '37 hours a week, Monday to Wednesday',
    ])
  })

  it('whoever carries least comes first', () => {
    expect(namesOf(nameable([busy, somebody], senior))).toEqual(['Robin Vale', 'Bea Busy'])
  })

  it('whoever speaks the child’s language comes before, however it is written', () => {
    const polish = { ...busy, languages: ['Polish'] }
    const people = nameable([somebody, polish], { ...senior, languageOfChild: 'polish' })
    expect(namesOf(people)).toEqual(['Bea Busy', 'Robin Vale'])
    expect(people[0]?.facts).toContain('Speaks Polish: the child’s language')
  })

  it('whoever works with a brother or sister comes before that, and it says why', () => {
    const family = { ...busy, siblings: [{ childId: 'amir', name: 'Amir Amin', why: 'address' as const }] }
    const people = nameable([{ ...somebody, languages: ['Polish'] }, family], {
      ...senior,
      languageOfChild: 'Polish',
    })
    expect(namesOf(people)).toEqual(['Bea Busy', 'Robin Vale'])
    expect(people[0]?.facts).toContain('Works with Amir Amin, who lives at the same address')
  })

  it('whoever is away comes after, with who covers', () => {
    const away = {
      ...somebody,
      leave: { from: '2026-11-20', until: '2026-11-27', coverName: null, coverAway: [] },
    }
    const people = nameable([away, busy], senior)
    expect(namesOf(people)).toEqual(['Bea Busy', 'Robin Vale'])
    expect(people[1]?.facts).toContain('On leave 20 November 2026 to 27 November 2026; nobody covers')
  })
})

describe('somebody whose cover is on leave too', () => {
  it('is said to be covered on the other days alone', () => {
    const leave = {
      from: '2026-11-20',
      until: '2026-11-27',
      coverName: 'Dilys Amadi',
      coverAway: [{ from: '2026-11-26', until: '2026-12-04' }],
    }
    const [away] = nameable([{ ...somebody, leave }], senior)
    expect(away?.facts).toContain(
      'On leave 20 November 2026 to 27 November 2026; Dilys Amadi covers, but is on leave too 26 November 2026 to 27 November 2026',
    )
  })
})

describe('who cannot be allocated', () => {
  const family = { ...somebody, hasConflict: true }
  const outside = { ...busy, isNotNamed: true }

  it('stands there with the reason', () => {
    const people = nameable([family, outside], senior)
    expect(people.map(({ cannot }) => cannot)).toEqual([
      'has a conflict of interest',
      'is not named for this restricted record',
    ])
  })

  it('stands there without it for whoever may not know of conflicts of interest', () => {
    const people = nameable([family, outside], { ...senior, mayKnowLoads: false, mayKnowConflicts: false })
    expect(people.map(({ cannot }) => cannot)).toEqual([
      'cannot work with this child',
      'cannot work with this child',
    ])
    expect(people.every(({ facts }) => facts === undefined)).toBe(true)
  })
})
