import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import type { Signing, SigningKind } from '../assessments/index.ts'
import { worksFor } from '../workforce/index.ts'
import { isInForce } from './inForceQueries.ts'
import type { PlanHead, PlanState } from './plan.ts'

/** What was signed of a plan, in order. */
export async function listPlanSignings(tx: Work, { planId }: Pick<PlanHead, 'planId'>): Promise<Signing[]> {
  const { rows } = await sql<Signing>`
    select s.kind, s.words, s.signed_by as "signedById", p.name as "signedBy", s.signed_at as "signedAt", s.takes_up as "takesUp"
    from plan_signing s join person_account p on p.service_id = s.service_id and p.user_id = s.signed_by
    where s.service_id = current_service() and s.plan_id = ${planId} order by s.signed_at, s.signing_id`.execute(
    tx,
  )
  return rows
}

export type NewPlanSigning = Pick<PlanHead, 'childId' | 'planId' | 'version'> & {
  serviceId: string
  kind: SigningKind
  words: string
  /** How the plan stands after it. */
  becomes: PlanState
  /** What had happened and it takes up, by ids; left out where nobody was asked. */
  takesUp?: readonly string[]
  by: string
  at: Temporal.Instant
}

/**
 * Signs a plan as it was read. One that comes into force takes the place of the one in force; one that ended with its case has
 * ended, and is not replaced.
 * @returns false where somebody has signed or changed it since
 */
export async function insertPlanSigning(tx: Work, it: NewPlanSigning): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update plan set state = ${it.becomes}, version = version + 1
    where service_id = current_service() and plan_id = ${it.planId} and version = ${it.version}`.execute(tx)
  if (numAffectedRows !== 1n) return false
  if (it.becomes === 'signed')
    await sql`
      update plan a set state = 'replaced', version = version + 1
      where a.service_id = current_service() and a.child_id = ${it.childId} and a.plan_id <> ${it.planId} and ${isInForce('a')}`.execute(
      tx,
    )
  await tx
    .insertInto('plan_signing')
    .values({
      service_id: it.serviceId,
      plan_id: it.planId,
      child_id: it.childId,
      kind: it.kind,
      words: it.words,
      signed_by: it.by,
      signed_at: it.at,
      takes_up: it.takesUp ? [...it.takesUp] : null,
    })
    .execute()
  return true
}

/** Everybody who has written in a plan: none of them countersigns it. */
const writersOf = sql`array(select w.user_id from plan_writer w where w.service_id = a.service_id and w.plan_id = a.plan_id)`

/** Who has written in a plan since it was begun. */
export async function listWriters(tx: Work, { planId }: Pick<PlanHead, 'planId'>): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select ${writersOf} as ids from plan a where a.service_id = current_service() and a.plan_id = ${planId}`.execute(
    tx,
  )
  return rows[0]?.ids ?? []
}

/** A plan that waits for a senior, with whoever signed it last. */
export type QueuedPlan = Pick<PlanHead, 'planId' | 'childId'> & {
  childName: string
  writtenByIds: readonly string[]
  signedById: string
  signedBy: string
  signedAt: Temporal.Instant
}

/** The plans that wait for a senior, the one that has waited longest first. */
export async function listPlansToCountersign(tx: Work): Promise<QueuedPlan[]> {
  const { rows } = await sql<QueuedPlan>`
    select a.plan_id as "planId", a.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName",
      s.signed_by as "signedById", p.name as "signedBy", s.signed_at as "signedAt", ${writersOf} as "writtenByIds"
    from plan a join child c on c.service_id = a.service_id and c.child_id = a.child_id
      join lateral (select * from plan_signing s where s.service_id = a.service_id and s.plan_id = a.plan_id
        order by s.signed_at desc, s.signing_id desc limit 1) s on s.kind = 'signed'
      join person_account p on p.service_id = s.service_id and p.user_id = s.signed_by
    where a.service_id = current_service() and a.state = 'sent' order by s.signed_at, a.plan_id`.execute(tx)
  return rows
}

/** A plan that a senior gave back to whoever signed it, with the words that came with it. */
export type GivenBackPlan = Pick<PlanHead, 'planId' | 'childId'> & {
  childName: string
  signedById: string
  signedBy: string
  words: string
}

/** The open plans that were given back and are to be written on, by whoever signed them last: somebody, or whom they cover for today; everybody where nobody is named. */
export async function listPlansGivenBack(
  tx: Work,
  whose: { userId: string; today: Temporal.PlainDate } | undefined,
): Promise<GivenBackPlan[]> {
  const narrowed = whose ? sql`and w.signed_by in ${worksFor(whose.userId, whose.today)}` : sql``
  const { rows } = await sql<GivenBackPlan>`
    select a.plan_id as "planId", a.child_id as "childId", trim(c.given_name || ' ' || c.family_name) as "childName", s.words,
      w.signed_by as "signedById", p.name as "signedBy"
    from plan a join child c on c.service_id = a.service_id and c.child_id = a.child_id
      join lateral (select * from plan_signing s where s.service_id = a.service_id and s.plan_id = a.plan_id
        order by s.signed_at desc, s.signing_id desc limit 1) s on s.kind = 'returned'
      join lateral (select * from plan_signing w where w.service_id = a.service_id and w.plan_id = a.plan_id and w.kind = 'signed'
        order by w.signed_at desc, w.signing_id desc limit 1) w on true
      join person_account p on p.service_id = w.service_id and p.user_id = w.signed_by
    where a.service_id = current_service() and a.state = 'open' ${narrowed}
    order by s.signed_at, a.plan_id`.execute(tx)
  return rows
}
