import { expect, test } from 'vitest'
import { makeEarlierDatabase, withClient } from '../../app/testkit/earlierDatabase.ts'
import { migrate } from '../../platform/database/index.ts'

test('of earlier notes those say the day alone whose moment was put there by the program', async () => {
  const url = await makeEarlierDatabase('0031')
  const notes = {
    'midday of an earlier day': ['2026-06-19T11:00Z', '2026-06-20T09:00Z'],
    'the moment of writing': ['2026-06-20T09:00:12.345Z', '2026-06-20T09:00:12.345Z'],
    'midday of the same day': ['2026-06-20T11:00Z', '2026-06-20T15:00Z'],
    'another time': ['2026-06-19T13:30Z', '2026-06-20T09:00Z'],
  }
  await withClient(url, async client => {
    await client.query(
      `with ours as (insert into service (name) values ('Ours') returning service_id),
       person as (insert into person_account (service_id, name, email, roles) select service_id, 'Olive', 'olive@ours.example', '{officer}' from ours)
       insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
       select service_id, 'one', 'Tariq', 'Amin', 'tariq amin', 'unknown' from ours`,
    )
    for (const [text, [happened, written]] of Object.entries(notes))
      await client.query(
        `insert into note (service_id, child_id, kind, text, happened_at, written_at, written_by)
         select c.service_id, c.child_id, 'other', $1, $2, $3, p.user_id from child c join person_account p using (service_id)`,
        [text, happened, written],
      )
  })
  await migrate(url, 'migrations')
  await withClient(url, async client => {
    const { rows } = await client.query('select text from note where is_day order by happened_at')
    expect(rows.map(({ text }) => text)).toEqual(['midday of an earlier day', 'the moment of writing'])
  })
})
