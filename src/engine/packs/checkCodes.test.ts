import { describe, expect, test } from 'vitest'
import { from } from '../../kernel/period.ts'
import type { CodeList, CodeMapping } from '../codes/index.ts'
import { faultsOf, mapping, outcomes, soundPack } from './definitions.testkit.ts'
import type { Pack } from './index.ts'

describe('a fault of a list or a mapping is named', () => {
  const row = (said: Partial<CodeMapping>) => ({ ...soundPack, mappings: [{ ...mapping, ...said }] })
  const entries = (said: CodeList['entries']) => ({
    ...soundPack,
    codeLists: [{ ...outcomes, entries: said }],
  })
  const inReturn = 'practice/somewhere/return.ts: '
  const inList = 'practice/somewhere/outcomes.ts: '

  test.each<[string, Pack, string]>([
    [
      'a code without words',
      entries([
        { code: '1', label: '' },
        { code: '2', label: 'Two' },
      ]),
      `${inList}In the list “outcomes” the code “1” has no label.`,
    ],
    [
      'a code twice for the same days',
      entries([
        { code: '1', label: 'One' },
        { code: '1', label: 'Uno', inForce: from('2020-01-01') },
        { code: '2', label: 'Two' },
      ]),
      `${inList}In the list “outcomes” the code “1” stands twice for the same days.`,
    ],
    [
      'a mapping of no list',
      row({ list: 'results' }),
      `${inReturn}The mapping “return” is of the list “results”, which does not exist.`,
    ],
    [
      'a mapping with an unknown code',
      row({ rows: [...mapping.rows, { code: '3', target: 'C' }] }),
      `${inReturn}The mapping “return” has the code “3”, which the list “outcomes” does not have.`,
    ],
    [
      'a mapping that leaves out a code',
      row({ rows: mapping.rows.slice(1) }),
      `${inReturn}The mapping “return” says nothing of the code “1”: give what the return writes, or why it is not carried.`,
    ],
    [
      'a mapping with two answers',
      row({ rows: [...mapping.rows, { code: '1', target: 'B' }] }),
      `${inReturn}The mapping “return” answers twice for the code “1” on the same days.`,
    ],
  ])('%s', (_what, pack, fault) => {
    expect(faultsOf(pack)).toEqual([fault])
  })
})
