import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isUnverified, labelOf, mapCode } from '../src/engine/codes/index.ts'
import { checkDefinitions, findCodeList, findPathway } from '../src/engine/packs/index.ts'
import { caseLevelReturnDisposals, caseLevelReturnOutcomes } from './england-wales/returns/caseLevelReturn.ts'
import { publishedTiers } from './england-wales/returns/publishedStatistics.ts'
import { practice } from './index.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const list = (id: string) => {
  const found = findCodeList(practice, id)
  if (!found) throw new Error(`no list ${id}`)
  return found
}

describe('the definitions that are shipped', () => {
  it('count load by one method, which says that its numbers are the service’s own', () => {
    expect(practice.workloads).toHaveLength(1)
    expect(practice.workloads[0]?.unverified).toBe(true)
  })

  it('have no fault', () => {
    expect(checkDefinitions(practice)).toEqual([])
  })

  it('each name the file they stand in, and a source', () => {
    const all = [...practice.codeLists, ...practice.mappings, ...practice.forms, ...practice.pathways]
    for (const { file, source } of all) {
      expect(existsSync(new URL(`../${file}`, import.meta.url)), file).toBe(true)
      expect(source).not.toBe('')
    }
    expect(findPathway(practice, 'diversion')?.title).toBe('Diversion after a community resolution')
  })
})

describe('the national lists', () => {
  it('ethnicity has eighteen groups and not stated', () => {
    expect(list('ethnicity').entries).toHaveLength(19)
    expect(labelOf(list('ethnicity'), 'W3', day('2025-01-01'))).toBe('White - Gypsy or Irish Traveller')
  })

  it('offences are found by their Home Office code', () => {
    expect(list('offences').entries).toHaveLength(3039)
    expect(labelOf(list('offences'), '00826', day('2025-01-01'))).toBe(
      'Having an article with a blade or point in a public place',
    )
    expect(list('offences').entries.find(({ code }) => code === '00826')).toMatchObject({
      group: 'Violence against the person',
      violent: true,
    })
  })

  it('Outcome 22 can be recorded from April 2019, and Outcome 23 from February 2026', () => {
    const outcomes = list('police-outcomes')
    expect(labelOf(outcomes, '22', day('2019-03-31'))).toBeUndefined()
    expect(labelOf(outcomes, '22', day('2019-04-01'))).toBeDefined()
    expect(labelOf(outcomes, '23', day('2026-01-31'))).toBeUndefined()
    expect(labelOf(outcomes, '23', day('2026-02-01'))).toBe('Deferred prosecution for children')
  })

  it('say which entries were not read at their source', () => {
    const unverified = list('police-outcomes')
      .entries.map(({ code }) => code)
      .filter(code => isUnverified(list('police-outcomes'), code))
    expect(unverified).toEqual(['1', '2A', '4', '9', '10', '11', '20', '21'])
    expect(isUnverified(list('sex'), '1')).toBe(true)
    expect(isUnverified(list('disposals'), 'section-250')).toBe(true)
    expect(isUnverified(list('ethnicity'), 'W1')).toBe(false)
  })
})

describe('what the outside returns carry', () => {
  it('Outcome 23 can be recorded before the case-level return has a place for it', () => {
    expect(mapCode(caseLevelReturnOutcomes, '23', day('2026-03-01'))).toEqual({
      kind: 'notCarried',
      reason: 'Outcome 23 is not carried by this return before its schema of 2027/28.',
      untilSchema: '2027/28',
    })
  })

  it('nor has it one for the youth diversion order', () => {
    expect(mapCode(caseLevelReturnDisposals, 'youth-diversion-order', day('2026-03-01'))).toMatchObject({
      kind: 'notCarried',
      untilSchema: '2027/28',
    })
  })

  it('the published statistics count a referral order in the first tier, by our reading', () => {
    expect(mapCode(publishedTiers, 'referral-order', day('2026-03-01'))).toEqual({
      kind: 'mapped',
      target: 'First-tier',
      unverified: true,
    })
    expect(mapCode(publishedTiers, 'youth-caution', day('2026-03-01'))).toMatchObject({ unverified: false })
  })
})
