import { codeMapping } from '../../../src/engine/codes/index.ts'
import { from } from '../../../src/kernel/period.ts'
import { disposals } from '../codes/disposals.ts'
import { policeOutcomes } from '../codes/policeOutcomes.ts'

const source =
  'The schema of the return is not public. That it has no code for Outcome 23 before the schema of 2027/28 is what suppliers of current systems have said.'
const notRead = 'The schema of the return is not public, so the code it uses has not been read.'
const unread = (code: (typeof policeOutcomes)['entries'][number]['code']) => ({ code, notCarried: notRead })

/** The police outcomes in the return that a service sends case by case. */
export const caseLevelReturnOutcomes = codeMapping(policeOutcomes, {
  id: 'case-level-return-outcomes',
  title: 'The case-level return',
  source,
  file: 'practice/england-wales/returns/caseLevelReturn.ts',
  rows: [
    unread('1'),
    unread('2'),
    unread('2A'),
    unread('4'),
    unread('8'),
    unread('9'),
    unread('10'),
    unread('11'),
    unread('20'),
    unread('21'),
    unread('22'),
    {
      code: '23',
      inForce: from('2026-02-01'),
      notCarried: 'Outcome 23 is not carried by this return before its schema of 2027/28.',
      untilSchema: '2027/28',
    },
  ],
})

/** The orders and disposals in the same return: none can be written until its schema is known. */
export const caseLevelReturnDisposals = codeMapping(disposals, {
  id: 'case-level-return-disposals',
  title: 'The case-level return',
  source,
  file: 'practice/england-wales/returns/caseLevelReturn.ts',
  rows: disposals.entries.map(({ code }) =>
    code === 'youth-diversion-order'
      ? {
          code,
          notCarried: 'The youth diversion order is not carried by this return before its schema of 2027/28.',
          untilSchema: '2027/28',
        }
      : { code, notCarried: notRead },
  ),
})
