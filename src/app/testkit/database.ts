import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Client, type Pool } from 'pg'
import { inject } from 'vitest'
import { openSecret, type Secret } from '../../platform/config/index.ts'
import { type DB, makeAppLogin, openDatabase, openPool } from '../../platform/database/index.ts'

/** A migrated database of a test file's own. */
export type TestDatabase = {
  ownerUrl: string
  appUrl: string
  secret: Secret
  pool: Pool
  db: Kysely<DB>
  /** Asks as the owner, across services: for setting up and for looking at what was written. */
  asOwner(text: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** Leaves the database; it goes with the server, after the run. */
  close(): Promise<void>
}

/** Copies the migrated template: a few milliseconds, and nothing of another test in it. */
export async function makeTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const templateUrl = inject('templateUrl')
  const template = new URL(templateUrl).pathname.slice(1)
  const ofOwner = async (url: string, work: (client: Client) => Promise<void>) => {
    const client = new Client({ connectionString: url })
    await client.connect()
    await work(client).finally(() => client.end())
  }
  const maintenance = new URL(templateUrl)
  maintenance.pathname = '/postgres'
  await ofOwner(maintenance.href, async client => {
    await client.query(`create database ${name} template ${template}`)
  })
  const ownerUrl = Object.assign(new URL(templateUrl), { pathname: `/${name}` }).href
  const secret = openSecret({ secret: `the secret of ${name}, long enough to use`, dataFolder: '' })
  const appUrl = await makeAppLogin(ownerUrl, secret)
  const pool = openPool(appUrl, 'test', 8)
  const owner = new Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`select set_config('throughline.system', 'on', false)`)
  return {
    ownerUrl,
    appUrl,
    secret,
    pool,
    db: openDatabase(pool),
    asOwner: async (text, values = []) => (await owner.query(text, values)).rows as Record<string, unknown>[],
    async close() {
      await pool.end()
      await owner.end()
    },
  }
}
