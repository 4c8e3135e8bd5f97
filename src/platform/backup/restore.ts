import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { appliedMigrations, migrate, readMigrations } from '../database/index.ts'
import { type OpenArchive, openArchive } from './archive.ts'
import { BackupFault, type Manifest, type TableEntry } from './manifest.ts'
import { measureRows } from './measure.ts'
import { copyIn, copyOut, listTables, plainText, setSequences, type Table } from './tableQueries.ts'

type Options = {
  /** The folder of the program's migrations. */
  migrations: string
  /** Told of each table when it is in and proved. */
  tell?: (table: TableEntry) => void
}

/**
 * Fills an empty database from an archive, in one transaction, and proves every table by its count and hash before it
 * is kept. The database is brought to exactly the archive's migrations first, and to the program's own afterwards.
 * No line is added to the audit by it.
 * @throws BackupFault when the archive is damaged or newer than the program, or the database is not empty
 */
export async function restore(ownerUrl: string, file: string, options: Options): Promise<Manifest> {
  const archive = await openArchive(file)
  try {
    const { manifest } = archive
    const last = checkMigrations(manifest, options.migrations)
    await checkTarget(ownerUrl, manifest)
    await migrate(ownerUrl, options.migrations, last)
    const client = new Client({ connectionString: ownerUrl, application_name: 'throughline restore' })
    await client.connect()
    try {
      await fill(client, archive, options)
    } finally {
      await client.end()
    }
    await migrate(ownerUrl, options.migrations)
    return manifest
  } finally {
    archive.close()
  }
}

/** The program must know every migration of the archive, as it was. @returns the archive's last */
function checkMigrations(manifest: Manifest, folder: string): string {
  const known = readMigrations(folder)
  for (const { name, hash } of manifest.migrations) {
    const file = known.find(migration => migration.name === name)
    if (!file)
      throw new BackupFault(
        `This backup has had ${name}, which this program does not know. Bring the program up to date first.`,
      )
    if (file.hash !== hash)
      throw new BackupFault(
        `${name} in this backup is not the one of this program: they are of different builds.`,
      )
  }
  const last = manifest.migrations.at(-1)
  if (!last) throw new BackupFault('The backup is damaged: it names no migrations.')
  return last.name
}

/** Only an empty database is filled: one with no tables, or with nothing in them and no newer ones. */
async function checkTarget(ownerUrl: string, manifest: Manifest): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const applied = await appliedMigrations(client)
    const newer = applied.filter(name => !manifest.migrations.some(migration => migration.name === name))
    if (newer.length > 0)
      throw new BackupFault(
        `The database has had ${newer.join(', ')}, which the backup has not. Restore into a new, empty database.`,
      )
    await client.query(`begin; ${plainText}`)
    const tables = applied.length > 0 ? await listTables(client) : []
    for (const { name } of tables) {
      const { rows } = await client.query(`select from public.${client.escapeIdentifier(name)} limit 1`)
      if (rows.length > 0)
        throw new BackupFault(
          'The database is not empty. A backup is restored into a new, empty database only.',
        )
    }
  } finally {
    await client.end()
  }
}

async function fill(client: Client, archive: OpenArchive, { tell = () => {} }: Options): Promise<void> {
  const { manifest } = archive
  await client.query(`begin; ${plainText}`)
  const tables = await listTables(client)
  const pairs = manifest.tables.map(entry => ({ entry, table: matching(tables, entry) }))
  const lacking = tables.filter(({ name }) => !manifest.tables.some(entry => entry.name === name))
  if (lacking.length > 0)
    throw new BackupFault(`The backup is damaged: it lacks ${lacking.map(({ name }) => name).join(', ')}.`)
  const names = tables.map(({ name }) => client.escapeIdentifier(name))
  // The owner of a table may do all this, so no superuser is needed: COPY cannot write under row-level security, the
  // audit must not take the restored rows for new ones, and keys to other tables are proved at the end.
  for (const name of names) {
    await client.query(
      `alter table public.${name} no force row level security; alter table public.${name} disable trigger user`,
    )
  }
  const keys = await dropForeignKeys(client)
  for (const { entry } of pairs) await copyTable(client, archive, entry)
  for (const key of keys) await client.query(key)
  await setSequences(client, manifest.sequences)
  for (const { entry, table } of pairs) {
    await prove(client, table, entry)
    tell(entry)
  }
  for (const name of names) {
    await client.query(
      `alter table public.${name} enable trigger user; alter table public.${name} force row level security`,
    )
  }
  await client.query('commit')
}

function matching(tables: Table[], entry: TableEntry): Table {
  const table = tables.find(({ name }) => name === entry.name)
  if (!table || table.columns.join() !== entry.columns.join())
    throw new BackupFault(`The backup is damaged: its table ${entry.name} is not as its migrations make it.`)
  return table
}

/** @returns the statements that put them back, which also checks every row */
async function dropForeignKeys(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ drops: string; adds: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drops,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as adds
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`)
  for (const { drops } of rows) await client.query(drops)
  return rows.map(({ adds }) => adds)
}

async function copyTable(client: Client, archive: OpenArchive, entry: TableEntry): Promise<void> {
  const { through, measured } = measureRows()
  try {
    await pipeline(
      await archive.readTable(entry.name),
      through,
      client.query(copyFrom(copyIn(client, entry))),
    )
  } catch (fault) {
    if (fault instanceof BackupFault) throw fault
    throw new BackupFault(
      `The backup is damaged: ${entry.name} cannot be read (${(fault as Error).message}).`,
    )
  }
  const read = measured()
  if (read.rows !== entry.rows || read.sha256 !== entry.sha256)
    throw new BackupFault(`The backup is damaged: ${entry.name} is not what was written into it.`)
}

/** Reads a table back and holds it to the archive's count and hash. */
async function prove(client: Client, table: Table, entry: TableEntry): Promise<void> {
  const { through, measured } = measureRows()
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  await pipeline(client.query(copyTo(copyOut(client, table))), through, nowhere)
  const stands = measured()
  if (stands.rows !== entry.rows || stands.sha256 !== entry.sha256)
    throw new BackupFault(`${entry.name} was not restored as it is in the backup. Nothing has been kept.`)
}
