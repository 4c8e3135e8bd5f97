import type { ContactPolicy } from '../../src/engine/plans/index.ts'

/**
 * How often a child is met, by the level of the plan. The national standards of 2019 dropped fixed numbers of contacts: these are
 * a practice seen locally, and each service agrees its own.
 */
export const contactLevels: ContactPolicy = {
  id: 'contact-levels',
  title: 'Contacts a month by level',
  source: 'Local practice: national standards set no fixed number since 2019',
  file: 'practice/milton-keynes/contactLevels.ts',
  unverified: true,
  inForceFrom: '2019-04-01',
  firstWeeks: 12,
  levels: [
    { id: 'standard', title: 'Standard', atFirst: 2, after: 1 },
    { id: 'enhanced', title: 'Enhanced', atFirst: 4, after: 2 },
    { id: 'intensive', title: 'Intensive', atFirst: 8, after: 4 },
  ],
}
