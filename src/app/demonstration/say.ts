import type { Chance } from './chance.ts'
import type { Invented } from './crowd.ts'

/** Words; some are true only from an age on, or until one. */
export type Words = readonly (
  | string
  | { readonly words: string; readonly from?: number; readonly to?: number }
)[]

type Child = { age: number } & Pick<Invented, 'atHome'>

/** Chooses words that fit a child of that age, of whoever is spoken with at home. */
export function say(by: Chance, list: Words, child: Child): string {
  const fitting = list.filter(
    it => typeof it === 'string' || ((it.from ?? 0) <= child.age && child.age <= (it.to ?? 99)),
  )
  const chosen = by.one(fitting)
  return spoken(typeof chosen === 'string' ? chosen : chosen.words, child)
}

/** The same words, of the mother, the father or the grandmother. */
export function spoken(words: string, { atHome }: Pick<Invented, 'atHome'>): string {
  const capital = `${atHome.charAt(0).toUpperCase()}${atHome.slice(1)}`
  return words.replaceAll('[parent]', atHome).replaceAll('[Parent]', capital)
}
