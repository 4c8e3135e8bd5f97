import type { Client } from 'pg'
import { expect, test } from 'vitest'
import { makeEarlierDatabase, withClient } from '../../app/testkit/earlierDatabase.ts'
import { migrate } from '../../platform/database/index.ts'

test('that no interpreter is needed stays where somebody said so, and is left open where nobody did', async () => {
  const url = await makeEarlierDatabase('0031')
  await withClient(url, async client => {
    await client.query(`insert into service (name) values ('Ours')`)
    for (const name of ['Unsaid', 'Said', 'Arrived', 'Needed']) await add(client, name)
    await client.query(`update child set needs_interpreter = true where given_name in ('Needed', 'Said')`)
    await client.query(`update child set needs_interpreter = false where given_name = 'Said'`)
    await client.query(`update child set phone = '01', version = 2 where given_name = 'Unsaid'`)
    await client.query(
      `insert into notification (service_id, reference, form, route_in, received_at, given_name, family_name, folded_name, details, child_id)
       select service_id, 'R', 'yot1', 'police-notification', now(), given_name, '', 'arrived', '{"needs-interpreter": "no"}', child_id
       from child where given_name = 'Arrived'`,
    )
  })
  await migrate(url, 'migrations')
  await withClient(url, async client => {
    const { rows } = await client.query('select given_name, needs_interpreter from child order by 1')
    expect(Object.fromEntries(rows.map(row => [row.given_name, row.needs_interpreter]))).toEqual({
      Arrived: false,
      Needed: true,
      Said: false,
      Unsaid: null,
    })
  })
})

const add = (client: Client, name: string) =>
  client.query(
    `insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
     select service_id, $1, $1, '', lower($1), 'unknown' from service`,
    [name],
  )
