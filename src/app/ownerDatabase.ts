import { type Config, openSecret, type Secret } from '../platform/config/index.ts'
import { startEmbeddedPostgres } from '../platform/database/index.ts'

/** The database as its owner reaches it, as it is: nothing is migrated. */
export type OwnerDatabase = { config: Config; secret: Secret; ownerUrl: string; close(): Promise<void> }

/** Opens the embedded database (starting it, or joining it where it runs already), or the server of DATABASE_URL. */
export async function openOwnerDatabase(
  config: Config,
  say: (text: string) => void = () => {},
): Promise<OwnerDatabase> {
  const secret = openSecret(config)
  if (config.databaseUrl)
    return { config, secret, ownerUrl: config.databaseUrl, close: () => Promise.resolve() }
  const embedded = await startEmbeddedPostgres({ folder: config.dataFolder, secret, say })
  return { config, secret, ownerUrl: embedded.ownerUrl, close: () => embedded.stop() }
}
