import { type Kysely, sql } from 'kysely'
import type { DB } from './schema.generated.ts'

/** The id of every service of the installation, in order: for the program's own rounds, each in a transaction of its own. */
export async function listServices(db: Kysely<DB>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from list_services() as id`.execute(db)
  return rows.map(({ id }) => id)
}
