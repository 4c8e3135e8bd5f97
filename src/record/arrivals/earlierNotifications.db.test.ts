import { expect, test } from 'vitest'
import { makeEarlierDatabase, withClient } from '../../app/testkit/earlierDatabase.ts'
import { migrate } from '../../platform/database/index.ts'

test('notifications that were there before referrals are known by the same words, form and reference', async () => {
  const url = await makeEarlierDatabase('0007')
  await withClient(url, async client => {
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
