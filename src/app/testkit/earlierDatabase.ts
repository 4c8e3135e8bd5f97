import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { migrate } from '../../platform/database/index.ts'

/**
 * An empty database as it was before a migration, whose owner is under row-level security as well, as on a server that is
 * shared.
 * @param before the number of the migration that is not applied, nor any after it
 * @returns its owner's address; `migrate` brings it up to date
 */
export async function makeEarlierDatabase(before: string): Promise<string> {
  const owner = `plain_${randomBytes(6).toString('hex')}`
  await withClient(addressOf('postgres'), async client => {
    await client.query(`create role ${owner} login password 'plain'`)
    await client.query(`grant ${owner} to current_user`)
    await client.query(`create database ${owner} owner ${owner}`)
  })
  const url = Object.assign(new URL(addressOf(owner)), { username: owner, password: 'plain' }).href
  await migrate(url, 'migrations', before)
  return url
}

const addressOf = (name: string) =>
  Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href

/** Opens a connection to a database for some work, which sees and changes every row. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`select set_config('throughline.system', 'on', false)`)
    return await work(client)
  } finally {
    await client.end()
  }
}
