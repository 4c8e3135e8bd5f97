import type { Pack } from '../../src/engine/packs/index.ts'
import { codeLists } from './codes/index.ts'
import { caseLevelReturnDisposals, caseLevelReturnOutcomes } from './returns/caseLevelReturn.ts'
import { publishedTiers } from './returns/publishedStatistics.ts'

/** What holds for every service in England and Wales. */
export const englandWales: Pack = {
  id: 'england-wales',
  title: 'England and Wales',
  file: 'practice/england-wales/index.ts',
  codeLists,
  mappings: [caseLevelReturnOutcomes, caseLevelReturnDisposals, publishedTiers],
}
