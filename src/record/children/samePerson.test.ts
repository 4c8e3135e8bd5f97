import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Person } from './personQueries.ts'
import { alikePeople, maySamePerson, onePersonOf, personDifferences } from './samePerson.ts'

const aPerson = (it: Partial<Person> = {}): Person => ({
  personId: 'one',
  childId: 'child',
  name: 'Mina Adeyemi-Hart',
  kind: 'parent',
  organisation: '',
  relationship: 'Mother',
  livesWithChild: false,
  phone: '',
  email: '',
  hasParentalResponsibility: false,
  mustNotBeContacted: false,
  barredReason: '',
  bestWay: '',
  language: '',
  needsInterpreter: false,
  note: '',
  endedAt: null,
  version: 1,
  ...it,
})

describe('two entries may be one person', () => {
  it.each([
    ['the same name and relation', { name: 'mina adeyemi-hart' }, true],
    ['the same name and phone', { relationship: 'Parent or carer', phone: '07700 900 123' }, true],
    ['the same name, another relation and no phone', { relationship: 'Aunt' }, false],
    ['another name with the same phone', { name: 'Tolu Adeyemi', phone: '+44 7700 900123' }, false],
  ])('%s', (_, other, may) => {
    expect(maySamePerson(aPerson({ phone: '+44 7700 900123' }), aPerson(other))).toBe(may)
  })

  it('only where both are around the child now, and each pair once', () => {
    const people = [aPerson(), aPerson({ personId: 'two' }), aPerson({ personId: 'three' })]
    expect(alikePeople(people).map(pair => pair.map(({ personId }) => personId))).toEqual([
      ['one', 'two'],
      ['one', 'three'],
    ])
    const ended = aPerson({ personId: 'four', endedAt: Temporal.Instant.from('2026-01-01T00:00Z') })
    expect(alikePeople([aPerson(), ended])).toEqual([])
  })
})

describe('one entry of two', () => {
  it('proposes what only one of them says, and chooses nothing where they contradict each other', () => {
    const kept = aPerson({ phone: '07700 900123', note: 'Works nights' })
    const other = aPerson({ phone: '07700 900999', email: 'mina@home.example', note: 'Prefers text' })
    const found = personDifferences(kept, other)
    expect(found.map(({ part, likelier }) => [part, likelier])).toEqual([
      ['phone', undefined],
      ['email', 'other'],
      ['note', 'both'],
    ])
    expect(onePersonOf(kept, other, { phone: 'kept', email: 'other', note: 'both' })).toMatchObject({
      personId: 'one',
      phone: '07700 900123',
      email: 'mina@home.example',
      note: 'Works nights\nPrefers text',
    })
  })

  it('never opens a contact that either entry closes, whatever is chosen, and keeps every reason', () => {
    const barring = fc.record({
      mustNotBeContacted: fc.boolean(),
      barredReason: fc.constantFrom('Order', 'Violence'),
    })
    const choice = fc.constantFrom('kept', 'other', 'both')
    fc.assert(
      fc.property(barring, barring, choice, (one, two, choose) => {
        const made = onePersonOf(aPerson(one), aPerson(two), { phone: choose, note: choose })
        expect(made.mustNotBeContacted).toBe(one.mustNotBeContacted || two.mustNotBeContacted)
        for (const { mustNotBeContacted, barredReason } of [one, two])
          if (mustNotBeContacted) expect(made.barredReason).toContain(barredReason)
      }),
    )
  })
})
