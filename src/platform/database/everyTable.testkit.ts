import { randomBytes, randomUUID } from 'node:crypto'
import type { TestDatabase } from '../../app/testkit/database.ts'

export type TestTable = { name: string; columns: { name: string; type: string }[]; hasChild: boolean }

/** Every table with rows of a service, as the database itself lists them: a new one is there without being named. */
export async function listServiceTables({ asOwner }: TestDatabase): Promise<TestTable[]> {
  const rows = await asOwner(`
    select c.relname as name, jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null))
      order by a.attnum) as columns, bool_or(a.attname = 'child_id') as has_child
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    group by c.relname having bool_or(a.attname = 'service_id') order by c.relname`)
  return rows.map(({ name, columns, has_child }) => ({
    name: String(name),
    columns: columns as TestTable['columns'],
    hasChild: has_child === true,
  }))
}

/** Takes away what a made-up row would offend: what is asked here is who may see a row, not whether it makes sense. */
export async function allowAnyRow({ asOwner }: TestDatabase): Promise<void> {
  const rows = await asOwner(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as text from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('f', 'c') and conrelid <> 0`)
  for (const { text } of rows) await asOwner(String(text))
}

type Row = { serviceId: string; userId: string; childId: string }

/** A statement that adds a made-up row to a table, with its values. */
export function madeUpRow(table: TestTable, row: Row): { text: string; values: unknown[] } {
  const values = table.columns.map(({ name, type }) => valueFor(name, type, row))
  const names = table.columns.map(({ name }) => `"${name}"`).join(', ')
  const places = values.map((_, index) => `$${index + 1}`).join(', ')
  return { text: `insert into ${table.name} (${names}) overriding system value values (${places})`, values }
}

const known: Record<string, keyof Row> = { service_id: 'serviceId', child_id: 'childId', user_id: 'userId' }

function valueFor(name: string, type: string, row: Row): unknown {
  const own = known[name]
  if (own) return row[own]
  const some = randomBytes(5).toString('hex')
  switch (type) {
    case 'uuid':
      return randomUUID()
    case 'text':
      return some
    case 'text[]':
      return ['officer']
    case 'integer[]':
      return [1]
    case 'uuid[]':
      return [randomUUID()]
    case 'bytea':
      return Buffer.from(some)
    case 'integer':
    case 'bigint':
      return randomBytes(3).readUIntBE(0, 3) + 1_000_000
    case 'xid8':
      return '3'
    case 'boolean':
      return false
    case 'jsonb':
      return '{}'
    case 'date':
      return '2012-02-29'
    case 'time without time zone':
      return '10:00'
    case 'timestamp with time zone':
      return '2026-11-21T10:00:00Z'
    default:
      throw new Error(`This test does not know yet how to make up a value of type ${type}`)
  }
}
