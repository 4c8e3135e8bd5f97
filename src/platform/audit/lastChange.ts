import { sql } from 'kysely'
import type { Work } from '../database/index.ts'

/** A row by its table and the part of its key besides the service: { note_id: … }. */
export type AuditedRow = { table: string; key: Readonly<Record<string, string | number>> }

/** Whoever changed a row last, and whether that is the person who asks, in another window perhaps. */
export type LastChange = { name: string; isAsking: boolean }

/** Who changed a row last, as the audit has it; undefined when nobody has, or the program itself did. */
export async function whoChangedLast(tx: Work, { table, key }: AuditedRow): Promise<LastChange | undefined> {
  const { rows } = await sql<LastChange>`
    select a.name, a.user_id = current_person() as "isAsking" from (
      select service_id, person_id from audit_event
      where service_id = current_service() and table_name = ${table} and action = 'update' and row_key @> ${JSON.stringify(key)}::jsonb
      order by id desc limit 1) e
    join person_account a on a.service_id = e.service_id and a.user_id = e.person_id`.execute(tx)
  return rows[0]
}
