import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { Role } from '../../platform/access/index.ts'
import { aPackage, makeTakingIn, type TakingIn } from './takeIn.testkit.ts'

let t: TakingIn
beforeAll(async () => {
  t = await makeTakingIn()
})
afterAll(() => t.service.close())

describe('who may take a record in', () => {
  const answers: [Role, number][] = [
    ['senior', 200],
    ['manager', 200],
    ['business-support', 200],
    ['officer', 403],
    ['police-officer', 403],
    ['health-worker', 403],
    ['inspector', 403],
  ]
  test.each(answers)('%s: %i', async (role, status) => {
    expect((await (await t.service.person(role)).get('/arrivals/packages')).status).toBe(status)
  })

  it('reads of it what the role reads, and nothing more', async () => {
    const it = aPackage()
    const { location = '' } = await t.bring(it)
    expect((await t.support.get(location)).text).not.toContain('A secret worry')
    expect((await t.senior.get(location)).text).toContain('A secret worry')
    const { childId } = await t.take(it, 'new')
    const inService = await t.support.get(`/children/${childId}/other-services`)
    expect(inService.text).toContain('Home visit, kept')
    expect(inService.text).not.toContain('A secret worry')
    expect((await t.support.get(`/children/${childId}/chronology`)).text).not.toContain('A secret worry')
  })

  it('is never told of a hidden child: the package waits for somebody who may see the child', async () => {
    const it = aPackage()
    const { childId } = await t.take(it, 'new')
    const manager = await t.service.person('manager')
    await manager.fill(`/children/${childId}/safety/restrict`, {
      reason: 'A relative works here',
      people: [],
    })
    const later = { ...it, madeAt: '2026-11-21T09:30:00Z' }
    const hidden = await t.bring(later)
    const plain = await t.bring(aPackage())
    expect(hidden.status).toBe(plain.status)
    expect(hidden.location).toBe('/arrivals/packages')
    // The same package that was taken in before says no more than one that was not.
    expect((await t.bring(it)).location).toBe('/arrivals/packages')
    expect((await t.support.get('/arrivals/packages')).text).not.toContain(it.child.familyName)
    const list = await manager.get('/arrivals/packages')
    expect(list.text).toContain(it.child.familyName)
    const [row] = await t.service.asOwner(
      `select arrived_transfer_id as id from arrived_transfer where settled_at is null and content->>'madeAt' = $1`,
      [later.madeAt],
    )
    expect((await t.support.get(`/arrivals/packages/${row?.id}`)).status).toBe(404)
    expect((await manager.get(`/arrivals/packages/${row?.id}`)).text).toContain('The same name')
  })
})
