import { expect, test } from 'vitest'
import { makeEarlierDatabase, withClient } from '../../app/testkit/earlierDatabase.ts'
import { migrate } from '../../platform/database/index.ts'

test('what was closed and opened again before says so afterwards, as the audit has it', async () => {
  const url = await makeEarlierDatabase('0044')
  await withClient(url, async client => {
    await client.query(`insert into service (name) values ('Ours')`)
    const { rows } = await client.query(
      `insert into person_account (service_id, email, name, roles) select service_id, 'o@ours.example', 'Olive', '{officer}' from service returning user_id`,
    )
    await client.query(`select set_config('throughline.user', $1, false)`, [rows[0].user_id])
    await client.query(
      `insert into notification (service_id, form, route_in, received_at, given_name, family_name, folded_name, details, closed_at, closed_reason, closed_by)
       select service_id, 'esp-referral', 'school-or-college', now(), 'Ann', 'Lee', 'ann lee', '{}', now(), 'Withdrawn', user_id from person_account`,
    )
    await client.query(`select set_config('throughline.reason', 'The school rang', false)`)
    await client.query('update notification set closed_at = null, closed_reason = null, closed_by = null')
    await client.query(`select set_config('throughline.reason', '', false)`)
    await client.query(`update notification set closed_at = now(), closed_reason = 'Sent twice'`)
  })
  await migrate(url, 'migrations')
  await withClient(url, async client => {
    const { rows } = await client.query(
      `select r.closed_reason, c.name as closer, r.reason, o.name as opener from arrival_reopening r
       join person_account c on c.user_id = r.closed_by join person_account o on o.user_id = r.reopened_by`,
    )
    expect(rows).toEqual([
      { closed_reason: 'Withdrawn', closer: 'Olive', reason: 'The school rang', opener: 'Olive' },
    ])
  })
})
