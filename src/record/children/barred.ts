import { foldName } from '../../kernel/names.ts'

type Named = { readonly name: string; readonly mustNotBeContacted: boolean }

/**
 * Entries that say of somebody that they must not be contacted, and that have this name however it is written. It may be
 * the same person or another: only whoever reads it can tell.
 */
export function barredBy<P extends Named>(people: readonly P[], name: string): P[] {
  const folded = foldName(name)
  return people.filter(it => it.mustNotBeContacted && foldName(it.name) === folded)
}

/** Whether somebody who may be contacted has the name of somebody who must not be. */
export function sharesBarredName(person: Named, people: readonly Named[]): boolean {
  return !person.mustNotBeContacted && barredBy(people, person.name).length > 0
}
