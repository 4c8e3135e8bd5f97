import { Client } from 'pg'
import type { Secret } from '../config/index.ts'

/**
 * Gives the application a login of its own, which owns nothing: a member of the role `throughline_app` that the
 * migrations grant rights to. Its password is derived from the installation's secret, so every node knows it.
 * @returns the address to connect to as the application
 */
export async function makeAppLogin(ownerUrl: string, secret: Secret): Promise<string> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select current_database() as name')
    const login = `${rows[0]?.name}_login`
    const password = secret.derive(`postgres role ${login}`)
    const name = client.escapeIdentifier(login)
    await client.query(`select pg_advisory_lock(hashtextextended('throughline login', 0))`)
    const { rows: existing } = await client.query('select from pg_roles where rolname = $1', [login])
    await client.query(
      `${existing.length === 0 ? 'create' : 'alter'} role ${name} login password ${client.escapeLiteral(password)}`,
    )
    await client.query(`grant throughline_app to ${name}`)
    const url = new URL(ownerUrl)
    url.username = login
    url.password = password
    return url.href
  } finally {
    await client.end()
  }
}
