import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import { caseAfter, diversion } from '../../record/cases/cases.testkit.ts'
import type { TestPerson, TestService } from './service.ts'

/** Children of the past with an open case each: the first of them has most of what a test reads. */
export async function manyChildren(
  service: TestService,
  officer: TestPerson,
): Promise<{ childId: string; involvementId: string }> {
  const { serviceId } = service
  const opened = await service.as(officer, tx =>
    caseAfter(tx, { serviceId, userId: officer.userId }, diversion(), []),
  )
  await service.asOwner(
    `with children as (
      insert into child (service_id, reference, given_name, family_name, folded_name, birth_date_basis)
      select $1, 'R' || n, 'Tariq', 'Amin', 'tariq amin', 'unknown' from generate_series(1, 200) n returning child_id
    )
    insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
    select $1, child_id, 'diversion', 'police-notification', 'notified', $2 from children`,
    [serviceId, service.clock.now.toString()],
  )
  return opened
}

/** Reads a list on to its end, each page from the last row of the one before. @returns how many pages there were, and the most rows of a table that one read */
export async function readOn<T>(
  tx: Work,
  table: string,
  list: (after: string | null) => Promise<T[]>,
  { onPage, idOf }: { onPage: number; idOf: (row: T) => string },
): Promise<{ pages: number; most: number }> {
  const soFar = async () => {
    const { rows } = await sql<{ read: number }>`
      select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables
      where relname = ${table}`.execute(tx)
    return rows[0]?.read ?? 0
  }
  let after: string | null = null
  for (let pages = 1, most = 0; ; pages++) {
    const before = await soFar()
    const found: T[] = await list(after)
    most = Math.max(most, (await soFar()) - before)
    const last = found[onPage - 1]
    if (found.length <= onPage || !last) return { pages, most }
    after = idOf(last)
  }
}
