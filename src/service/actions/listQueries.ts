import { type RawBuilder, sql } from 'kysely'
import type { Days, ListSource } from '../../engine/lists/index.ts'
import { rolesWith } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { SignedIn } from '../../platform/http/index.ts'
import type { Action } from './action.ts'
import { actionColumns, actionFrom, mayRead } from './actionQueries.ts'

export type ListedAction = Action & { id: string }

export const actionSource: ListSource<ListedAction> = {
  columns: sql<ListedAction>`a.action_id as id, ${actionColumns}`,
  from: actionFrom,
  where: sql<boolean>`a.service_id = current_service()`,
  id: sql<string>`a.action_id`,
  // What has no day stands last, and is not lost.
  sorts: { due: sql`coalesce(a.due_on, date '9999-12-31')` },
}

/** Those whom the page of the team has: whoever can be given a part in a case. The service has no smaller teams. */
const team = rolesWith('profile.own')

const standing: Readonly<Record<string, RawBuilder<boolean>>> = {
  current: sql<boolean>`a.checked_on is null and a.given_up_at is null`,
  open: sql<boolean>`a.done_on is null and a.given_up_at is null`,
  done: sql<boolean>`a.done_on is not null and a.checked_on is null`,
  checked: sql<boolean>`a.checked_on is not null`,
  'given-up': sql<boolean>`a.given_up_at is not null`,
}

/** The conditions that a filter comes to, within what somebody may read. */
export function actionConditions({
  who,
  whose,
  source,
  state,
  days,
}: {
  who: Pick<SignedIn, 'roles'>
  whose?: string | undefined
  source?: string | undefined
  state?: string | undefined
  days: Days
}): RawBuilder<boolean>[] {
  const stands = state === undefined ? undefined : standing[state]
  return [
    mayRead(who),
    ...(whose === 'mine' ? [sql<boolean>`a.owner_id = current_person()`] : []),
    ...(whose === 'team' ? [sql<boolean>`o.roles && ${team}::text[]`] : []),
    ...(source === undefined ? [] : [sql<boolean>`a.source = ${source}`]),
    ...(stands ? [stands] : []),
    ...(days.from === undefined ? [] : [sql<boolean>`a.due_on >= ${days.from}`]),
    ...(days.to === undefined ? [] : [sql<boolean>`a.due_on <= ${days.to}`]),
  ]
}

/** All that these conditions find, to have their colours worked out. */
export async function listColourable(
  tx: Work,
  conditions: readonly RawBuilder<boolean>[],
): Promise<ListedAction[]> {
  const { rows } = await sql<ListedAction>`select ${actionSource.columns} from ${actionFrom}
    where ${sql.join(conditions, sql` and `)}`.execute(tx)
  return rows
}

/** Whether somebody owns an action that is not done with. */
export async function hasActions(tx: Work): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select from action a
    where a.service_id = current_service() and a.owner_id = current_person()
      and a.checked_on is null and a.given_up_at is null) as has`.execute(tx)
  return rows[0]?.has ?? false
}
