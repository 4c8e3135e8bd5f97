import type { Chance } from './chance.ts'
import type { Invented } from './crowd.ts'

/** Words; some are true only from an age on, or until one, or of a child who has a school. */
export type Words = readonly (
  | string
  | { readonly words: string; readonly from?: number; readonly to?: number; readonly learns?: true }
)[]

type Child = { age: number } & Pick<Invented, 'atHome' | 'school'>

/** Chooses words for one case: the same ones again only once all others that fit have been used. */
export type Say = (list: Words) => string

/** Makes the choice for a child of that age, of whoever is spoken with at home. */
export function sayTo(by: Chance, child: Child): Say {
  const used = new Map<Words, string[]>()
  return list => {
    const fitting = list.flatMap(it => {
      if (typeof it === 'string') return [it]
      const isOfAge = (it.from ?? 0) <= child.age && child.age <= (it.to ?? 99)
      return isOfAge && (!it.learns || child.school !== '') ? [it.words] : []
    })
    const before = used.get(list) ?? []
    const fresh = fitting.filter(words => !before.includes(words))
    const words = by.one(fresh.length > 0 ? fresh : fitting)
    used.set(list, [...(fresh.length > 0 ? before : []), words])
    return spoken(words, child)
  }
}

const asCalled = { mother: 'mum', father: 'dad', grandmother: 'nan' } as const

/** The same words, of the mother, the father or the grandmother; as a child calls them where a child speaks. */
function spoken(words: string, { atHome }: Child): string {
  const capital = `${atHome.charAt(0).toUpperCase()}${atHome.slice(1)}`
  return words
    .replaceAll('[parent]', atHome)
    .replaceAll('[Parent]', capital)
    .replaceAll('[mum]', asCalled[atHome])
}
