import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Pathway } from '../pathways/index.ts'
import { type CarriedCases, capacityOf, loadOf, type WorkloadMethod, weightOf } from './index.ts'

const method: WorkloadMethod = {
  id: 'test',
  title: 'Test',
  source: 'Invented for this test',
  file: 'practice/somewhere/workload.ts',
  fullTime: { hours: 37, points: 80 },
  kinds: { prevention: 4, diversion: 5, 'out-of-court': 6, court: 8, custody: 9 },
  stages: { diversion: { offered: 2 } },
  extras: { alert: 1, interpreter: 1 },
  coWorkerShare: 0.5,
}
/** A pathway as far as load looks at it. */
const pathwayOf = (id: string, kind: Pathway['kind']): Pathway => ({
  id,
  kind,
  title: id,
  summary: 'Invented for this test',
  source: 'Invented for this test',
  file: 'practice/somewhere/pathway.ts',
  routesIn: {},
  ages: { from: 10, to: 17 },
  stages: {},
  steps: {},
  endings: {},
  listensTo: {},
  clocks: [],
})
const pathways = [pathwayOf('diversion', 'diversion'), pathwayOf('esp-prevention', 'prevention')]
const held = { part: 'holder', hasAlert: false, needsInterpreter: false, cases: 1 } as const
const active: CarriedCases = { ...held, pathway: 'diversion', stage: 'active' }

describe('the weight of a case', () => {
  it.each([
    ['is that of its kind', active, 5],
    ['is that of its stage where the method names it', { ...active, stage: 'offered' }, 2],
    ['grows with an alert', { ...active, hasAlert: true }, 6],
    ['grows with an interpreter', { ...active, hasAlert: true, needsInterpreter: true }, 7],
    ['is shared by whoever works beside the holder', { ...active, part: 'co-worker' as const }, 2.5],
    ['of a pathway that is gone is that of the heaviest kind', { ...active, pathway: 'gone' }, 9],
  ])('%s', (_, it_, points) => {
    expect(weightOf(method, pathways, it_)).toBe(points)
  })
})

describe('what somebody can carry', () => {
  it.each([
    ['full time', 37 * 60, 80],
    ['half of full time', 18.5 * 60, 40],
    ['three days', 22.2 * 60, 48],
    ['not at all', 0, 0],
  ])('%s', (_, minutes, points) => {
    expect(capacityOf(method, minutes)).toBe(points)
  })

  it('is not known where nobody has said the hours', () => {
    expect(capacityOf(method, null)).toBeUndefined()
  })
})

const anyCases = fc.array(
  fc.record({
    part: fc.constantFrom('holder' as const, 'co-worker' as const),
    pathway: fc.constantFrom('diversion', 'esp-prevention', 'gone'),
    stage: fc.constantFrom('notified', 'offered', 'active'),
    hasAlert: fc.boolean(),
    needsInterpreter: fc.boolean(),
    cases: fc.integer({ min: 1, max: 20 }),
  }),
)

test('load does not hang on the order of the cases, nor on how they are counted together', () => {
  fc.assert(
    fc.property(anyCases, carried => {
      const whole = loadOf(method, pathways, carried).points
      const apart = carried.flatMap(each => Array.from({ length: each.cases }, () => ({ ...each, cases: 1 })))
      expect(loadOf(method, pathways, carried.toReversed()).points).toBe(whole)
      expect(loadOf(method, pathways, apart).points).toBe(whole)
    }),
  )
})

test('one more case never makes a load lighter', () => {
  fc.assert(
    fc.property(anyCases, carried => {
      expect(loadOf(method, pathways, [...carried, active]).points).toBeGreaterThan(
        loadOf(method, pathways, carried).points,
      )
    }),
  )
})
