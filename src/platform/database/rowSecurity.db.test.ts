import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../app/testkit/database.ts'
import { addService } from '../../app/testkit/service.ts'
import { allowAnyRow, listServiceTables, madeUpRow, type TestTable } from './everyTable.testkit.ts'

let database: TestDatabase
let tables: TestTable[]
let ours: string
let theirs: string
const me = randomUUID()
const [open, restricted, conflicted] = [randomUUID(), randomUUID(), randomUUID()]

beforeAll(async () => {
  database = await makeTestDatabase()
  await allowAnyRow(database)
  ours = await addService(database, 'Ours')
  theirs = await addService(database, 'Theirs')
  tables = await listServiceTables(database)
  for (const table of tables.filter(({ name }) => name !== 'service')) {
    // The made-up rows that say who may see a child are about somebody else: mine follow below.
    const userId = saysWhoMaySee.has(table.name) ? randomUUID() : me
    for (const [serviceId, childId] of [
      [ours, open],
      [theirs, open],
      ...(table.hasChild
        ? [
            [ours, restricted],
            [ours, conflicted],
          ]
        : []),
    ] as [string, string][]) {
      const { text, values } = madeUpRow(table, { serviceId, childId, userId })
      await database.asOwner(text, values)
    }
  }
  // Whatever stands behind a wall within the service is mine to read too.
  await database.asOwner(
    `update person_account set roles = '{victim-worker,senior}' where service_id = $1 and user_id = $2`,
    [ours, me],
  )
  // All three are restricted now. I am named for two of them, and have a conflict of interest with one.
  for (const childId of [open, conflicted]) {
    await database.asOwner('insert into child_access (service_id, child_id, user_id) values ($1, $2, $3)', [
      ours,
      childId,
      me,
    ])
  }
  await database.asOwner(
    `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
    [ours, conflicted, me],
  )
})
afterAll(() => database.close())

/** Tables that say who may see a child, and why not: what they hold about a hidden child is hidden as well. */
const saysWhoMaySee = new Set(['child_access', 'child_restriction', 'conflict_of_interest'])

/** Asks as the application's role, in the name of somebody of our service; nothing is kept. */
async function asApplication<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('throughline.service', $1, true), set_config('throughline.user', $2, true)`,
      [ours, me],
    )
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** How many rows a statement touches for the application; 'refused' where it lacks the right. */
async function touched(text: string, values: unknown[] = []): Promise<number | 'refused'> {
  return asApplication(async client => {
    try {
      return (await client.query(text, values)).rowCount ?? 0
    } catch (fault) {
      if ((fault as { code?: string }).code === '42501') return 'refused'
      throw fault
    }
  })
}

const nothing = expect.toSatisfy((answer: unknown) => answer === 0 || answer === 'refused')

test('every table has row-level security on, forced, and a rule for the application', async () => {
  // The list of migrations is about no service, and the application has no rights to it at all.
  const exceptions = ['migration']
  const rows = await database.asOwner(`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (
        select from pg_policy p where p.polrelid = c.oid and p.polroles = array['throughline_app'::regrole::oid]))`)
  expect(rows.map(({ name }) => name)).toEqual(exceptions)
  expect(await touched('select from migration')).toBe('refused')
  // Every other table belongs to a service, so that what follows has asked all of them.
  const all = await database.asOwner(`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)
  expect([...tables.map(({ name }) => name), ...exceptions].sort()).toEqual(
    all.map(({ name }) => name).sort(),
  )
})

test('no view, and no function but a named one, reads past row-level security', async () => {
  const views = await database.asOwner(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      and not coalesce('security_invoker=true' = any (reloptions), false)`,
  )
  expect(views).toEqual([])
  // Each runs with the owner's rights: it must ask for the service itself, or be needed before anybody is known.
  const functions = await database.asOwner(`
    select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and has_function_privilege('throughline_app', p.oid, 'execute') order by 1`)
  expect(functions.map(({ name }) => name)).toEqual([
    'arrivals_for_named',
    'asks_whose',
    'break_glass',
    'carry_session',
    'child_standing',
    'clear_drafts',
    'clear_forms_sent',
    'clear_transfer_files',
    'count_beyond_cover',
    'count_rows',
    'extend_audit_chain',
    'find_account_link',
    'find_accounts',
    'find_api_key',
    'find_arrivals_named',
    'find_calendar_feed',
    'find_children_named',
    'find_feedback_invitation',
    'find_form_sections',
    'find_notes',
    'find_own_page',
    'find_passkey',
    'find_restricted_child',
    'find_session',
    'give_feedback',
    'glass_to_review',
    'has_come_before',
    'has_part_in',
    'hidden_children',
    'hidden_import_rows',
    'hidden_notifications',
    'hidden_transfers',
    'hidden_victims',
    'hidden_while_merged',
    'hold_records',
    'is_attachment_hidden',
    'is_entry_hidden',
    'is_hidden_event',
    'is_last_to_open',
    'is_note_change_hidden',
    'is_note_hidden',
    'is_their_note_hidden',
    'keep_notification',
    'left_to_nobody',
    'list_services',
    'list_views_of',
    'merge_records',
    'own_children',
    'record_event',
    'record_view',
    'record_views',
    'review_glass',
    'sees_sensitive',
    'sees_victims',
    'settle_import_row',
    'sign_audit_chain',
    'take_back_feedback',
    'unmerge_records',
    'work_held_by',
    'works_with',
  ])
})

test('no function can be called but by whom it was granted to', async () => {
  const functions = await database.asOwner(`
    select p.proname as name from pg_proc p cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) x
    where p.pronamespace = 'public'::regnamespace and x.grantee = 0
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`)
  expect(functions).toEqual([])
})

test('the application cannot write the audit of another service through a table of its own', async () => {
  expect(await touched('create temp table child (service_id uuid, child_id uuid)')).toBe('refused')
  // Even where the owner of the server lets it make such a table, the trigger is not for it to use.
  const [row] = await database.asOwner('select current_database() as name')
  await database.asOwner(`grant temporary on database ${row?.name} to throughline_app`)
  const made = asApplication(async client => {
    await client.query('create temp table child (service_id uuid, child_id uuid)')
    await client.query(
      `create trigger audit after insert on pg_temp.child for each row execute function audit_row('', '')`,
    )
  })
  await expect(made).rejects.toMatchObject({ code: '42501' })
  await database.asOwner(`revoke temporary on database ${row?.name} from throughline_app`)
})

test('the application owns nothing, is nobody else, and cannot become the owner', async () => {
  const [role] = await asApplication(async client => {
    const { rows } = await client.query(`
      select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc where proowner = r.oid)
          + (select count(*)::int from pg_namespace where nspowner = r.oid) as owns,
        (select array_agg(g.rolname::text) from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid) as member_of
      from pg_roles r where r.rolname = current_user`)
    return rows
  })
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    owns: 0,
    member_of: ['throughline_app'],
  })
  const [group] = await database.asOwner(
    `select rolcanlogin, rolsuper, rolbypassrls from pg_roles where rolname = 'throughline_app'`,
  )
  expect(group).toEqual({ rolcanlogin: false, rolsuper: false, rolbypassrls: false })
  const [owner] = await database.asOwner(`select current_user as name`)
  for (const statement of [
    `set role ${owner?.name}`,
    'alter table child disable row level security',
    'create table mine (it integer)',
    'drop policy within_service on child',
    'alter function current_service() rename to elsewhere',
    `select add_audit_event(null, 'event', null, null, null, null, null, 'x')`,
    'truncate child',
  ]) {
    expect(await touched(statement), statement).toBe('refused')
  }
})

test('calling itself the system gives the application nothing', async () => {
  const rows = await asApplication(async client => {
    await client.query(`select set_config('throughline.system', 'on', true)`)
    return (await client.query('select distinct service_id from child')).rows
  })
  expect(rows).toEqual([{ service_id: ours }])
})

test('without a service nobody sees anything', async () => {
  for (const { name } of tables) {
    const { rows } = await database.pool.query(`select from ${name} limit 1`)
    expect(rows, name).toEqual([])
  }
})

describe('rows of another service', () => {
  test('are not there in any table, while our own are', async () => {
    for (const { name } of tables) {
      const seen = await asApplication(client => client.query(`select distinct service_id from ${name}`))
      expect(seen.rows, name).toEqual([{ service_id: ours }])
    }
  })

  test('cannot be changed or deleted', async () => {
    for (const { name } of tables) {
      expect(
        await touched(`update ${name} set service_id = service_id where service_id = $1`, [theirs]),
        name,
      ).toEqual(nothing)
      expect(await touched(`delete from ${name} where service_id = $1`, [theirs]), name).toEqual(nothing)
    }
  })

  test('cannot be added, and ours cannot be moved there', async () => {
    for (const table of tables) {
      const { text, values } = madeUpRow(table, { serviceId: theirs, childId: open, userId: me })
      expect(await touched(text, values), table.name).toBe('refused')
      const moved = await touched(`update ${table.name} set service_id = $1`, [theirs])
      expect(moved, table.name).toBe('refused')
    }
  })
})

describe('rows about a child who is hidden from the person', () => {
  const aboutChildren = () => tables.filter(({ hasChild }) => hasChild)

  test('are not there in any table, while those about another child are', async () => {
    expect(aboutChildren().length).toBeGreaterThan(8)
    for (const { name } of aboutChildren()) {
      const seen = await asApplication(client =>
        client.query(`select distinct child_id from ${name} where child_id is not null`),
      )
      expect(seen.rows, name).toEqual([{ child_id: open }])
    }
  })

  test('cannot be changed, deleted or added', async () => {
    for (const table of aboutChildren()) {
      for (const childId of [restricted, conflicted]) {
        const { name } = table
        expect(
          await touched(`update ${name} set child_id = child_id where child_id = $1`, [childId]),
          name,
        ).toEqual(nothing)
        expect(await touched(`delete from ${name} where child_id = $1`, [childId]), name).toEqual(nothing)
        const { text, values } = madeUpRow(table, { serviceId: ours, childId, userId: me })
        expect(await touched(text, values), name).toBe('refused')
      }
    }
  })

  test('come to whoever was given access, until it ends; a conflict of interest stays', async () => {
    const give = (childId: string, until: string) =>
      database.asOwner(
        `insert into child_access (service_id, child_id, user_id, until) values ($1, $2, $3, ${until})`,
        [ours, childId, me],
      )
    const sees = async (childId: string) => touched('select from child where child_id = $1', [childId])
    await give(restricted, `now() - interval '1 second'`)
    expect(await sees(restricted)).toBe(0)
    await give(restricted, `now() + interval '1 hour'`)
    expect(await sees(restricted)).toBe(1)
    expect(await sees(conflicted)).toBe(0)
    await database.asOwner('delete from child_access where child_id = $1 and user_id = $2', [restricted, me])
  })

  test('are not broken open where there is a conflict of interest, and say nothing to whoever would review them', async () => {
    const asked = (text: string) =>
      asApplication(async client => (await client.query(`select ${text} as answer`)).rows[0]?.answer)
    expect(await asked(`break_glass('${restricted}', 'In danger')`)).toBe(true)
    for (const childId of [open, conflicted, randomUUID()])
      expect(await asked(`break_glass('${childId}', 'In danger')`)).toBe(false)
    await database.asOwner('update child_access set broke_glass = true, reviewed_at = null')
    const opened = await asApplication(async client => client.query('select child_id from glass_to_review()'))
    const seen = new Set(opened.rows.map(({ child_id }) => child_id))
    expect(seen).toEqual(new Set([open, restricted]))
    await database.asOwner('update child_access set broke_glass = false')
  })
})

test('a name finds neither a hidden child nor one of another service', async () => {
  const [id, name] = [randomUUID(), 'zora quibble']
  const columns = '(service_id, child_id, reference, given_name, family_name, folded_name, birth_date_basis)'
  for (const [serviceId, childId] of [
    [ours, id],
    [theirs, randomUUID()],
  ]) {
    await database.asOwner(
      `insert into child ${columns} values ($1, $2, $3, 'Zora', 'Quibble', $4, 'unknown')`,
      [serviceId, childId, childId, name],
    )
  }
  const found = () =>
    asApplication(async client => (await client.query('select * from find_children_named($1)', [name])).rows)
  expect(await found()).toEqual([
    { child_id: id, folded_name: name, other_name: '', must_not_be_used: false },
  ])
  await database.asOwner(
    `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Uncle')`,
    [ours, id, me],
  )
  expect(await found()).toEqual([])
})

test('a draft is seen by nobody but who typed it', async () => {
  const rows = await asApplication(async client => {
    await client.query(`select set_config('throughline.user', $1, true)`, [randomUUID()])
    return (await client.query('select from draft')).rows
  })
  expect(rows).toEqual([])
})
