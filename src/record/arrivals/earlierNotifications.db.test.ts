import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { expect, inject, test } from 'vitest'
import { migrate } from '../../platform/database/index.ts'

test('notifications that were there before referrals are known by the same words, form and reference', async () => {
  const addressOf = (name: string) =>
    Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href
  const name = `earlier_${randomBytes(6).toString('hex')}`
  await withClient(addressOf('postgres'), client => client.query(`create database ${name}`))
  const url = addressOf(name)
  await migrate(url, 'migrations', '0007')
  await withClient(url, async client => {
    await client.query(`select set_config('throughline.system', 'on', false)`)
    const { rows } = await client.query(`insert into service (name) values ('Ours') returning service_id`)
    const details = {
      postcode: 'MK9 3AA',
      phone: '07700 900100',
      'parent-phone': '07700 900101',
      school: 'Brook',
    }
    await client.query(
      `insert into notification (service_id, police_reference, route_in, received_at, given_name, family_name, folded_name, folded_names, details)
       values ($1, '43/1 A', 'police-notification', now(), 'Ann', 'Lee', 'ann lee', '{ann lee}', $2)`,
      [rows[0].service_id, details],
    )
  })
  expect(await migrate(url, 'migrations')).toContain('0008_referrals.sql')
  await withClient(url, async client => {
    await client.query(`select set_config('throughline.system', 'on', false)`)
    const { rows } = await client.query(
      'select reference, folded_reference, form, postcode, phone, parent_phone, school from notification',
    )
    expect(rows).toEqual([
      {
        reference: '43/1 A',
        folded_reference: '431a',
        form: 'yot1',
        postcode: 'MK9 3AA',
        phone: '07700 900100',
        parent_phone: '07700 900101',
        school: 'Brook',
      },
    ])
    const { rows: noted } = await client.query(`select from audit_event where action = 'update'`)
    expect(noted).toEqual([])
  })
})

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await work(client).finally(() => client.end())
}
