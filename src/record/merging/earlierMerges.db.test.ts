import type { Client } from 'pg'
import { expect, test } from 'vitest'
import { makeEarlierDatabase, withClient } from '../../app/testkit/earlierDatabase.ts'
import { migrate } from '../../platform/database/index.ts'

/** In the summer half an hour before midnight in Greenwich is the next day in London. */
const noted = '2026-06-15T23:30:00Z'

test('a merge from when past addresses stood apart is taken back whole after the upgrade that brought them together', async () => {
  const url = await makeEarlierDatabase('0025')
  const { kept, gone } = await withClient(url, mergeAsThen)
  expect(await migrate(url, 'migrations')).toContain('0025_one_history.sql')
  await withClient(url, async client => {
    const addresses = async () => {
      const { rows } = await client.query(
        'select child_id as child, address, until_on::text as until from child_address order by address',
      )
      return rows
    }
    await actAs(client)
    expect(await addresses()).toEqual([
      { child: kept, address: '1 Elm Way', until: '2026-06-16' },
      { child: kept, address: '5 Ash Close', until: '2026-11-20' },
      { child: kept, address: '9 Oak Row', until: '2026-06-16' },
    ])
    await client.query('begin')
    const { rows } = await client.query(
      `select unmerge_records(merge_id, '{}', 'Two', now()) as answer from record_merge`,
    )
    expect(rows).toEqual([{ answer: 'done' }])
    await client.query('commit')
    expect(await addresses()).toEqual([
      { child: kept, address: '1 Elm Way', until: '2026-06-16' },
      { child: gone, address: '9 Oak Row', until: '2026-06-16' },
    ])
    // Nobody has written anything since: what the upgrade wrote does not count, and nothing is shut for safety.
    const { rows: shut } = await client.query('select child_id as child from child_restriction')
    expect(shut).toEqual([{ child: kept }])
  })
})

test('what an earlier unmerging left with the other child goes where it belongs', async () => {
  const url = await makeEarlierDatabase('0028')
  await withClient(url, async client => {
    const { service, senior } = await addSenior(client)
    const [one, other] = [await addChild(client, service, 'Ana'), await addChild(client, service, 'Anna')]
    const add = async (table: string, values: Record<string, unknown>) => {
      const row = { service_id: service, ...values }
      const { rows } = await client.query(
        `insert into ${table} (${Object.keys(row)}) values (${Object.keys(row).map((_, i) => `$${i + 1}`)}) returning *`,
        Object.values(row),
      )
      return rows[0]
    }
    const note = await add('note', {
      ...{ child_id: one, kind: 'other', text: 'Note', happened_at: noted, written_by: senior },
    })
    const file = await add('attachment', {
      ...{ child_id: other, note_id: note.note_id, name: 'a.pdf', description: 'A', type: 'application/pdf' },
      ...{ bytes: 1, sha256: '00', scan: 'clean', added_by: senior, added_at: noted },
    })
    await add('attachment_content', {
      child_id: other,
      attachment_id: file.attachment_id,
      content: Buffer.of(1),
    })
    const agreement = await add('sharing_agreement', {
      ...{ child_id: one, what: 'Dates', has_health: false, with_whom: 'School', basis: 'task', reason: 'x' },
      ...{ from_on: '2026-06-15', recorded_by: senior, recorded_at: noted },
    })
    await add('information_shared', {
      ...{ child_id: other, agreement_id: agreement.agreement_id, what: 'Dates', has_health: false },
      ...{
        with_whom: 'School',
        way: 'letter',
        basis: 'task',
        shared_at: noted,
        shared_by: senior,
        recorded_at: noted,
      },
    })
    const began = { pathway: 'diversion', route_in: 'x', stage: 'x', started_at: noted }
    const cases = [
      await add('involvement', { child_id: one, ...began }),
      await add('involvement', { child_id: other, ...began }),
    ]
    const series = await add('appointment_series', {
      ...{
        child_id: one,
        every_weeks: 1,
        weekdays: [1],
        skips_bank_holidays: true,
        planned_by: senior,
        planned_at: noted,
      },
    })
    for (const { child_id, involvement_id } of cases)
      await add('appointment', {
        ...{ child_id, involvement_id, series_id: series.series_id, with_user: senior, kind: 'office' },
        ...{ starts_at: noted, minutes: 30, place: 'Here' },
      })
    const offence = await add('offence', { child_id: one, description: 'Broke a window' })
    await add('follow_up_offence', {
      ...{ child_id: other, involvement_id: cases[1].involvement_id, offence_id: offence.offence_id },
      ...{ verdict: 'not-further', source: 'Police', reason: 'x', judged_by: senior, judged_at: noted },
    })
    await migrate(url, 'migrations')
    for (const table of ['attachment', 'attachment_content', 'information_shared']) {
      const { rows } = await client.query(`select child_id as child from ${table}`)
      expect(rows, table).toEqual([{ child: one }])
    }
    const { rows: planned } = await client.query(
      'select child_id as child, series_id as series from appointment order by child_id = $1',
      [one],
    )
    expect(planned).toEqual([
      { child: other, series: null },
      { child: one, series: series.series_id },
    ])
    expect((await client.query('select from follow_up_offence')).rows).toEqual([])
  })
})

/** Merges two children as the program did then: the address that is not kept is written down in the same transaction. */
async function mergeAsThen(client: Client): Promise<{ kept: string; gone: string }> {
  const asked = async (text: string, values: unknown[] = []) =>
    String(Object.values((await client.query(text, values)).rows[0] ?? {})[0])
  const { service, senior } = await addSenior(client)
  const livedAt = (childId: string, address: string, at: string) =>
    client.query(
      'insert into child_past_address (service_id, child_id, address, noted_at) values ($1, $2, $3, $4)',
      [service, childId, address, at],
    )
  const [kept, gone] = [await addChild(client, service, 'Ana'), await addChild(client, service, 'Anna')]
  await livedAt(kept, '1 Elm Way', noted)
  await livedAt(gone, '9 Oak Row', noted)
  await client.query(
    'insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, $3, $4)',
    [service, kept, 'A colleague’s cousin', senior],
  )
  await client.query('insert into child_access (service_id, child_id, user_id) values ($1, $2, $3)', [
    service,
    kept,
    senior,
  ])
  await client.query('begin')
  const mark = await asked('select hold_records($1, $2)', [kept, gone])
  await livedAt(kept, '5 Ash Close', '2026-11-20T10:00:00Z')
  const merge = 'select merge_records($1, $2, $3, $4, $5, $6)'
  expect(await asked(merge, [kept, gone, mark, 'The same', ['senior'], '2026-11-20T10:00:00Z'])).toBe('done')
  await client.query('commit')
  return { kept, gone }
}

/** A service with a senior, for whom the rest of the session is done. */
async function addSenior(client: Client): Promise<{ service: string; senior: string }> {
  const { rows } = await client.query(
    `with s as (insert into service (name) values ('Ours') returning service_id)
     insert into person_account (service_id, email, name, roles, password_hash)
     select service_id, 's@example.test', 'Sam', '{senior}', 'none' from s returning service_id as service, user_id as senior`,
  )
  await actAs(client)
  return rows[0]
}

/** Adds a child. @returns its id */
async function addChild(client: Client, service: string, given: string): Promise<string> {
  const { rows } = await client.query(
    `insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
     values ($1, $2, $2, 'Amin', $2, 'unknown') returning child_id`,
    [service, given],
  )
  return String(rows[0].child_id)
}

/** Says for whom the rest of the session is done. */
async function actAs(client: Client): Promise<void> {
  await client.query(
    `select set_config('throughline.service', service_id::text, false), set_config('throughline.user', user_id::text, false)
     from person_account`,
  )
}
