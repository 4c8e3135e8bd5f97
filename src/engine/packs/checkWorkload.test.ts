import { describe, expect, it } from 'vitest'
import type { WorkloadMethod } from '../workload/index.ts'
import { faultsOf, soundPack } from './definitions.testkit.ts'
import type { Pack } from './index.ts'

describe('a method of counting load', () => {
  const elsewhere: Pack = { id: 'elsewhere', title: 'Elsewhere', file: 'practice/elsewhere/index.ts' }
  const method: WorkloadMethod = {
    id: 'points',
    title: 'Points',
    source: 'Invented for this test',
    file: 'practice/somewhere/workload.ts',
    fullTime: { hours: 37, points: 80 },
    kinds: { prevention: 4, diversion: 5, 'out-of-court': 6, court: 8, custody: 9 },
    stages: { sound: { one: 2 } },
    extras: { alert: 1, interpreter: 1 },
    coWorkerShare: 0.5,
  }

  it.each<[string, Partial<WorkloadMethod>, string]>([
    ['without a fault', {}, ''],
    [
      'with a stage that does not exist',
      { stages: { sound: { three: 1 } } },
      'Load is counted for the stage “three” of the pathway “sound”, which does not exist.',
    ],
    [
      'with a pathway that does not exist',
      { stages: { gone: { one: 1 } } },
      'Load is counted for the pathway “gone”, which does not exist.',
    ],
    [
      'with points that are not whole',
      { extras: { alert: 0.5, interpreter: 1 } },
      'The points for an alert are 0.5: they must be a whole number from 0 on.',
    ],
    [
      'with a full time of nothing',
      { fullTime: { hours: 0, points: 80 } },
      'Full time must be more than no hours and no points.',
    ],
    [
      'with a share of more than the whole',
      { coWorkerShare: 2 },
      'The share of whoever works beside the holder is 2: it must lie from 0 to 1.',
    ],
  ])('%s', (_, change, fault) => {
    expect(faultsOf({ ...soundPack, workload: { ...method, ...change } })).toEqual(
      fault === '' ? [] : [`practice/somewhere/workload.ts: ${fault}`],
    )
  })

  it('of which there are two', () => {
    expect(faultsOf({ ...soundPack, workload: method }, { ...elsewhere, workload: method })).toEqual([
      'practice/somewhere/workload.ts: Load is counted already, in practice/somewhere/workload.ts: a service has one method.',
    ])
  })
})
