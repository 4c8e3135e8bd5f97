import type { Furnished } from './furnish.ts'
import type { Somebody } from './people.ts'

/** A page and somebody who may open it; nobody has not signed in, proved has given the password again. */
export type PageToSee = { who: Somebody | 'nobody' | 'second-step' | 'proved'; at: string }

/** Where pages are to be seen, by the patterns of their routes. */
export type Places = Readonly<Record<string, (it: Furnished) => PageToSee[]>>

/** Addresses that somebody opens. */
export const seenBy = (who: PageToSee['who'], ...addresses: string[]): PageToSee[] =>
  addresses.map(at => ({ who, at }))
