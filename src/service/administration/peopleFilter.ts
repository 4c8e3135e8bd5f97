import { isRole, type Role } from '../../platform/access/index.ts'
import type { Account } from '../../platform/identity/index.ts'
import type { Sorting } from '../../ui/moj/sortable-table/sorting.ts'

/** What the list of people is narrowed to. */
export type PeopleFilter = {
  role: Role | undefined
  /** People who can sign in or are invited; those who are disabled; or both. */
  show: 'open' | 'disabled' | 'all'
}

/** Reads the filter out of an address; what it does not know, it leaves out. */
export function readPeopleFilter(query: URLSearchParams): PeopleFilter {
  const role = query.get('role') ?? ''
  const show = query.get('show')
  return {
    role: isRole(role) ? role : undefined,
    show: show === 'disabled' || show === 'all' ? show : 'open',
  }
}

/** The columns that the list can be sorted by, each with what it sorts by. */
const sortKeys = {
  name: account => account.name,
  email: account => account.email,
  seen: account => account.lastSeen?.toString() ?? '',
} as const satisfies Record<string, (account: Account) => string>

export const sortableColumns = Object.keys(sortKeys)

/** The people who pass the filter, in order. */
export function arrangePeople(
  accounts: readonly Account[],
  filter: PeopleFilter,
  sorting: Sorting,
): Account[] {
  const key = sortKeys[sorting.key as keyof typeof sortKeys]
  const sign = sorting.direction === 'ascending' ? 1 : -1
  return accounts
    .filter(account => filter.role === undefined || account.roles.includes(filter.role))
    .filter(
      account => filter.show === 'all' || (account.disabledAt !== null) === (filter.show === 'disabled'),
    )
    .sort((a, b) => sign * key(a).localeCompare(key(b), 'en-GB', { sensitivity: 'base' }))
}
