import type { Client } from 'pg'
import { expect, test } from 'vitest'
import { makeEarlierDatabase, withClient } from '../../app/testkit/earlierDatabase.ts'
import { migrate } from '../../platform/database/index.ts'

const purpose = 'Upgrade: left open what people are who were taken for parents by a word'

test('who was taken for a parent by a word is left open, and who was chosen as one stays', async () => {
  const url = await makeEarlierDatabase('0020')
  const child = await withClient(url, async client => {
    const child = await addChild(client)
    for (const words of ['Mother', 'Step-dad', 'Mother’s partner', 'foster mother'])
      await add(client, child, words)
    return child
  })
  await migrate(url, 'migrations', '0026')
  await withClient(url, async client => {
    // Chosen in the form that asks what the person is.
    await add(client, child, 'Birth mother', { kind: 'parent' })
    await add(client, child, 'Mother and main carer', { kind: 'parent' })
  })
  await migrate(url, 'migrations')
  await withClient(url, async client => {
    const { rows } = await client.query('select relationship, kind from child_person')
    expect(Object.fromEntries(rows.map(({ relationship, kind }) => [relationship, kind]))).toEqual({
      Mother: 'parent',
      'Step-dad': 'parent',
      'Mother’s partner': 'other',
      'foster mother': 'other',
      'Birth mother': 'parent',
      'Mother and main carer': 'parent',
    })
    const { rows: noted } = await client.query(
      `select purpose from audit_event where table_name = 'child_person' and action = 'update'`,
    )
    expect(noted).toEqual([{ purpose }, { purpose }])
  })
})

type Row = { serviceId: string; childId: string }

async function addChild(client: Client): Promise<Row> {
  const { rows } = await client.query<Row>(
    `with ours as (insert into service (name) values ('Ours') returning service_id)
     insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
     select service_id, 'one', 'Tariq', 'Amin', 'tariq amin', 'unknown' from ours
     returning service_id as "serviceId", child_id as "childId"`,
  )
  const [row] = rows
  if (!row) throw new Error('no child was added')
  return row
}

async function add(
  client: Client,
  { serviceId, childId }: Row,
  relationship: string,
  more: { kind?: string } = {},
) {
  const columns = Object.keys(more).map(name => `, ${name}`)
  const values = Object.values(more).map(value => `, '${value}'`)
  await client.query(
    `insert into child_person (service_id, child_id, name, relationship ${columns}) values ($1, $2, 'Sam', $3 ${values})`,
    [serviceId, childId, relationship],
  )
}
