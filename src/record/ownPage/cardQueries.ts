import { sql } from 'kysely'
import { isRole, type Role } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** What children and parents read of somebody who works with them. Version 0: nothing has been said yet. */
export type Card = {
  called: string
  does: string
  phone: string
  reach: string
  picture: string
  version: number
}

const card = sql`coalesce(w.called, '') as called, coalesce(w.does, '') as does, coalesce(w.phone, '') as phone,
  coalesce(w.reach, '') as reach, coalesce(w.picture, '') as picture, coalesce(w.version, 0) as version`

/** The card of somebody who works here. */
export async function readCard(tx: Work, userId: string): Promise<Card> {
  const { rows } = await sql<Card>`
    select ${card} from (select 1) one
    left join worker_card w on w.service_id = current_service() and w.user_id = ${userId}`.execute(tx)
  return rows[0] ?? { called: '', does: '', phone: '', reach: '', picture: '', version: 0 }
}

/** Keeps a card as it was edited. @returns false where it was changed elsewhere meanwhile */
export async function saveCard(
  tx: Work,
  { serviceId, userId }: { serviceId: string; userId: string },
  it: Card,
): Promise<boolean> {
  const { numAffectedRows } =
    it.version === 0
      ? await sql`
        insert into worker_card (service_id, user_id, called, does, phone, reach, picture)
        values (${serviceId}, ${userId}, ${it.called}, ${it.does}, ${it.phone}, ${it.reach}, ${it.picture})
        on conflict do nothing`.execute(tx)
      : await sql`
        update worker_card set called = ${it.called}, does = ${it.does}, phone = ${it.phone}, reach = ${it.reach},
          picture = ${it.picture}, version = version + 1
        where service_id = current_service() and user_id = ${userId} and version = ${it.version}`.execute(tx)
  return numAffectedRows === 1n
}

/** Somebody who works with a child, as the child’s page shows them. */
export type OwnPerson = Card & { userId: string; name: string; roles: Role[] }

/** What children call those who have said so, by the account. */
export async function listCalled(tx: Work, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ userId: string; called: string }>`
    select user_id as "userId", called from worker_card
    where service_id = current_service() and user_id = any (${[...new Set(userIds)]}::uuid[]) and called <> ''`.execute(
    tx,
  )
  return new Map(rows.map(({ userId, called }) => [userId, called]))
}

/** Those who answer for the service, with the number that they have given for children and parents; nobody who has given none. */
export async function listBosses(
  tx: Work,
): Promise<Pick<OwnPerson, 'userId' | 'name' | 'called' | 'phone'>[]> {
  const { rows } = await sql<Pick<OwnPerson, 'userId' | 'name' | 'called' | 'phone'>>`
    select a.user_id as "userId", a.name, w.called, w.phone
    from person_account a join worker_card w on w.service_id = a.service_id and w.user_id = a.user_id and w.phone <> ''
    where a.service_id = current_service() and a.disabled_at is null and 'manager' = any (a.roles)
    order by a.name, a.user_id`.execute(tx)
  return rows
}

/** Those who have a part in a case of a child now, whoever holds it first. */
export async function listOwnPeople(tx: Work, childId: string): Promise<OwnPerson[]> {
  const { rows } = await sql<Omit<OwnPerson, 'roles'> & { roles: string[] }>`
    select a.user_id as "userId", a.name, a.roles, ${card}
    from (select user_id, min(case part when 'holder' then 0 else 1 end) as place from case_worker
      where service_id = current_service() and child_id = ${childId} and until_at is null group by user_id) p
    join person_account a on a.service_id = current_service() and a.user_id = p.user_id and a.disabled_at is null
    left join worker_card w on w.service_id = a.service_id and w.user_id = a.user_id
    order by p.place, a.name`.execute(tx)
  return rows.map(row => ({ ...row, roles: row.roles.filter(isRole) }))
}
