import { expect, test } from 'vitest'
import { makeEarlierDatabase, withClient } from '../../app/testkit/earlierDatabase.ts'
import { migrate } from '../../platform/database/index.ts'

test('who wrote in a part before the upgrade is known after it: whoever saved it last, and all whom the audit names', async () => {
  const url = await makeEarlierDatabase('0062')
  const [first, second] = await withClient(url, async client => {
    const { rows: people } = await client.query(
      `with s as (insert into service (name) values ('Ours') returning service_id)
       insert into person_account (service_id, email, name, roles, password_hash)
       select service_id, lower(name) || '@example.test', name, '{senior}', 'none'
       from s, unnest(array['Ann', 'Bo']) as name returning service_id as service, user_id as id`,
    )
    const [ann, bo] = people
    const actAs = (person: { service: string; id: string }) =>
      client.query(
        `select set_config('throughline.service', $1, false), set_config('throughline.user', $2, false)`,
        [person.service, person.id],
      )
    await actAs(ann)
    const { rows: children } = await client.query(
      `insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
       values ($1, 'one', 'Tariq', 'Amin', 'tariq amin', 'unknown') returning child_id as id`,
      [ann.service],
    )
    const { rows: forms } = await client.query(
      `insert into assessment (service_id, child_id, form, wording, begun_by, begun_at)
       values ($1, $2, 'review', '2026-1', $3, now()) returning assessment_id as id`,
      [ann.service, children[0].id, ann.id],
    )
    await client.query(
      `insert into assessment_section (service_id, assessment_id, section, child_id, answers, saved_by, saved_at)
       values ($1, $2, 'plan', $3, '{}', $4, now())`,
      [ann.service, forms[0].id, children[0].id, ann.id],
    )
    await actAs(bo)
    await client.query(`update assessment_section set saved_by = $1, version = 2`, [bo.id])
    return [String(ann.id), String(bo.id)]
  })
  await migrate(url, 'migrations')
  await withClient(url, async client => {
    const { rows } = await client.query('select written_by as by, version from assessment_section')
    expect(rows).toEqual([{ by: expect.arrayContaining([first, second]), version: 2 }])
    const { rows: noted } = await client.query(
      `select action from audit_event where table_name = 'assessment_section' order by id`,
    )
    expect(noted).toEqual([{ action: 'insert' }, { action: 'update' }])
  })
})

test('of a form that came with a merged record, whoever wrote it is known, and whoever merged the records is no writer', async () => {
  const url = await makeEarlierDatabase('0062')
  const [writer, corrector] = await withClient(url, async client => {
    const { rows: people } = await client.query(
      `with s as (insert into service (name) values ('Ours') returning service_id)
       insert into person_account (service_id, email, name, roles, password_hash)
       select service_id, lower(name) || '@example.test', name, '{senior}', 'none'
       from s, unnest(array['Ann', 'Bo', 'Sam']) as name returning service_id as service, user_id as id`,
    )
    const [ann, bo, sam] = people
    const actAs = (person: { service: string; id: string }) =>
      client.query(
        `select set_config('throughline.service', $1, false), set_config('throughline.user', $2, false)`,
        [person.service, person.id],
      )
    await actAs(ann)
    const { rows: children } = await client.query(
      `insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
       select $1, name, name, 'Amin', name, 'unknown' from unnest(array['kept', 'gone']) name returning child_id as id`,
      [ann.service],
    )
    const [kept, gone] = children
    await client.query(
      `with f as (insert into assessment (service_id, child_id, form, wording, begun_by, begun_at)
         values ($1, $2, 'review', '2026-1', $3, now()) returning assessment_id)
       insert into assessment_section (service_id, assessment_id, section, child_id, answers, saved_by, saved_at)
       select $1, assessment_id, 'plan', $2, '{}', $3, now() from f`,
      [ann.service, gone.id, ann.id],
    )
    await actAs(bo)
    await client.query('update assessment_section set saved_by = $1, version = 2', [bo.id])
    await actAs(sam)
    await client.query('begin')
    await client.query('set constraints all deferred')
    await client.query('update assessment set child_id = $1', [kept.id])
    await client.query('update assessment_section set child_id = $1', [kept.id])
    await client.query('commit')
    return [String(ann.id), String(bo.id)]
  })
  await migrate(url, 'migrations')
  await withClient(url, async client => {
    const { rows } = await client.query('select written_by as by from assessment_section')
    expect([...rows[0].by].sort()).toEqual([writer, corrector].sort())
  })
})
