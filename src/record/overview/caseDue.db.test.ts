import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPerson } from '../../app/testkit/service.ts'
import { type CaseListTest, makeCaseList, namesOn } from './caseList.testkit.ts'

let t: CaseListTest
beforeAll(async () => {
  t = await makeCaseList()
})
afterAll(() => t.service.close())

describe('what is due', () => {
  let keeper: TestPerson
  const due = async (what: string, more = '') =>
    namesOn(await t.senior.get(`/children?whose=all&holder=${keeper.userId}&due=${what}${more}`))
  const kept = async (given: string, day: string) => {
    const it = await t.aCase(given, 'Clock', { at: `${day}T09:00:00Z` })
    await t.allot(it, keeper)
    return it
  }

  beforeAll(async () => {
    keeper = await t.service.person('officer', 'Kit Keeper')
    // Ten working days are allowed for the screening, and fifteen for telling the police; today is Saturday 21 November.
    await kept('Ova', '2026-10-01')
    await kept('Nela', '2026-11-10')
    await kept('Lara', '2026-11-20')
    // One of its clocks has run out, and the other has not.
    await kept('Bo', '2026-11-05')
  })

  it('is found by its clocks: what has run out, and what runs out within seven days', async () => {
    expect(await due('overdue')).toEqual(['Bo Clock', 'Ova Clock'])
    expect(await due('week')).toEqual(['Bo Clock', 'Nela Clock'])
  })

  it('goes with the other filters, says itself on the page, and what is no answer is not asked', async () => {
    expect(namesOn(await keeper.get('/children?whose=mine&due=overdue'))).toEqual(['Bo Clock', 'Ova Clock'])
    expect(await due('overdue', '&pathway=esp-prevention')).toEqual([])
    const { text } = await keeper.get('/children?whose=mine&due=overdue')
    expect(text).toContain('Screening and assessment of suitability Overdue by')
    // Of the case with a clock that has not run out only the one that has.
    expect(text.match(/Police told what was decided Overdue by/g)).toHaveLength(1)
    expect((await keeper.get('/children?whose=mine')).text).not.toContain('What is due')
    expect(await due('soon')).toHaveLength(4)
    expect((await t.senior.get('/children?whose=all&due=week')).text).toContain('Due within 7 days')
  })

  it('is exported as it is shown', async () => {
    const query = `whose=all&holder=${keeper.userId}&due=overdue`
    const { response } = await t.senior.post('/children/export', { query, format: 'csv' })
    const [, ...rows] = parse(response.rawPayload.toString('utf8'), { bom: true, relaxColumnCount: true })
    expect(rows).toHaveLength(2)
    expect(rows[0]?.join()).toContain('Screening and assessment of suitability: by the end of')
  })

  it('hangs on the length that the service has set', async () => {
    await t.service.asOwner(
      `insert into clock_override (service_id, pathway, clock, unit, count, from_on, source, reason, set_by, set_at)
       values ($1, 'diversion', 'screening', 'workingDays', 5, '2026-11-10', 'Board', 'Trial', $2, now())`,
      [t.service.serviceId, t.senior.userId],
    )
    expect(await due('overdue')).toEqual(['Bo Clock', 'Nela Clock', 'Ova Clock'])
    await t.service.asOwner('delete from clock_override')
  })

  it('names no child whose record is restricted', async () => {
    const { childId } = await kept('Hid', '2026-10-01')
    expect(await due('overdue')).toContain('Hid Clock')
    await t.service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Staff', $3)`,
      [t.service.serviceId, childId, t.senior.userId],
    )
    expect(await due('overdue')).not.toContain('Hid Clock')
  })
})
