import { type RawBuilder, sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import { reachOf } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { SignedIn } from '../../platform/http/index.ts'
import { isRelated } from '../../record/children/index.ts'
import type { Action, ActionSaid } from './action.ts'

export const actionColumns = sql<Action>`a.action_id as "actionId", a.source, a.source_reference as "sourceReference",
  a.source_title as "sourceTitle", a.child_id as "childId",
  (select trim(c.given_name || ' ' || c.family_name) from child c
    where c.service_id = a.service_id and c.child_id = a.child_id) as "childName",
  a.what, a.owner_id as "ownerId", o.name as "ownerName", a.owner_words as "ownerWords", a.due_on as "dueOn",
  a.due_words as "dueWords", a.begins_on as "beginsOn", a.given_on as "givenOn",
  (select max((p.written_at at time zone 'Europe/London')::date) from action_progress p
    where p.service_id = a.service_id and p.action_id = a.action_id and p.kind = 'progress') as "progressOn",
  a.evidence, a.done_on as "doneOn", a.done_by as "doneById",
  (select d.name from person_account d where d.service_id = a.service_id and d.user_id = a.done_by) as "doneBy",
  a.checked_on as "checkedOn",
  (select k.name from person_account k where k.service_id = a.service_id and k.user_id = a.checked_by) as "checkedBy",
  a.sent_back_at as "sentBackAt", a.given_up_at as "givenUpAt", a.given_up_reason as "givenUpReason",
  a.file_colour as "fileColour", a.version`

export const actionFrom = sql`action a
  left join person_account o on o.service_id = a.service_id and o.user_id = a.owner_id`

/**
 * That somebody may read an action `a`: their own, or all; of those about a child, where they may see the child, by role
 * and by the part that they have in the case. Restricted children the database hides by itself.
 */
export function mayRead({ roles }: Pick<SignedIn, 'roles'>): RawBuilder<boolean> {
  const reach = reachOf('child.see', roles)
  const child =
    reach === 'all'
      ? sql`true`
      : reach === 'related'
        ? sql`(a.child_id is null or ${isRelated('a')})`
        : sql`a.child_id is null`
  const whose = reachOf('actions.see', roles) ? sql`true` : sql`a.owner_id = current_person()`
  return sql<boolean>`(a.service_id = current_service() and ${child} and ${whose})`
}

/** An action that somebody may read; undefined where there is none, or it is not theirs to know of. */
export async function findAction(
  tx: Work,
  who: Pick<SignedIn, 'roles'>,
  actionId: string,
): Promise<Action | undefined> {
  const id = parseId<'action'>(actionId)
  if (!id) return undefined
  const { rows } = await sql<Action>`select ${actionColumns} from ${actionFrom}
    where ${mayRead(who)} and a.action_id = ${id}`.execute(tx)
  return rows[0]
}

/** The actions that stand on one of these: items of an agenda, say. Whoever asks has decided that these may be read by the reader. */
export async function actionsAbout(
  tx: Work,
  kind: string,
  ids: readonly string[],
): Promise<(Action & { aboutId: string })[]> {
  const { rows } = await sql<Action & { aboutId: string }>`
    select ${actionColumns}, a.about_id as "aboutId" from ${actionFrom}
    where a.service_id = current_service() and a.about_kind = ${kind} and a.about_id = any (${[...ids]}::uuid[])
    order by a.added_at, a.action_id`.execute(tx)
  return rows
}

/** What asks for somebody themselves: their own that are not done with, and those that wait for their check. */
export async function listForMe(
  tx: Work,
  who: Pick<SignedIn, 'roles' | 'userId'>,
): Promise<{ mine: Action[]; toCheck: Action[] }> {
  const checks = reachOf('actions.check', who.roles) !== undefined
  const { rows } = await sql<Action>`select ${actionColumns} from ${actionFrom}
    where ${mayRead(who)} and a.given_up_at is null and a.checked_on is null
      and ((a.owner_id = ${who.userId} and a.done_on is null)
        or (${checks} and a.done_on is not null and a.done_by <> ${who.userId}
          and a.owner_id is distinct from ${who.userId}))
    order by a.due_on nulls last, a.added_at, a.action_id`.execute(tx)
  return { mine: rows.filter(it => it.doneOn === null), toCheck: rows.filter(it => it.doneOn !== null) }
}

export type NewAction = ActionSaid & {
  serviceId: string
  by: string
  at: Temporal.Instant
  givenOn: Temporal.PlainDate
  about?: { kind: string; id: string }
  imported?: { importId: string; fileColour: string }
}

/** @returns the id; undefined where the same row of a file stands in the register already */
export async function insertAction(tx: Work, it: NewAction): Promise<string | undefined> {
  const row = await tx
    .insertInto('action')
    .values({
      service_id: it.serviceId,
      ...saidRow(it),
      given_on: it.givenOn,
      added_by: it.by,
      added_at: it.at,
      about_kind: it.about?.kind ?? null,
      about_id: it.about?.id ?? null,
      import_id: it.imported?.importId ?? null,
      file_colour: it.imported?.fileColour ?? '',
    })
    .onConflict(conflict => conflict.doNothing())
    .returning('action_id')
    .executeTakeFirst()
  return row?.action_id
}

const saidRow = (it: ActionSaid) => ({
  source: it.source,
  source_reference: it.sourceReference,
  source_title: it.sourceTitle,
  child_id: it.childId,
  what: it.what,
  owner_id: it.ownerId,
  owner_words: it.ownerWords,
  due_on: it.due.on,
  due_words: it.due.words,
  begins_on: it.due.beginsOn,
})

type Held = Pick<Action, 'actionId' | 'version'>

/** What a change of an action writes, whatever it is: nothing where somebody else has changed it since. */
async function update(tx: Work, it: Held, to: RawBuilder<unknown>): Promise<boolean> {
  const { numAffectedRows } = await sql`update action set ${to}, version = version + 1
    where service_id = current_service() and action_id = ${it.actionId} and version = ${it.version}`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

export function changeSaid(tx: Work, it: Held, said: ActionSaid): Promise<boolean> {
  const row = saidRow(said)
  return update(
    tx,
    it,
    sql`source = ${row.source}, source_reference = ${row.source_reference}, source_title = ${row.source_title},
      what = ${row.what}, owner_id = ${row.owner_id}, owner_words = ${row.owner_words}, due_on = ${row.due_on},
      due_words = ${row.due_words}, begins_on = ${row.begins_on}`,
  )
}

export function setDone(
  tx: Work,
  it: Held,
  to: { on: Temporal.PlainDate; by: string; evidence: string },
): Promise<boolean> {
  return update(
    tx,
    it,
    sql`done_on = ${to.on}, done_by = ${to.by}, evidence = ${to.evidence}, sent_back_at = null`,
  )
}

export function setChecked(tx: Work, it: Held, to: { on: Temporal.PlainDate; by: string }): Promise<boolean> {
  return update(tx, it, sql`checked_on = ${to.on}, checked_by = ${to.by}`)
}

/** It is open again; what was shown for it stays in its history. */
export function setSentBack(tx: Work, it: Held, at: Temporal.Instant): Promise<boolean> {
  return update(tx, it, sql`done_on = null, done_by = null, evidence = '', sent_back_at = ${at}`)
}

export function setGivenUp(
  tx: Work,
  it: Held,
  to: { at: Temporal.Instant; reason: string },
): Promise<boolean> {
  return update(tx, it, sql`given_up_at = ${to.at}, given_up_reason = ${to.reason}`)
}

export type ProgressKind = 'added' | 'progress' | 'changed' | 'done' | 'checked' | 'sent-back' | 'given-up'

export type Progress = {
  progressId: string
  kind: ProgressKind
  words: string
  writtenBy: string
  writtenAt: Temporal.Instant
}

export async function insertProgress(
  tx: Work,
  { actionId, childId }: Pick<Action, 'actionId' | 'childId'>,
  it: { serviceId: string; kind: ProgressKind; words: string; by: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('action_progress')
    .values({
      service_id: it.serviceId,
      action_id: actionId,
      child_id: childId,
      kind: it.kind,
      words: it.words,
      written_by: it.by,
      written_at: it.at,
    })
    .execute()
}

/** What became of an action, the latest first. */
export async function listProgress(tx: Work, actionId: string): Promise<Progress[]> {
  const { rows } = await sql<Progress>`
    select p.progress_id as "progressId", p.kind, p.words, w.name as "writtenBy", p.written_at as "writtenAt"
    from action_progress p join person_account w on w.service_id = p.service_id and w.user_id = p.written_by
    where p.service_id = current_service() and p.action_id = ${actionId}
    order by p.written_at desc, p.progress_id desc`.execute(tx)
  return rows
}
