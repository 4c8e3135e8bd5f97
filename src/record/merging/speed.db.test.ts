import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seeing } from '../children/index.ts'
import { type Merging, makeMerging } from './merging.testkit.ts'

let m: Merging
beforeAll(async () => {
  m = await makeMerging()
})
afterAll(() => m.service.close())

/** How many pages of the database a statement reads or finds in memory, everything that it calls included. */
async function pagesTouched(childIds: [string, string], statement: 'preview' | 'merge'): Promise<number> {
  const [kept, gone] = childIds
  const asked =
    statement === 'preview'
      ? sql`select from count_child_rows(${kept}) k join count_child_rows(${gone}) g using (target)`
      : sql`select merge_records(${kept}, ${gone}, hold_records(${kept}, ${gone}), 'The same', ${seeing}::text[], now())`
  let pages = 0
  await m.service
    .as(m.senior, async tx => {
      // Once unmeasured, so that what a new connection reads of the catalog is not counted.
      await sql`select from count_child_rows(${kept})`.execute(tx)
      const { rows } = await sql<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>`
        explain (analyze, buffers, format json) ${asked}`.execute(tx)
      const plan = rows[0]?.['QUERY PLAN'][0]?.Plan ?? {}
      pages = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)
      throw new Error('not kept')
    })
    .catch(fault => {
      if (!/not kept/.test(String(fault))) throw fault
    })
  return pages
}

test('a preview and a merge read no more of the database at 20,000 cases than at a few', async () => {
  const { service, aChild, work } = m
  const [kept, gone] = [await aChild(), await aChild()]
  for (const childId of [kept, gone]) await work(childId, 'A dog')
  const few = {
    preview: await pagesTouched([kept, gone], 'preview'),
    merge: await pagesTouched([kept, gone], 'merge'),
  }
  const tables = [
    'child',
    'involvement',
    'milestone',
    'note',
    'child_alert',
    'case_worker',
    'offence',
    'child_person',
  ]
  for (const table of tables) await service.asOwner(`alter table ${table} disable trigger user`)
  await service.asOwner(
    `with children as (
      insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
      select $1, 'R' || n, 'Tariq', 'Amin', 'tariq amin', 'unknown' from generate_series(1, 20000) n returning child_id
    ), cases as (
      insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
      select $1, child_id, 'diversion', 'police-notification', 'notified', now() from children returning involvement_id, child_id
    ), workers as (
      insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
      select $1, child_id, involvement_id, $2, 'holder', now() from cases
    ), people as (
      insert into child_person (service_id, child_id, name, relationship) select $1, child_id, 'Gran', 'Grandmother' from children
    ), alerts as (
      insert into child_alert (service_id, child_id, kind, text, raised_by) select $1, child_id, 'dog', 'Dog', $2 from children
    ), offences as (
      insert into offence (service_id, child_id, description) select $1, child_id, 'Took a bicycle' from children
    )
    insert into note (service_id, child_id, kind, text, happened_at, written_by)
    select $1, child_id, 'conversation', 'Met', now(), $2 from children`,
    [service.serviceId, m.senior.userId],
  )
  for (const table of tables) await service.asOwner(`alter table ${table} enable trigger user`)
  await service.asOwner('analyze')
  const many = {
    preview: await pagesTouched([kept, gone], 'preview'),
    merge: await pagesTouched([kept, gone], 'merge'),
  }
  expect(few.preview).toBeGreaterThan(0)
  // Indexes grow by a level or two; a table that were read through would cost hundreds of pages more.
  expect(many.preview - few.preview, JSON.stringify({ few, many })).toBeLessThan(120)
  expect(many.merge - few.merge, JSON.stringify({ few, many })).toBeLessThan(240)
})

test('a preview asks the same few statements whatever the records hold', async () => {
  const { aChild, work, note, senior, service } = m
  const pair = async (notes: number): Promise<[string, string]> => {
    const [kept, gone] = [await aChild({ givenName: 'Few' }), await aChild({ givenName: 'Few' })]
    await work(gone, 'A dog')
    await service.as(senior, async tx => {
      for (let index = 0; index < notes; index++) await note(tx, gone, `Note ${index}`)
    })
    return [kept, gone]
  }
  const statements: string[] = []
  service.pool.on('acquire', client => {
    if ('isCounted' in client) return
    const ask = client.query
    const query = (...given: Parameters<typeof ask>) => {
      statements.push(String(given[0]))
      return ask.apply(client, given)
    }
    Object.assign(client, { isCounted: true, query })
  })
  const statementsOf = async ([kept, gone]: [string, string]) => {
    const before = statements.length
    await senior.get(`/children/${kept}/merge/${gone}`)
    return statements.length - before
  }
  const few = await statementsOf(await pair(1))
  const many = await statementsOf(await pair(60))
  expect(few).toBeGreaterThan(5)
  expect(many).toBe(few)
})
