import { Client } from 'pg'
import type { Secret } from '../config/index.ts'

/**
 * Gives the application a login of its own, which owns nothing: a member of the role `throughline_app` that the
 * migrations grant rights to. Its password is derived from the installation's secret, so every node knows it: call
 * this only after `checkSecretMark` has found that the secret is the database's.
 * @returns the address to connect to as the application
 */
export async function makeAppLogin(ownerUrl: string, secret: Secret): Promise<string> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const database = await currentDatabase(client)
    const { login, password, url } = appLogin(ownerUrl, database, secret)
    const name = client.escapeIdentifier(login)
    await client.query(`select pg_advisory_lock(hashtextextended('throughline login', 0))`)
    const { rows: existing } = await client.query('select from pg_roles where rolname = $1', [login])
    await client.query(
      `${existing.length === 0 ? 'create' : 'alter'} role ${name} login password ${client.escapeLiteral(password)}`,
    )
    await client.query(`grant throughline_app to ${name}`)
    // The application needs no tables of its own. Where the owner of the tables does not own the database, this
    // only warns.
    await client.query(`revoke temporary on database ${client.escapeIdentifier(database)} from public`)
    return url
  } finally {
    await client.end()
  }
}

/** Where the application connects with its own login, as it is: nothing is made or changed. */
export async function findAppLogin(client: Client, ownerUrl: string, secret: Secret): Promise<string> {
  return appLogin(ownerUrl, await currentDatabase(client), secret).url
}

function appLogin(ownerUrl: string, database: string, secret: Secret) {
  const login = `${database}_login`
  const password = secret.derive(`postgres role ${login}`)
  const url = Object.assign(new URL(ownerUrl), { username: login, password })
  return { login, password, url: url.href }
}

async function currentDatabase(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  return rows[0]?.name ?? ''
}
