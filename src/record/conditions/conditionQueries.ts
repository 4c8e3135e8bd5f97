import { type RawBuilder, sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Condition, ConditionState, Wording, WordingBefore } from './condition.ts'

type Row = Omit<Condition, 'before'>

async function listRows(tx: Work, where: RawBuilder<unknown>): Promise<Condition[]> {
  const { rows } = await sql<Row>`
    select c.condition_id as "conditionId", c.child_id as "childId", c.involvement_id as "involvementId", c.what, c.why,
      c.due_on as "dueOn", c.amount, c.unit, c.state, c.state_words as "stateWords", c.state_on as "stateOn",
      c.police_told as "policeTold", c.version
    from condition c where c.service_id = current_service() and ${where}
    order by c.due_on, c.condition_id`.execute(tx)
  if (rows.length === 0) return []
  const { rows: before } = await sql<WordingBefore & { conditionId: string }>`
    select b.condition_id as "conditionId", b.what, b.why, b.due_on as "dueOn", b.amount, b.unit, b.because,
      p.name as "variedBy", b.varied_at as "variedAt"
    from condition_before b join person_account p on p.service_id = b.service_id and p.user_id = b.varied_by
    where b.service_id = current_service() and b.condition_id = any(${rows.map(({ conditionId }) => conditionId)}::uuid[])
    order by b.version desc`.execute(tx)
  return rows.map(row => ({
    ...row,
    before: before.filter(({ conditionId }) => conditionId === row.conditionId),
  }))
}

/** What was agreed in a case, by the last day. */
export function listConditions(tx: Work, involvementId: string): Promise<Condition[]> {
  return listRows(tx, sql`c.involvement_id = ${involvementId}`)
}

/** Whether anything was agreed in a case: for pages that show the rest only then. */
export async function findCondition(tx: Work, conditionId: string): Promise<Condition | undefined> {
  const [row] = await listRows(tx, sql`c.condition_id = ${conditionId}`)
  return row
}

export type ConditionDue = Pick<Condition, 'conditionId' | 'childId' | 'involvementId' | 'what' | 'dueOn'> & {
  childName: string
}

/** Open conditions up to a day in the open cases that somebody holds, the longest overdue first. */
export async function listDue(tx: Work, userId: string, until: Temporal.PlainDate): Promise<ConditionDue[]> {
  const { rows } = await sql<ConditionDue>`
    select c.condition_id as "conditionId", c.child_id as "childId", c.involvement_id as "involvementId", c.what,
      c.due_on as "dueOn", concat_ws(' ', coalesce(k.known_as, k.given_name), k.family_name) as "childName"
    from condition c
    join involvement i on i.service_id = c.service_id and i.involvement_id = c.involvement_id
    join child k on k.service_id = c.service_id and k.child_id = c.child_id
    where c.service_id = current_service() and c.state = 'open' and c.due_on <= ${until}
      and i.holder_id = ${userId} and i.ended_at is null
    order by c.due_on, c.condition_id`.execute(tx)
  return rows
}

type Recorded = { by: string; at: Temporal.Instant }

const columnsOf = ({ what, why, dueOn, amount, unit }: Wording) => ({
  what,
  why,
  due_on: dueOn,
  amount,
  unit,
})

/** Writes down what a child has agreed to do. */
export async function insertCondition(
  tx: Work,
  of: { serviceId: string; childId: string; involvementId: string },
  wording: Wording,
  { by, at }: Recorded,
): Promise<void> {
  await tx
    .insertInto('condition')
    .values({
      service_id: of.serviceId,
      child_id: of.childId,
      involvement_id: of.involvementId,
      ...columnsOf(wording),
      recorded_by: by,
      recorded_at: at,
    })
    .execute()
}

/**
 * Varies a condition; how it was worded before is kept.
 * @returns false when somebody else has changed it since it was read
 */
export async function varyCondition(
  tx: Work,
  serviceId: string,
  before: Condition,
  { because, ...wording }: Wording & { because: string },
  { by, at }: Recorded,
): Promise<boolean> {
  if (!(await change(tx, before, columnsOf(wording)))) return false
  await tx
    .insertInto('condition_before')
    .values({
      service_id: serviceId,
      condition_id: before.conditionId,
      version: before.version,
      child_id: before.childId,
      ...columnsOf(before),
      because,
      varied_by: by,
      varied_at: at,
    })
    .execute()
  return true
}

/** How a condition went. */
export type Went = {
  state: ConditionState
  words: string
  on: Temporal.PlainDate | null
}

/**
 * Writes down how a condition went. What the police were told before stays.
 * @returns false when somebody else has changed it since it was read
 */
export function markCondition(
  tx: Work,
  condition: Pick<Condition, 'conditionId' | 'version'>,
  { state, words, on }: Went,
  told?: { words: string; milestoneId: string },
): Promise<boolean> {
  return change(tx, condition, {
    state,
    state_words: words,
    state_on: on,
    ...(told && { police_told: told.words, milestone_id: told.milestoneId }),
  })
}

async function change(
  tx: Work,
  { conditionId, version }: Pick<Condition, 'conditionId' | 'version'>,
  columns: object,
): Promise<boolean> {
  const result = await tx
    .updateTable('condition')
    .set(eb => ({ ...columns, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('condition_id', '=', conditionId)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
