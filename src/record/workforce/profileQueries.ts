import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import { isRole, type Role } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { type WeekDay, weekDaysIn } from './workingPattern.ts'

export type TermKind = 'skill' | 'language'

/** A skill or a language on the lists of the service. */
export type Term = { termId: string; kind: TermKind; title: string; isEnded: boolean }

/** What is known of a worker. Version 0: nothing has been said yet. */
export type Profile = {
  userId: string
  name: string
  roles: Role[]
  isDisabled: boolean
  minutesAWeek: number | null
  days: WeekDay[]
  terms: Term[]
  version: number
}

/** What is known of somebody who works here; undefined where there is nobody. */
export async function findProfile(tx: Work, userId: string): Promise<Profile | undefined> {
  const id = parseId<'account'>(userId)
  if (!id) return undefined
  const { rows } = await sql<Omit<Profile, 'roles' | 'days'> & { roles: string[]; days: string[] }>`
    select a.user_id as "userId", a.name, a.roles, a.disabled_at is not null as "isDisabled",
      p.minutes_a_week as "minutesAWeek", coalesce(p.days, '{}') as days, coalesce(p.version, 0) as version,
      coalesce((select jsonb_agg(jsonb_build_object('termId', t.term_id, 'kind', t.kind, 'title', t.title,
          'isEnded', t.ended_at is not null) order by t.title)
        from worker_term w join work_term t on t.service_id = w.service_id and t.term_id = w.term_id
        where w.service_id = a.service_id and w.user_id = a.user_id), '[]') as terms
    from person_account a left join worker_profile p on p.service_id = a.service_id and p.user_id = a.user_id
    where a.service_id = current_service() and a.user_id = ${id}`.execute(tx)
  const [row] = rows
  return row && { ...row, roles: row.roles.filter(isRole), days: weekDaysIn(row.days) }
}

/** What is said of a worker: hours and days of a usual week, and terms of the lists. */
export type NewProfile = { minutesAWeek: number | null; days: readonly WeekDay[]; termIds: readonly string[] }

/**
 * Keeps what is known of a worker, unless somebody else has changed it since it was read.
 * @returns whether it was kept
 */
export async function keepProfile(
  tx: Work,
  { serviceId, userId, version }: { serviceId: string; userId: string; version: number },
  { minutesAWeek, days, termIds }: NewProfile,
): Promise<boolean> {
  const { rows } = await sql`
    insert into worker_profile (service_id, user_id, minutes_a_week, days)
    select ${serviceId}, ${userId}, ${minutesAWeek}, ${days}::text[]
    on conflict (service_id, user_id) do update
      set minutes_a_week = excluded.minutes_a_week, days = excluded.days, version = worker_profile.version + 1
      where worker_profile.version = ${version}
    returning version`.execute(tx)
  if (rows.length === 0) return false
  await sql`
    delete from worker_term where service_id = current_service() and user_id = ${userId}
      and term_id <> all (${termIds}::uuid[])`.execute(tx)
  await sql`
    insert into worker_term (service_id, user_id, term_id)
    select ${serviceId}, ${userId}, t.term_id from work_term t
    where t.service_id = current_service() and t.term_id = any (${termIds}::uuid[])
    on conflict do nothing`.execute(tx)
  return true
}

/** The lists of the service, without what has ended, by title. */
export async function listTerms(tx: Work): Promise<(Term & { people: number; version: number })[]> {
  const { rows } = await sql<Term & { people: number; version: number }>`
    select t.term_id as "termId", t.kind, t.title, false as "isEnded", t.version,
      (select count(*)::int from worker_term w where w.service_id = t.service_id and w.term_id = t.term_id) as people
    from work_term t where t.service_id = current_service() and t.ended_at is null
    order by lower(t.title), t.term_id`.execute(tx)
  return rows
}

/** Puts a term on its list. @returns its id; undefined where it stands there already */
export async function addTerm(
  tx: Work,
  serviceId: string,
  { kind, title }: Pick<Term, 'kind' | 'title'>,
): Promise<string | undefined> {
  const { rows } = await sql<{ termId: string }>`
    insert into work_term (service_id, kind, title) values (${serviceId}, ${kind}, ${title})
    on conflict (service_id, kind, lower(title)) where ended_at is null do nothing
    returning term_id as "termId"`.execute(tx)
  return rows[0]?.termId
}

/** Takes a term off its list, from now on; whoever has it keeps it. */
export async function endTerm(tx: Work, termId: string, at: Temporal.Instant): Promise<void> {
  await sql`
    update work_term set ended_at = ${at}, version = version + 1
    where service_id = current_service() and term_id = ${termId} and ended_at is null`.execute(tx)
}
