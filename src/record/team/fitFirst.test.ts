import { describe, expect, it } from 'vitest'
import { askingPeople, type Nameable, optionsOf } from '../../engine/forms/index.ts'
import type { Role } from '../../platform/access/index.ts'
import { fitFirst } from './fitFirst.ts'

const workers = (count: number, role: Role = 'officer'): Nameable[] =>
  Array.from({ length: count }, (_, i) => ({ userId: `${role}-${i}`, name: `${role} ${i}`, roles: [role] }))

/** Who is folded away in the question that is asked. */
function folded(people: readonly Nameable[], roles: readonly Role[]): string[] {
  const asked = askingPeople(
    { to: { kind: 'person', label: 'Who takes them?', roles: ['officer', 'health-worker'] } },
    fitFirst(people, roles),
  )
  return (asked.to ? optionsOf(asked.to) : [])
    .filter(({ isFurther, cannot }) => isFurther && cannot === undefined)
    .map(({ value }) => value)
}

describe('who takes over several cases', () => {
  it('shows six who do the same work, and folds away the rest and those who do other work', () => {
    expect(folded(workers(6), ['officer'])).toEqual([])
    const people = [...workers(2, 'health-worker'), ...workers(7)]
    expect(folded(people, ['officer'])).toEqual(['health-worker-0', 'health-worker-1', 'officer-6'])
  })

  it('shows the first of all where nobody does the same work', () => {
    expect(folded(workers(7), ['health-worker'])).toEqual(['officer-6'])
  })

  it('counts nobody among the six who cannot take them', () => {
    const [first, ...others] = workers(7)
    if (!first) throw new Error('There are seven')
    expect(folded([{ ...first, cannot: 'is not named' }, ...others], ['officer'])).toEqual([])
  })
})
