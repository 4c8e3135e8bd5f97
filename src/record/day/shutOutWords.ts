import type { ShutOut } from '../children/index.ts'

/** Why somebody cannot work with a child, after their name. */
export function shutOutWords(why: ShutOut): string {
  switch (why) {
    case 'disabled':
      return 'can no longer sign in'
    case 'role':
      return 'no longer has a role that sees children'
    case 'conflict':
      return 'has a conflict of interest'
    case 'not-named':
      return 'is not named for this restricted record'
  }
}
