import { sql } from 'kysely'
import { isRole, type Role, reachOf } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** Somebody who can be given an action. */
export type Owner = { userId: string; name: string; roles: Role[] }

/** Everybody who can sign in, by name; and whoever owns the action already. */
export async function listOwners(tx: Work, held: string | null): Promise<Owner[]> {
  const { rows } = await sql<{ userId: string; name: string; roles: string[] }>`
    select a.user_id as "userId", a.name, a.roles from person_account a
    where a.service_id = current_service() and (can_sign_in(a) or a.user_id = ${held}::uuid)
    order by a.name, a.user_id`.execute(tx)
  return rows.map(row => ({ ...row, roles: row.roles.filter(isRole) }))
}

/** Whether an action about a child would be hidden from whoever is to own it by the roles that they have. */
export const seesNoChild = ({ roles }: Owner): boolean => reachOf('child.see', roles) === undefined
