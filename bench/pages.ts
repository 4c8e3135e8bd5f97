import { bareChild, bareDay, bareList, bareMerge, bareSearch } from './bareQueries.ts'
import type { Ground } from './ground.ts'
import type { Asked, Bare } from './load.ts'

/** A page that is measured, with the bare SQL that it needs. */
export type Measured = { name: string; pages: readonly Asked[]; bare: readonly Bare[] }

/** The pages of a working day. */
export function measuredPages({ officers, senior, childIds, pairs, names }: Ground): Measured[] {
  const [officer] = officers
  if (!officer) throw new Error('the service has no officer')
  return [
    {
      name: "A child's page",
      pages: childIds.map(id => ({ address: `/children/${id}`, who: officer })),
      bare: childIds.map(id => ({ who: officer, statements: bareChild(id) })),
    },
    {
      name: 'My day',
      pages: officers.map(who => ({ address: '/', who })),
      bare: officers.map(who => ({ who, statements: bareDay(who.userId) })),
    },
    {
      name: 'A filtered list of 50',
      pages: [{ address: '/children?pathway=diversion&sort=began', who: senior }],
      bare: [{ who: senior, statements: bareList() }],
    },
    {
      name: 'A search',
      pages: officers.map(who => ({ address: '/search', who })),
      bare: officers.map((who, at) => ({ who, statements: bareSearch(names[at] ?? '') })),
    },
    {
      name: 'A merge preview',
      pages: pairs.map(([one, other]) => ({ address: `/children/${one}/merge/${other}`, who: senior })),
      bare: pairs.map(([one, other]) => ({ who: senior, statements: bareMerge(one, other) })),
    },
  ]
}
