/**
 * Writes what the migrations make: migrations/schema.sql, to be read and compared, and the types of the tables.
 * Run it after adding a migration: npm run schema
 */
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startEmbeddedPostgres } from '../src/platform/database/embeddedPostgres.ts'
import { generateTypes } from '../src/platform/database/generateTypes.ts'
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
  generateTypes(postgres.ownerUrl, 'src/platform/database/schema.generated.ts')
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}
