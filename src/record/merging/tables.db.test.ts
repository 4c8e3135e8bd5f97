import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../app/testkit/database.ts'
import { rowTitle, rowWords } from './rowWords.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())

const names = async (text: string) => (await database.asOwner(text)).map(({ name }) => name)

const withChild = `select c.oid, c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attname = 'child_id' and not a.attisdropped`

describe('every table with a child in it is ready for a merge', () => {
  test('each column that names a child is moved, or has a rule with the reason for it', async () => {
    const columns = await names(`select target || '.' || col as name from merge_columns()`)
    expect(columns).toContain('note.child_id')
    expect(columns).toContain('child_pair.other_id')
    const ruled = await database.asOwner('select target::text, col::text, rule, once, why from merge_rules()')
    for (const { target, col, rule, once, why } of ruled) {
      expect(columns, 'a rule for a column that is not there').toContain(`${target}.${col}`)
      expect(['stays', 'once', 'access']).toContain(rule)
      expect(rule === 'once', `${target}.${col}`).toBe(once !== '')
      expect(why).not.toBe('')
    }
    // Nothing is named after a child in another way that the catalog would not show.
    const unknown =
      await names(`select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
        and a.atttypid in ('uuid'::regtype, 'uuid[]'::regtype) and a.attname ~ '(^|_)child(ren)?(_ids?)?$' and not exists (
          select from merge_columns() m where m.target = c.relname and m.col = a.attname)`)
    expect(unknown).toEqual(['record_merge.children'])
  })

  test('a table that can hold one row only for a child, or for a child and something else, has a rule', async () => {
    const faults = await names(`
      select distinct m.target || '.' || m.col as name from merge_columns() m
      join pg_index i on i.indrelid = format('public.%I', m.target)::regclass and i.indisunique
      join pg_attribute a on a.attrelid = i.indrelid and a.attname = m.col and a.attnum = any (i.indkey::int2[])
      where not exists (select from merge_rules() r where r.target = m.target and r.col = m.col)
        -- Unique without the child as well: the child can change.
        and not exists (select from pg_index u where u.indrelid = i.indrelid and u.indisunique and u.indpred is null
          and u.indkey::int2[] <@ i.indkey::int2[] and not a.attnum = any (u.indkey::int2[]))`)
    expect(faults, 'say in merge_rules() what becomes of the second row').toEqual([])
  })

  test('what refers to another row of the child can wait until both are moved', async () => {
    const faults = await names(`
      select f.conname as name from pg_constraint f
      join pg_attribute a on a.attrelid = f.conrelid and a.attname = 'child_id' and a.attnum = any (f.conkey)
      where f.contype = 'f' and f.connamespace = 'public'::regnamespace and f.confrelid <> 'child'::regclass and not f.condeferrable`)
    expect(faults, 'call prepare_for_merging() for the table').toEqual([])
  })

  test('what refers to another row of the child says of which child: the two cannot come apart', async () => {
    const faults = await names(`
      select f.conname as name from pg_constraint f
      join pg_attribute a on a.attrelid = f.conrelid and a.attname = 'child_id'
      join pg_attribute b on b.attrelid = f.confrelid and b.attname = 'child_id'
      where f.contype = 'f' and f.connamespace = 'public'::regnamespace and f.confrelid <> 'child'::regclass
        and not a.attnum = any (f.conkey)`)
    // An action may be about no child: where it is about one, action_progress_same_child holds the two together.
    // A referrer may have been told before anybody knew which child it was: the message goes with the case.
    expect(faults.toSorted(), 'put child_id in the key').toEqual([
      'action_progress_action',
      'referrer_told_notification',
    ])
  })

  test('what is written in the moment of a merge follows it', async () => {
    const without = await names(`
      select t.name from (${withChild}) t where not exists (
        select from pg_trigger g where g.tgrelid = t.oid and g.tgname = 'follow_merge') order by 1`)
    expect(without).toEqual(['audit_event', 'child', 'record_merge'])
  })

  test('its rows about one child are found by index, also those that have ended', async () => {
    const without = await names(`
      select t.name from (${withChild}) t where not exists (
        select from pg_index i join pg_class x on x.oid = i.indexrelid
        where i.indrelid = t.oid and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) = '(child_id IS NOT NULL)')
          and pg_get_indexdef(i.indexrelid, 1, true) = 'service_id' and pg_get_indexdef(i.indexrelid, 2, true) = 'child_id')
      order by 1`)
    expect(without).toEqual([])
  })

  test('and is called something in the preview, and nothing else is', async () => {
    const moved =
      await names(`select distinct m.target::text as name from merge_columns() m where not exists (
      select from merge_rules() r where r.target = m.target and r.rule = 'stays')`)
    expect(Object.keys(rowWords).sort()).toEqual(moved.sort())
    expect(rowTitle('case_worker')).toBe('Parts of workers in cases')
  })
})
