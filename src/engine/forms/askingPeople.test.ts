import { describe, expect, it } from 'vitest'
import { askingPeople, type Nameable, optionsOf } from './field.ts'

const fields = {
  to: { kind: 'person', label: 'Who takes it?', roles: ['officer', 'health-worker'] },
} as const

const officers = (count: number): Nameable[] =>
  Array.from({ length: count }, (_, i) => ({
    userId: `u${i}`,
    name: `Officer ${i}`,
    roles: ['officer'],
    facts: [`${i} children`],
  }))

function furtherAmong(people: readonly Nameable[]): string[] {
  const { to } = askingPeople(fields, people)
  return (to ? optionsOf(to) : []).filter(({ isFurther }) => isFurther).map(({ value }) => value)
}

describe('a question for a person', () => {
  it('offers the first six in full and folds the others away', () => {
    expect(furtherAmong(officers(6))).toEqual([])
    expect(furtherAmong(officers(8))).toEqual(['u6', 'u7'])
  })

  it('folds away who is said to be seldom the right one, and counts whoever cannot be named as none of the six', () => {
    const [first, second, third] = officers(3)
    if (!first || !second || !third) throw new Error('There are three')
    expect(furtherAmong([first, { ...second, isFurther: true }, { ...third, cannot: 'is away' }])).toEqual([
      'u1',
      'u2',
    ])
    const { to } = askingPeople(fields, [{ ...first, cannot: 'is away' }, ...officers(7).slice(1)])
    expect((to ? optionsOf(to) : []).filter(it => it.isFurther && it.cannot === undefined)).toEqual([])
  })

  it('folds nobody away where all would be', () => {
    expect(furtherAmong(officers(2).map(person => ({ ...person, isFurther: true as const })))).toEqual([])
  })
})
