import type { Client } from 'pg'

/** A table as a backup sees it. */
export type Table = {
  name: string
  /** Columns whose values are kept; those that the database works out are not. */
  columns: string[]
  /** The same rows in the same order on every server, whatever its language settings. */
  order: string
}

/** Lists nothing but the migrations themselves, which an archive carries in its manifest. */
const notKept = ['migration']

/** The tables of the record, in the order of their names, with names ready for use in statements. */
export async function listTables(client: Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string | null }>(
    `select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select string_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end, ', '
          order by array_position(k.conkey, a.attnum))
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        where k.conrelid = c.oid and k.contype = 'p') as order
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1)
    order by c.relname collate "C"`,
    [notKept],
  )
  return rows.map(({ name, columns, order }) => {
    if (!order) throw new Error(`The table ${name} has no key, so a backup cannot put its rows in order`)
    return { name, columns, order }
  })
}

/** The text that COPY writes is the same everywhere once these are. */
export const plainText = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8';
  set local statement_timeout = 0; set local search_path = public; set local throughline.system = 'on'`

export function copyOut(client: Client, { name, columns, order }: Table): string {
  const list = columns.map(column => client.escapeIdentifier(column)).join(', ')
  return `copy (select ${list} from public.${client.escapeIdentifier(name)} order by ${order}) to stdout`
}

export function copyIn(client: Client, { name, columns }: Pick<Table, 'name' | 'columns'>): string {
  const list = columns.map(column => client.escapeIdentifier(column)).join(', ')
  return `copy public.${client.escapeIdentifier(name)} (${list}) from stdin`
}

/** The last number given out for each numbered column, by "table.column"; 0 where none was. */
export async function readSequences(client: Client): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const { table, column, sequence } of await listSequences(client)) {
    const { rows } = await client.query<{ last: string }>(
      `select case when is_called then last_value else 0 end::text as last from ${sequence}`,
    )
    found[`${table}.${column}`] = rows[0]?.last ?? '0'
  }
  return found
}

/** Numbers go on after the highest that the archive knows of. */
export async function setSequences(client: Client, last: Record<string, string>): Promise<void> {
  for (const { table, column, sequence } of await listSequences(client)) {
    const name = client.escapeIdentifier(column)
    await client.query(
      `select setval($1, greatest($2::bigint, (select max(${name}) from public.${client.escapeIdentifier(table)}), 0) + 1, false)`,
      [sequence, last[`${table}.${column}`] ?? '0'],
    )
  }
}

async function listSequences(client: Client): Promise<{ table: string; column: string; sequence: string }[]> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(format('public.%I', c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and pg_get_serial_sequence(format('public.%I', c.relname), a.attname) is not null
    order by 1, 2`)
  return rows
}
