import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { TestPerson } from '../../app/testkit/service.ts'
import { type Role, reachOf, roles } from '../../platform/access/index.ts'
import { type CaseListTest, makeCaseList, namesOn } from './caseList.testkit.ts'

// When a child was first met is read out of the contacts: whoever may not read those does not learn it from a list.

const met = 'whose=all&state=all&happened=contacted'
const heading = 'First contact with the child'
let t: CaseListTest
let child: { childId: string; involvementId: string }

beforeAll(async () => {
  t = await makeCaseList()
  child = await t.aCase('Mia', 'Met')
  await t.aCase('Nobody', 'Met-yet')
  await t.service.asOwner(
    `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place, state)
     values ($1, $2, $3, $4, 'office', '2026-11-11T10:00:00Z', 30, 'Here', 'kept')`,
    [t.service.serviceId, child.childId, child.involvementId, t.officer.userId],
  )
})
afterAll(() => t.service.close())

/** Somebody in a role, with a part in the case of the child who was met. */
async function beside(role: Role): Promise<TestPerson> {
  const who = await t.service.person(role)
  await t.service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     values ($1, $2, $3, $4, 'co-worker', now())`,
    [t.service.serviceId, child.childId, child.involvementId, who.userId],
  )
  return who
}

describe('who learns when a child was first met', () => {
  const readers = roles.filter(role => reachOf('child.see', [role]) !== undefined)
  const seesContacts = (role: Role) => reachOf('contacts.see', [role]) !== undefined

  test.each(readers.filter(seesContacts))('%s, who may read the contacts of that child', async role => {
    const who = await beside(role)
    expect((await who.get(`/children/${child.childId}/contacts`)).status).toBe(200)
    const list = await who.get(`/children?${met}`)
    expect(namesOn(list)).toEqual(['Mia Met'])
    expect(list.text).toContain('11 November 2026')
  })

  test.each(readers.filter(role => !seesContacts(role)))(
    'not %s, even with a part in the case',
    async role => {
      const who = await beside(role)
      expect((await who.get(`/children/${child.childId}/contacts`)).status).toBe(403)
      const list = await who.get(`/children?${met}&sort=waited`)
      expect(list.status).toBe(200)
      expect(namesOn(list)).toContain('Mia Met')
      expect(list.text).not.toContain(heading)
      expect(list.text).not.toContain('11 November 2026')
      expect(list.text).not.toContain('Days waited')
      // It is as if it had not been asked: nobody can tell who was met by who is left out.
      expect(namesOn(list)).toEqual(namesOn(await who.get('/children?whose=all&state=all')))
    },
  )

  it('is nobody who sees contacts only with a part in the case, in a list that has other cases too', async () => {
    const both = await t.service.person(['police-officer', 'health-worker'])
    const list = await both.get(`/children?${met}`)
    expect(namesOn(list)).toEqual(['Mia Met', 'Nobody Met-yet'])
    expect(list.text).not.toContain(heading)
  })
})

it('is not learned from a view that was kept, nor from an export', async () => {
  const police = await t.service.person('police-officer')
  await police.post('/children/views', { act: 'save', name: 'Met', query: `${met}&waited-from=3` })
  await t.service.asOwner(`update list_view set query = $1 where user_id = $2`, [met, police.userId])
  const [kept] = await t.service.asOwner('select query from list_view where user_id = $1', [police.userId])
  expect((await police.get(`/children?${String(kept?.query)}`)).text).not.toContain(heading)

  const exporting = await t.service.person(['police-officer', 'administrator'])
  const file = await exporting.post('/children/export', { query: met, format: 'csv' })
  expect(file.status).toBe(200)
  expect(String(file.response.body)).toContain('Met-yet')
  expect(String(file.response.body)).not.toContain(heading)
})

it('is not asked for by a view that somebody keeps now', async () => {
  const police = await t.service.person('police-officer')
  const kept = await police.post('/children/views', { act: 'save', name: 'Met', query: met })
  expect(kept.location).toBe('/children?whose=all&state=all')
})
