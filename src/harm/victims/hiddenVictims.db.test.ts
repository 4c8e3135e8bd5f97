import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../../record/children/index.ts'

let service: TestService
let officer: TestPerson
let worker: TestPerson
let senior: TestPerson
let manager: TestPerson
let boss: TestPerson
let named: TestPerson
let childId: string
let victimId: string
let children = 0

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  worker = await service.person('victim-worker', 'Vic Worker')
  senior = await service.person('senior', 'Sam Senior')
  manager = await service.person('manager', 'Mara Manager')
  boss = await service.person('manager', 'Bo Boss')
  named = await service.person('victim-worker', 'Nan Named')
})
afterAll(() => service.close())

const aChild = () =>
  service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: `Tariq ${children}`, familyName: 'Amin' }),
  )

beforeEach(async () => {
  children += 1
  childId = await aChild()
  await officer.fill(`/children/${childId}/pass-on-victim`, {
    ...{ 'what-happened': 'He took her telephone', kind: 'person', name: `Parveen Shah ${children}` },
    ...{ 'known-as': 'the girl with the telephone', phone: '07700 900123', agrees: 'yes' },
  })
  const [row] = await service.asOwner('select victim_id from victim_of where child_id = $1', [childId])
  victimId = String(row?.victim_id)
  await named.fill(`/victims/${victimId}/contacts/add`, {
    ...{ reached: 'yes', way: 'phone', day: '21/11/2026', time: '9:30', words: 'She is afraid' },
  })
})

const restrict = (child = childId) =>
  boss.fill(`/children/${child}/safety/restrict`, {
    ...{ reason: 'A worker lives next door', people: [named.userId, officer.userId] },
  })
const conflict = (person: TestPerson, child = childId) =>
  senior.fill(`/children/${child}/safety/conflicts/add`, { person: person.userId, relation: 'Aunt' })

/** How far somebody comes: the page, the list, the rows, the audit, and whether they can change anything. */
async function reachOf(person: TestPerson) {
  const count = (table: 'victim' | 'victim_of' | 'victim_contact') =>
    service.as(person, async tx => {
      const rows = await tx.selectFrom(table).select('service_id').where('victim_id', '=', victimId).execute()
      return rows.length
    })
  const audited = await service.as(person, async tx => {
    const rows = await tx
      .selectFrom('audit_event')
      .select(['table_name', 'row_key', 'before', 'after'])
      .execute()
    // What the side of another child is told is no part of the wall.
    return rows.some(row => row.table_name !== 'victim_voice' && JSON.stringify(row).includes(victimId))
  })
  const changed = await service.as(person, async tx => {
    const { numUpdatedRows } = await tx
      .updateTable('victim')
      .set({ phone: '07700 900199' })
      .where('victim_id', '=', victimId)
      .executeTakeFirst()
    return Number(numUpdatedRows)
  })
  return {
    page: (await person.get(`/victims/${victimId}`)).status,
    edit: (await person.get(`/victims/${victimId}/edit`)).status,
    close: (await person.get(`/victims/${victimId}/close`)).status,
    listed: (await person.get('/victims')).text.includes(`Parveen Shah ${children}`),
    rows: [await count('victim'), await count('victim_of'), await count('victim_contact')],
    audited,
    changed,
  }
}

const nothing = {
  ...{ page: 404, edit: 404, close: 404, listed: false, rows: [0, 0, 0], audited: false, changed: 0 },
}
const everything = {
  ...{ page: 200, edit: 200, close: 200, listed: true, rows: [1, 1, 1], audited: true, changed: 1 },
}

describe('those harmed by a child who is hidden from somebody are hidden too', () => {
  test('where there is a conflict of interest', async () => {
    expect((await conflict(manager)).status).toBe(303)
    expect((await manager.get(`/children/${childId}`)).status).toBe(404)
    expect(await reachOf(manager)).toEqual(nothing)
    expect(await reachOf(worker)).toEqual(everything)
  })

  test('where the record is restricted, but for those who are named', async () => {
    expect((await restrict()).status).toBe(303)
    expect(await reachOf(worker)).toEqual(nothing)
    expect(await reachOf(manager)).toEqual(nothing)
    expect(await reachOf(named)).toEqual(everything)
  })

  test('where one of several children is hidden', async () => {
    const other = await aChild()
    await service.asOwner('insert into victim_of (service_id, victim_id, child_id) values ($1, $2, $3)', [
      service.serviceId,
      victimId,
      other,
    ])
    await conflict(worker, other)
    expect(await reachOf(worker)).toEqual(nothing)
  })

  test('where the record was merged, and after it is taken apart', async () => {
    const kept = await aChild()
    await conflict(worker, kept)
    expect(await reachOf(worker)).toEqual(everything)
    await senior.fill(`/children/${kept}/merge/${childId}`, { reason: 'The same boy' })
    expect(await reachOf(worker)).toEqual(nothing)
    expect((await reachOf(manager)).page).toBe(200)
    const [merge] = await service.asOwner('select merge_id from record_merge where kept_id = $1', [kept])
    await senior.fill(`/children/${kept}/merges/${String(merge?.merge_id)}/unmerge`, { reason: 'Cousins' })
    expect(await reachOf(worker)).toEqual(everything)
    await conflict(worker)
    expect(await reachOf(worker)).toEqual(nothing)
  })

  test('also for whoever may add to them: nothing is written about somebody hidden', async () => {
    await conflict(manager)
    const written = service.as(manager, tx =>
      tx
        .insertInto('victim_contact')
        .values({
          ...{ service_id: service.serviceId, victim_id: victimId, at: service.clock.now, way: 'phone' },
          ...{ was_reached: false, recorded_by: manager.userId, recorded_at: service.clock.now },
        })
        .execute(),
    )
    await expect(written).rejects.toThrow(/row-level security/)
  })
})

test('who is hidden is asked once a query', async () => {
  await conflict(worker)
  const plan = await service.as(worker, async tx => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select * from victim`.execute(tx)
    return rows.map(row => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toMatch(/InitPlan/)
  expect(plan).toMatch(/Filter:.*<> ALL \(+InitPlan \w+\)/s)
})
