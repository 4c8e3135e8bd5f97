import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import type { Work } from '../../platform/database/index.ts'
import { listPast } from '../appointments/appointmentQueries.ts'
import { caseAfter, diversion } from '../cases/cases.testkit.ts'
import { listNotes, notesOnPage } from './noteQueries.ts'

let service: TestService
let officer: TestPerson
let childId: string

const count = 2_000

/** A child with thousands of notes and as many appointments of the past, a day apart. */
beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Robin Worker')
  const by = { serviceId: service.serviceId, userId: officer.userId }
  const opened = await service.as(officer, tx => caseAfter(tx, by, diversion(), []))
  childId = opened.childId
  const values = [service.serviceId, childId, officer.userId]
  await service.asOwner(
    `insert into note (service_id, child_id, kind, text, happened_at, written_by)
     select $1, $2, 'conversation', 'Met ' || n, $4::timestamptz - make_interval(days => n), $3 from generate_series(1, ${count}) n`,
    [...values, service.clock.now.toString()],
  )
  await service.asOwner(
    `insert into appointment (service_id, child_id, with_user, involvement_id, kind, starts_at, minutes, place, state,
       what_happened, recorded_at)
     select $1, $2, $3, $5, 'office', $4::timestamptz - make_interval(days => n), 30, 'Office', 'kept', 'Met',
       $4::timestamptz from generate_series(1, ${count}) n`,
    [...values, service.clock.now.toString(), opened.involvementId],
  )
  // Others have notes and appointments too.
  await service.asOwner(
    `with children as (
      insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
      select $1, 'R' || n, 'Tariq', 'Amin', 'tariq amin', 'unknown' from generate_series(1, 200) n returning child_id
    ), cases as (
      insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
      select $1, child_id, 'diversion', 'police-notification', 'notified', $3 from children returning involvement_id, child_id
    ), met as (
      insert into appointment (service_id, child_id, with_user, involvement_id, kind, starts_at, minutes, place, state,
        what_happened, recorded_at)
      select $1, child_id, $2, involvement_id, 'office', $3::timestamptz - make_interval(days => n), 30, 'Office', 'kept',
        'Met', $3 from cases, generate_series(1, 20) n
    )
    insert into note (service_id, child_id, kind, text, happened_at, written_by)
    select $1, child_id, 'conversation', 'Met ' || n, $3::timestamptz - make_interval(days => n), $2
    from children, generate_series(1, 20) n`,
    [service.serviceId, officer.userId, service.clock.now.toString()],
  )
  await service.asOwner('analyze')
})
afterAll(() => service.close())

/** How many rows of a table a question reads in its transaction, and what it answers. */
async function reading<T>(
  tx: Work,
  table: string,
  ask: () => Promise<T>,
): Promise<{ found: T; read: number }> {
  const soFar = async () => {
    const { rows } = await sql<{ read: number }>`
      select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables
      where relname = ${table}`.execute(tx)
    return rows[0]?.read ?? 0
  }
  const before = await soFar()
  const found = await ask()
  return { found, read: (await soFar()) - before }
}

describe(`a child with ${count} of each`, () => {
  /** Reads on to the end by the last of each page. @returns how many pages there were, and the most rows that one read */
  const readOn = async <T>(
    table: string,
    list: (tx: Work, after: string | null) => Promise<T[]>,
    idOf: (row: T) => string,
  ) =>
    service.as(officer, async tx => {
      let [pages, most, after, isLast] = [0, 0, null as string | null, false]
      while (!isLast) {
        const { found, read } = await reading(tx, table, () => list(tx, after))
        pages += 1
        most = Math.max(most, read)
        isLast = found.length <= notesOnPage
        const last = found[Math.min(found.length, notesOnPage) - 1]
        after = last ? idOf(last) : null
      }
      return { pages, most }
    })

  test('no page of notes reads more than a few beyond those that it shows', async () => {
    const { pages, most } = await readOn(
      'note',
      (tx, after) => listNotes(tx, childId, after),
      ({ noteId }) => noteId,
    )
    expect(pages).toBe(count / notesOnPage)
    expect(most).toBeLessThan(notesOnPage * 2)
  })

  test('no page of contacts reads more than a few beyond those that it shows', async () => {
    const { pages, most } = await readOn(
      'appointment',
      (tx, after) => listPast(tx, childId, after),
      ({ appointmentId }) => appointmentId,
    )
    expect(pages).toBe(count / notesOnPage)
    expect(most).toBeLessThan(notesOnPage * 2)
  })
})
