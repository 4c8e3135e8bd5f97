import { expect, test } from 'vitest'
import { makeEarlierDatabase, withClient } from '../../app/testkit/earlierDatabase.ts'
import { migrate } from '../../platform/database/index.ts'

/** What a note was in each of its versions. */
const notes = {
  'always ordinary': ['ordinary', 'ordinary'],
  'sensitive still': ['sensitive', 'sensitive'],
  'ordinary since its third version': ['sensitive', 'sensitive', 'ordinary', 'ordinary'],
  'sensitive in between': ['ordinary', 'sensitive', 'ordinary'],
  'sensitive again': ['sensitive', 'ordinary', 'sensitive'],
} as const

test('notes that had become ordinary before that was remembered keep what they said while they were sensitive', async () => {
  const url = await makeEarlierDatabase('0027')
  await withClient(url, async client => {
    const [service] = (await client.query(`insert into service (name) values ('Ours') returning service_id`))
      .rows
    const [person] = (
      await client.query(
        `insert into person_account (service_id, email, name, roles) values ($1, 'a@example.test', 'A', '{officer}') returning user_id`,
        [service.service_id],
      )
    ).rows
    const [child] = (
      await client.query(
        `insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
         values ($1, 'one', 'Tariq', 'Amin', 'tariq amin', 'unknown') returning child_id`,
        [service.service_id],
      )
    ).rows
    for (const [text, [first, ...later]] of Object.entries(notes)) {
      const [note] = (
        await client.query(
          `insert into note (service_id, child_id, kind, text, happened_at, written_by, sensitivity)
           values ($1, $2, 'other', $3, now(), $4, $5) returning note_id`,
          [service.service_id, child.child_id, text, person.user_id, first],
        )
      ).rows
      for (const sensitivity of later)
        await client.query('update note set sensitivity = $2, version = version + 1 where note_id = $1', [
          note.note_id,
          sensitivity,
        ])
    }
  })
  expect(await migrate(url, 'migrations')).toContain('0027_review.sql')
  await withClient(url, async client => {
    const { rows } = await client.query('select text, sensitive_through as through from note')
    expect(Object.fromEntries(rows.map(({ text, through }) => [text, through]))).toEqual({
      'always ordinary': 0,
      'sensitive still': 0,
      'ordinary since its third version': 2,
      'sensitive in between': 2,
      'sensitive again': 0,
    })
    const { rows: noted } = await client.query(`select from audit_event where after ? 'sensitive_through'`)
    expect(noted).toEqual([])
  })
})
