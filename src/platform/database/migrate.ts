import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'

/** A migration that was applied has since been edited, or is missing: the database and the files disagree. */
export class MigrationFault extends Error {
  override readonly name = 'MigrationFault'
}

type Migration = { name: string; sql: string; hash: string }

/** Plain SQL files, in the order of their names. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter(name => /^\d{4}_\w+\.sql$/.test(name))
  return names.sort().map(name => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Brings a database up to date as the owner of its tables. Forward only; each file in a transaction of its own with
 * the row that says so; safe when several nodes start at once, since one lock admits them one after the other.
 * @param through the last migration to apply; without it all are
 * @returns the names of the migrations applied now
 * @throws MigrationFault when an applied migration was edited or is missing from the folder
 */
export async function migrate(ownerUrl: string, folder: string, through?: string): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'throughline migrate' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('throughline migrations', 0))`)
    await client.query(`create table if not exists migration (
      name text not null constraint migration_pk primary key, hash text not null, applied_at timestamptz not null default now())`)
    const { rows: applied } = await client.query<{ name: string; hash: string }>(
      'select name, hash from migration order by name',
    )
    const migrations = readMigrations(folder)
    checkApplied(applied, migrations)
    const waiting = migrations.filter(
      ({ name }) => !applied.some(row => row.name === name) && (through === undefined || name <= through),
    )
    for (const migration of waiting) await apply(client, migration)
    return waiting.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** The names of the migrations that a database has had, in order; none when it is new. */
export async function appliedMigrations(client: Client): Promise<string[]> {
  const { rows: there } = await client.query(
    `select from pg_class where oid = to_regclass('public.migration')`,
  )
  if (there.length === 0) return []
  const { rows } = await client.query<{ name: string }>('select name from migration order by name')
  return rows.map(({ name }) => name)
}

function checkApplied(applied: { name: string; hash: string }[], migrations: Migration[]): void {
  for (const { name, hash } of applied) {
    const file = migrations.find(migration => migration.name === name)
    if (!file)
      throw new MigrationFault(
        `The database has had ${name}, which this program does not know: it is newer than the program.`,
      )
    if (file.hash !== hash)
      throw new MigrationFault(`${name} has been edited since it was applied. Write a new migration instead.`)
  }
}

async function apply(client: Client, { name, sql, hash }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    await client.query(sql)
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${(fault as Error).message}`, { cause: fault })
  }
}
