import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../app/testkit/database.ts'
import { generateTypes } from './generateTypes.ts'
import { dumpSchema } from './schemaDump.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())

test('what the migrations make is what migrations/schema.sql says: npm run schema writes it anew', async () => {
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  const dump = await dumpSchema(client).finally(() => client.end())
  expect(dump).toBe(readFileSync('migrations/schema.sql', 'utf8'))
})

test('the types of the tables are those of the database: npm run schema writes them anew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-types-'))
  const file = join(folder, 'schema.generated.ts')
  generateTypes(database.ownerUrl, file)
  const fresh = readFileSync(file, 'utf8')
  rmSync(folder, { recursive: true })
  expect(fresh).toBe(readFileSync('src/platform/database/schema.generated.ts', 'utf8'))
})

test('every constraint has a name of ours, so that a refusal can be told in words', async () => {
  const rows = await database.asOwner(
    `select conrelid::regclass::text as table, conname as name from pg_constraint
     where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'u', 'p') and (
       conname ~ '_(pkey|fkey|key|check)\\d*$' or not starts_with(conname, conrelid::regclass::text || '_'))`,
  )
  expect(rows).toEqual([])
})
