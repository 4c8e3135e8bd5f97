import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { expect, inject, test } from 'vitest'
import { migrate } from '../../platform/database/index.ts'

/** In the summer half an hour before midnight in Greenwich is the next day in London. */
const noted = '2026-06-15T23:30:00Z'

test('a merge from when past addresses stood apart is taken back whole after the upgrade that brought them together', async () => {
  const addressOf = (name: string) =>
    Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href
  const name = `merged_${randomBytes(6).toString('hex')}`
  await withClient(addressOf('postgres'), client => client.query(`create database ${name}`))
  await migrate(addressOf(name), 'migrations', '0025')
  const { kept, gone } = await withClient(addressOf(name), mergeAsThen)
  expect(await migrate(addressOf(name), 'migrations')).toContain('0025_one_history.sql')
  await withClient(addressOf(name), async client => {
    const addresses = async () => {
      const { rows } = await client.query(
        'select child_id as child, address, until_on::text as until from child_address order by address',
      )
      return rows
    }
    await actAs(client)
    expect(await addresses()).toEqual([
      { child: kept, address: '1 Elm Way', until: '2026-06-16' },
      { child: kept, address: '5 Ash Close', until: '2026-11-20' },
      { child: kept, address: '9 Oak Row', until: '2026-06-16' },
    ])
    await client.query('begin')
    const { rows } = await client.query(
      `select unmerge_records(merge_id, '{}', 'Two', now()) as answer from record_merge`,
    )
    expect(rows).toEqual([{ answer: 'done' }])
    await client.query('commit')
    expect(await addresses()).toEqual([
      { child: kept, address: '1 Elm Way', until: '2026-06-16' },
      { child: gone, address: '9 Oak Row', until: '2026-06-16' },
    ])
    // Nobody has written anything since: what the upgrade wrote does not count, and nothing is shut for safety.
    const { rows: shut } = await client.query('select child_id as child from child_restriction')
    expect(shut).toEqual([{ child: kept }])
  })
})

/** Merges two children as the program did then: the address that is not kept is written down in the same transaction. */
async function mergeAsThen(client: Client): Promise<{ kept: string; gone: string }> {
  const asked = async (text: string, values: unknown[] = []) =>
    String(Object.values((await client.query(text, values)).rows[0] ?? {})[0])
  await client.query(`select set_config('throughline.system', 'on', false)`)
  const service = await asked(`insert into service (name) values ('Ours') returning service_id`)
  const senior = await asked(
    `insert into person_account (service_id, email, name, roles, password_hash) values ($1, 's@example.test', 'Sam', '{senior}', 'none') returning user_id`,
    [service],
  )
  await actAs(client)
  const child = (given: string) =>
    asked(
      `insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
       values ($1, $2, $2, 'Amin', $2, 'unknown') returning child_id`,
      [service, given],
    )
  const livedAt = (childId: string, address: string, at: string) =>
    client.query(
      'insert into child_past_address (service_id, child_id, address, noted_at) values ($1, $2, $3, $4)',
      [service, childId, address, at],
    )
  const [kept, gone] = [await child('Ana'), await child('Anna')]
  await livedAt(kept, '1 Elm Way', noted)
  await livedAt(gone, '9 Oak Row', noted)
  await client.query(
    'insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, $3, $4)',
    [service, kept, 'A colleague’s cousin', senior],
  )
  await client.query('insert into child_access (service_id, child_id, user_id) values ($1, $2, $3)', [
    service,
    kept,
    senior,
  ])
  await client.query('begin')
  const mark = await asked('select hold_records($1, $2)', [kept, gone])
  await livedAt(kept, '5 Ash Close', '2026-11-20T10:00:00Z')
  const merge = 'select merge_records($1, $2, $3, $4, $5, $6)'
  expect(await asked(merge, [kept, gone, mark, 'The same', ['senior'], '2026-11-20T10:00:00Z'])).toBe('done')
  await client.query('commit')
  return { kept, gone }
}

/** Says for whom the rest of the session is done. */
async function actAs(client: Client): Promise<void> {
  await client.query(`select set_config('throughline.system', 'on', false)`)
  await client.query(
    `select set_config('throughline.service', service_id::text, false), set_config('throughline.user', user_id::text, false)
     from person_account`,
  )
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
