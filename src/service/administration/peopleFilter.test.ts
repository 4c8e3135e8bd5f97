import { expect, test } from 'vitest'
import type { Account } from '../../platform/identity/index.ts'
import { arrangePeople, readPeopleFilter } from './peopleFilter.ts'
import { stateOf } from './personState.ts'

const now = Temporal.Instant.from('2026-11-21T10:00:00Z')

function account(name: string, more: Partial<Account> = {}): Account {
  return {
    userId: name,
    name,
    email: `${name.toLowerCase()}@example.test`,
    roles: ['officer'],
    disabledAt: null,
    hasPassword: true,
    hasSecondFactor: false,
    restsUntil: null,
    lastSeen: null,
    createdAt: now,
    version: 1,
    ...more,
  }
}

const people = [
  account('Émile', { lastSeen: now }),
  account('Zed', { roles: ['manager', 'administrator'] }),
  account('ada', { disabledAt: now }),
  account('Fay', { lastSeen: now.subtract({ hours: 1 }) }),
]
const byName = { key: 'name', direction: 'ascending' } as const
const names = (query: string, sorting: Parameters<typeof arrangePeople>[2] = byName) =>
  arrangePeople(people, readPeopleFilter(new URLSearchParams(query)), sorting).map(({ name }) => name)

test.each([
  ['', ['Émile', 'Fay', 'Zed']],
  ['show=disabled', ['ada']],
  ['show=all', ['ada', 'Émile', 'Fay', 'Zed']],
  ['role=administrator', ['Zed']],
  ['role=nonsense&show=nonsense', ['Émile', 'Fay', 'Zed']],
])('“%s” leaves %j', (query, expected) => {
  expect(names(query)).toEqual(expected)
})

test('sorted by when they were last seen, whoever never was comes last', () => {
  expect(names('', { key: 'seen', direction: 'descending' })).toEqual(['Émile', 'Fay', 'Zed'])
})

test.each([
  [{ hasPassword: true }, 'active'],
  [{ hasPassword: false }, 'invited'],
  [{ restsUntil: now.add({ minutes: 1 }) }, 'resting'],
  [{ restsUntil: now }, 'active'],
  [{ hasPassword: false, disabledAt: now }, 'disabled'],
] as const)('an account with %o is %s', (more, state) => {
  expect(stateOf(account('Fay', more), now)).toBe(state)
})
