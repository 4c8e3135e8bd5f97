import type { Account } from '../../platform/identity/index.ts'

/** How an account stands. */
export type PersonState = 'active' | 'resting' | 'invited' | 'disabled'

export const stateNames: Record<PersonState, string> = {
  active: 'Can sign in',
  resting: 'Resting after wrong passwords',
  invited: 'Invited',
  disabled: 'Disabled',
}

/** How an account stands at a moment. */
export function stateOf(
  account: Pick<Account, 'disabledAt' | 'hasPassword' | 'restsUntil'>,
  now: Temporal.Instant,
): PersonState {
  if (account.disabledAt) return 'disabled'
  if (!account.hasPassword) return 'invited'
  const rests = account.restsUntil && Temporal.Instant.compare(account.restsUntil, now) > 0
  return rests ? 'resting' : 'active'
}
