import type { Nameable } from '../../engine/forms/index.ts'

/** As many as are offered in full: about what fits on a screen with all that bears on each. */
const mostInFull = 6

/**
 * Who could take over from a worker: those who do the same work in full, as many as fit, in the order in which they come;
 * the others further off. Where nobody does the same work, the first of all.
 * @param roles the roles of the worker
 */
export function fitFirst(people: readonly Nameable[], roles: readonly string[]): Nameable[] {
  const canTake = people.filter(({ cannot }) => cannot === undefined)
  const same = canTake.filter(person => person.roles.some(role => roles.includes(role)))
  const inFull = new Set((same.length > 0 ? same : canTake).slice(0, mostInFull))
  return people.map(person => (inFull.has(person) ? person : { ...person, isFurther: true as const }))
}
