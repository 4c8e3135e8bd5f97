import { codeMapping } from '../../../src/engine/codes/index.ts'
import { disposals, type Tier } from '../codes/disposals.ts'

const tierNames: Record<Tier, string> = {
  'pre-court': 'Pre-court',
  'first-tier': 'First-tier',
  community: 'Community',
  custody: 'Custody',
}

/** The tier under which the published youth justice statistics count a disposal. */
export const publishedTiers = codeMapping(disposals, {
  id: 'published-tiers',
  title: 'The published youth justice statistics',
  source: 'Tier names of the Youth Justice Statistics; which disposal belongs to which is partly our reading',
  file: 'practice/england-wales/returns/publishedStatistics.ts',
  rows: disposals.entries.map(entry =>
    entry.code === 'youth-diversion-order'
      ? { code: entry.code, notCarried: 'No published table has been seen with youth diversion orders.' }
      : 'unverified' in entry
        ? { code: entry.code, target: tierNames[entry.tier], unverified: true }
        : { code: entry.code, target: tierNames[entry.tier] },
  ),
})
