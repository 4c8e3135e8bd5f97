import { type Config, openSecret, type Secret } from '../platform/config/index.ts'
import { checkSecretMark, startEmbeddedPostgres } from '../platform/database/index.ts'

/** The database as its owner reaches it, as it is: nothing is migrated. */
export type OwnerDatabase = { config: Config; secret: Secret; ownerUrl: string; close(): Promise<void> }

/**
 * Opens the embedded database (starting it, or joining it where it runs already), or the server of DATABASE_URL.
 * @throws SecretFault when the database was made with another secret
 */
export async function openOwnerDatabase(
  config: Config,
  say: (text: string) => void = () => {},
): Promise<OwnerDatabase> {
  const secret = openSecret(config)
  const embedded = config.databaseUrl
    ? undefined
    : await startEmbeddedPostgres({ folder: config.dataFolder, secret, say })
  const ownerUrl = embedded?.ownerUrl ?? config.databaseUrl ?? ''
  const close = async () => embedded?.stop()
  try {
    await checkSecretMark(ownerUrl, secret)
  } catch (fault) {
    await close()
    throw fault
  }
  return { config, secret, ownerUrl, close }
}
