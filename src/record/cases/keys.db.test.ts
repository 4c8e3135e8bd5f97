import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { expect, inject, test } from 'vitest'
import { migrate } from '../../platform/database/index.ts'

/** An empty database of this test's own. */
async function makeEmpty(): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const addressOf = (path: string) => Object.assign(new URL(inject('templateUrl')), { pathname: path }).href
  const client = new Client({ connectionString: addressOf('/postgres') })
  await client.connect()
  await client.query(`create database ${name}`).finally(() => client.end())
  return addressOf(`/${name}`)
}

test('an answer that was kept under a key of two meanings moves to its own, with its reason', async () => {
  const url = await makeEmpty()
  await migrate(url, 'migrations', '0004_zzz')
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`select set_config('throughline.system', 'on', false)`)
    const { rows } = await client.query<{
      service: string
      account: string
      child: string
      involvement: string
    }>(`
      with s as (insert into service (name) values ('Ours') returning service_id)
      select service_id as service, uuidv7() as account, uuidv7() as child, uuidv7() as involvement from s`)
    const { service, account, child, involvement } = rows[0] ?? {}
    await client.query(
      `insert into person_account (service_id, user_id, email, name, roles) values ($1, $2, 'o@example.test', 'Olive', '{officer}')`,
      [service, account],
    )
    await client.query(
      `insert into child (service_id, child_id, reference, given_name, family_name, folded_name, birth_date_basis)
       values ($1, $2, 'KEYS-0001', 'Kay', 'Keys', 'kay keys', 'unknown')`,
      [service, child],
    )
    await client.query(
      `insert into involvement (service_id, child_id, involvement_id, pathway, route_in, stage, started_at)
       values ($1, $2, $3, 'diversion', 'police-notification', 'screened', now())`,
      [service, child, involvement],
    )
    await client.query(
      `insert into milestone (service_id, child_id, involvement_id, step, stage, happened_at, recorded_by, answers, words)
       values ($1, $2, $3, 'screen', 'screened', now(), $4, '{"safe-now": "yes", "safe-now-reason": "His brother", "worries": "Some"}', '{}'),
         ($1, $2, $3, 'end', 'active', now(), $4, '{"safe-now": "Safe and well"}', '{}')`,
      [service, child, involvement, account],
    )
    await migrate(url, 'migrations')
    const { rows: kept } = await client.query('select step, answers from milestone order by step desc')
    expect(kept).toEqual([
      {
        step: 'screen',
        answers: { 'danger-now': 'yes', 'danger-now-reason': 'His brother', worries: 'Some' },
      },
      { step: 'end', answers: { 'safe-now': 'Safe and well' } },
    ])
  } finally {
    await client.end()
  }
})
