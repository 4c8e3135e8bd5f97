import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { expect, inject, test } from 'vitest'
import { migrate } from '../../platform/database/index.ts'
import { foldedNameOf, wholeNamesOf } from './addChild.ts'

const names = [
  ['Tariq', 'Amin', ''],
  ['Tariq', 'Amin', 'T.J.'],
  ['Tariq', 'Amin', 'Big Tee'],
  ['José María', 'Amin-Quell', 'María'],
  ['Siân', 'O’Connor-Łukasz', 'Shân'],
  ['', 'Bo', 'Bee'],
  ['Li', '', ''],
] as const

test('children who were there before whole names were kept have them as if they were added today', async () => {
  const addressOf = (name: string) =>
    Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href
  const owner = `plain_${randomBytes(6).toString('hex')}`
  await withClient(addressOf('postgres'), async client => {
    await client.query(`create role ${owner} login password 'plain'`)
    await client.query(`grant ${owner} to current_user`)
    await client.query(`create database ${owner} owner ${owner}`)
  })
  // An owner who is under row-level security as well, as on a server that is shared.
  const url = Object.assign(new URL(addressOf(owner)), { username: owner, password: 'plain' }).href
  await migrate(url, 'migrations', '0006')
  await withClient(url, async client => {
    await client.query(`select set_config('throughline.system', 'on', false)`)
    const { rows } = await client.query(`insert into service (name) values ('Ours') returning service_id`)
    for (const [givenName, familyName, knownAs] of names) {
      const folded = foldedNameOf({ givenName, familyName, knownAs })
      await client.query(
        `insert into child (service_id, reference, given_name, family_name, known_as, folded_name, birth_date_basis)
         values ($1, $2, $3, $4, $5, $6, 'unknown')`,
        [rows[0].service_id, folded, givenName, familyName, knownAs, folded],
      )
    }
  })
  expect(await migrate(url, 'migrations')).toContain('0006_access.sql')
  await withClient(url, async client => {
    await client.query(`select set_config('throughline.system', 'on', false)`)
    for (const [givenName, familyName, knownAs] of names) {
      const { rows } = await client.query('select whole_names from child where reference = $1', [
        foldedNameOf({ givenName, familyName, knownAs }),
      ])
      expect(rows[0].whole_names).toEqual(wholeNamesOf({ givenName, familyName, knownAs }))
    }
    const { rows: noted } = await client.query(`select from audit_event where action = 'update'`)
    expect(noted).toEqual([])
  })
})

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await work(client).finally(() => client.end())
}
