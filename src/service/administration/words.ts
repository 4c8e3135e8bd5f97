import type { Config } from '../../platform/config/index.ts'
import type { Kept } from '../accounts/index.ts'

/** What to tell whoever has just sent an invitation. */
export function sentFlash(config: Pick<Config, 'smtpUrl'>): string {
  return config.smtpUrl
    ? 'The invitation is on its way.'
    : 'The invitation has been written. No mail server is set: read it under Admin, Messages, and hand the link on yourself.'
}

/** Why an account was left as it is, in words. */
export function keptWords(kept: Kept): string {
  switch (kept) {
    case 'unknown':
      return 'There is no such account'
    case 'own-account':
      return 'You cannot disable your own account. Ask another administrator'
    case 'own-roles':
      return 'You cannot change your own roles. Ask another administrator'
    case 'last-administrator':
      return 'This is the only administrator who can sign in. Make somebody else an administrator first'
    case 'last-to-open':
      return 'Somebody else must be named for a restricted record first: ask a manager'
    case 'changed-meanwhile':
      return 'Somebody else has changed this account since you opened it'
  }
}
