import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Config, Secret } from '../platform/config/index.ts'
import {
  type DB,
  keepSecretMark,
  makeAppLogin,
  migrate,
  openDatabase,
  openPool,
} from '../platform/database/index.ts'
import { prepareJobs } from '../platform/jobs/index.ts'
import { openOwnerDatabase } from './ownerDatabase.ts'
import { jobs } from './slices.ts'

/** An installation of Throughline: its secret and its database, migrated and ready. */
export type Installation = {
  config: Config
  secret: Secret
  /** For the owner's work only: migrations, backup, audit across services. */
  ownerUrl: string
  appUrl: string
  pool: Pool
  db: Kysely<DB>
  /** The migrations that were applied just now. */
  migrated: string[]
  close(): Promise<void>
}

/** The folder of the project: the built program lies in dist/, the sources in src/app/. */
export const projectFolder = fileURLToPath(
  new URL(import.meta.url.endsWith('/dist/throughline.js') ? '..' : '../..', import.meta.url),
)

/**
 * Opens the database (the embedded one, or the server that DATABASE_URL names), brings it up to date, and connects
 * as the application.
 */
export async function openInstallation(
  config: Config,
  say: (text: string) => void = () => {},
): Promise<Installation> {
  const owner = await openOwnerDatabase(config, say)
  const { secret, ownerUrl } = owner
  try {
    const migrated = await migrate(ownerUrl, `${projectFolder}/migrations`)
    await keepSecretMark(ownerUrl, secret)
    if (migrated.length > 0) say(`Migrated the database: ${migrated.join(', ')}`)
    await prepareJobs(ownerUrl, jobs)
    const appUrl = config.databaseAppUrl ?? (await makeAppLogin(ownerUrl, secret))
    const pool = openPool(appUrl, 'app')
    const db = openDatabase(pool)
    return {
      config,
      secret,
      ownerUrl,
      appUrl,
      pool,
      db,
      migrated,
      async close() {
        await db.destroy()
        await owner.close()
      },
    }
  } catch (fault) {
    await owner.close()
    throw fault
  }
}
