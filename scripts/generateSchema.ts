/**
 * Writes what the migrations make: migrations/schema.sql, to be read and compared, and the types of the tables.
 * Run it after adding a migration: npm run schema
 */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../src/platform/database/embeddedPostgres.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { dumpSchema } from '../src/platform/database/schemaDump.ts'

const folder = join(tmpdir(), `throughline-schema-${process.pid}`)
const postgres = await startEmbeddedPostgres({ folder, secret: { derive: purpose => `schema ${purpose}` } })
try {
  await migrate(postgres.ownerUrl, 'migrations')
  const client = new Client({ connectionString: postgres.ownerUrl })
  await client.connect()
  writeFileSync('migrations/schema.sql', await dumpSchema(client))
  await client.end()
  const types = {
    timestamptz: 'Temporal.Instant',
    date: 'Temporal.PlainDate',
    int8: 'number',
    numeric: 'number',
    xid8: 'string',
  }
  const words = [
    '--dialect=postgres',
    `--url=${postgres.ownerUrl}`,
    '--default-schema=public',
    '--include-pattern=public.*',
  ]
  const out = '--out-file=src/platform/database/schema.generated.ts'
  execFileSync('kysely-codegen', [...words, `--type-mapping=${JSON.stringify(types)}`, out], {
    stdio: 'inherit',
  })
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
