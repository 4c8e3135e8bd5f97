import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Secret } from '../config/index.ts'
import { writeArchive } from './archive.ts'
import { formatVersion, type Manifest, secretMark, type TableEntry } from './manifest.ts'
import { measureRows } from './measure.ts'
import { copyOut, listTables, plainText, readSequences } from './tableQueries.ts'

/**
 * Writes everything that the database holds into one file, as it is at one moment, while people work. The queue of
 * background work is left out. Takes little memory, however much there is.
 * @param tell told of each table when it is in
 * @throws BackupFault when the file is there already or cannot be written
 */
export async function backUp(
  ownerUrl: string,
  file: string,
  {
    secret,
    now,
    tell = () => {},
  }: { secret: Secret; now: Temporal.Instant; tell?: (table: TableEntry) => void },
): Promise<Manifest> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'throughline backup' })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    await client.query(plainText)
    return await writeArchive(file, async addTable => {
      const tables: TableEntry[] = []
      for (const table of await listTables(client)) {
        const { through, measured } = measureRows()
        const rows = client.query(copyTo(copyOut(client, table)))
        rows.on('error', fault => through.destroy(fault))
        await addTable(table.name, rows.pipe(through))
        const entry = { name: table.name, columns: table.columns, ...measured() }
        tables.push(entry)
        tell(entry)
      }
      return {
        format: 'throughline-backup',
        version: formatVersion,
        takenAt: now.toString(),
        secretMark: secretMark(secret),
        migrations: (await client.query('select name, hash from migration order by name')).rows,
        tables,
        sequences: await readSequences(client),
        auditHeads: await readHeads(client),
      }
    })
  } finally {
    await client.end()
  }
}

async function readHeads(client: Client): Promise<Manifest['auditHeads']> {
  const { rows } = await client.query<{ service_id: string; position: string; hash: string }>(`
    select distinct on (service_id) service_id, position, encode(hash, 'hex') as hash
    from audit_seal order by service_id, position desc`)
  return Object.fromEntries(
    rows.map(({ service_id, position, hash }) => [service_id, { position: Number(position), hash }]),
  )
}
