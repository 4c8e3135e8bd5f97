import { expect, test } from 'vitest'
import { makeEarlierDatabase, withClient } from '../../app/testkit/earlierDatabase.ts'
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
  const url = await makeEarlierDatabase('0006')
  await withClient(url, async client => {
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
    for (const [givenName, familyName, knownAs] of names) {
      const { rows } = await client.query('select whole_names from child where reference = $1', [
        foldedNameOf({ givenName, familyName, knownAs }),
      ])
      expect(rows[0].whole_names).toEqual(wholeNamesOf({ givenName, familyName, knownAs }))
    }
    const { rows: noted } = await client.query(
      `select from audit_event where action = 'update' and after ? 'whole_names'`,
    )
    expect(noted).toEqual([])
  })
})
