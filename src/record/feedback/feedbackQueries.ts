import { type Kysely, sql } from 'kysely'
import type { Answers, AnswerWords } from '../../engine/forms/index.ts'
import { type DB, inTransaction, type Work } from '../../platform/database/index.ts'
import { hashToken, newToken } from '../../platform/identity/index.ts'

type OfCase = { childId: string; involvementId: string }

/** Whether the person who asks has or had a part in the case of a row `f`. */
export const isOfTheirOwn = sql<boolean>`exists (select from case_worker w where w.service_id = f.service_id
  and w.involvement_id = f.involvement_id and w.user_id = current_person())`

/** For how many days a link can be used. The program’s own number. */
export const linkDays = 28

/** How feedback came: by a link, said to a worker who typed it in, or on paper. */
export const ways = {
  link: 'By a link',
  device: 'Said to a worker',
  paper: 'On paper',
} as const
export type Way = keyof typeof ways

/** A link that was made. */
export type Invitation = OfCase & {
  invitationId: string
  form: string
  madeBy: string
  madeAt: Temporal.Instant
  expiresAt: Temporal.Instant
  withdrawnAt: Temporal.Instant | null
  isUsed: boolean
}

/** What somebody said. */
export type Feedback = OfCase & {
  feedbackId: string
  form: string
  way: Way
  words: readonly AnswerWords[]
  givenAt: Temporal.Instant
  recordedBy: string | null
  withdrawnAt: Temporal.Instant | null
  version: number
}

/** The links of a case, the latest first. */
export async function listInvitations(tx: Work, involvementId: string): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select v.invitation_id as "invitationId", v.child_id as "childId", v.involvement_id as "involvementId", v.form,
      a.name as "madeBy", v.made_at as "madeAt", v.expires_at as "expiresAt", v.withdrawn_at as "withdrawnAt",
      exists (select from feedback f where f.service_id = v.service_id and f.invitation_id = v.invitation_id) as "isUsed"
    from feedback_invitation v join person_account a on a.service_id = v.service_id and a.user_id = v.made_by
    where v.service_id = current_service() and v.involvement_id = ${involvementId}
    order by v.made_at desc, v.invitation_id desc`.execute(tx)
  return rows
}

/** What was said of a case, the latest first; what was taken back is empty. */
export async function listFeedback(tx: Work, involvementId: string): Promise<Feedback[]> {
  const { rows } = await sql<Feedback>`
    select f.feedback_id as "feedbackId", f.child_id as "childId", f.involvement_id as "involvementId", f.form, f.way,
      f.words, f.given_at as "givenAt", a.name as "recordedBy", f.withdrawn_at as "withdrawnAt", f.version
    from feedback f left join person_account a on a.service_id = f.service_id and a.user_id = f.recorded_by
    where f.service_id = current_service() and f.involvement_id = ${involvementId}
    order by f.given_at desc, f.feedback_id desc`.execute(tx)
  return rows
}

export type NewInvitation = OfCase & {
  serviceId: string
  form: string
  by: string
  at: Temporal.Instant
  /** The form that makes it, as it was sent; undefined where it may make as many as it likes. */
  madeByForm: Buffer | undefined
}

/** Makes a link. @returns the token for its address; only its hash is kept */
export async function insertInvitation(tx: Work, it: NewInvitation): Promise<string> {
  const { token, hash } = newToken()
  await tx
    .insertInto('feedback_invitation')
    .values({
      service_id: it.serviceId,
      involvement_id: it.involvementId,
      child_id: it.childId,
      form: it.form,
      token_hash: hash,
      made_by: it.by,
      made_at: it.at,
      expires_at: it.at.add({ hours: 24 * linkDays }),
      made_by_form: it.madeByForm ?? null,
    })
    .execute()
  return token
}

/** The link that a form made when it was sent before; undefined where it made none, or the link was withdrawn since. */
export async function findMadeBefore(
  tx: Work,
  { by, madeByForm }: Pick<NewInvitation, 'by' | 'madeByForm'>,
): Promise<Pick<Invitation, 'invitationId' | 'expiresAt' | 'isUsed'> | undefined> {
  if (!madeByForm) return undefined
  const { rows } = await sql<Pick<Invitation, 'invitationId' | 'expiresAt' | 'isUsed'>>`
    select v.invitation_id as "invitationId", v.expires_at as "expiresAt",
      exists (select from feedback f where f.service_id = v.service_id and f.invitation_id = v.invitation_id) as "isUsed"
    from feedback_invitation v
    where v.service_id = current_service() and v.made_by = ${by} and v.made_by_form = ${madeByForm}
      and v.withdrawn_at is null`.execute(tx)
  return rows[0]
}

/** Gives a link a new token, since nobody may have seen the first. @returns it; the one before leads nowhere */
export async function renewInvitation(tx: Work, invitationId: string): Promise<string> {
  const { token, hash } = newToken()
  await tx
    .updateTable('feedback_invitation')
    .set({ token_hash: hash })
    .where('service_id', '=', sql<string>`current_service()`)
    .where('invitation_id', '=', invitationId)
    .execute()
  return token
}

/** Makes a link unusable. */
export async function withdrawInvitation(
  tx: Work,
  invitationId: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('feedback_invitation')
    .set({ withdrawn_at: at })
    .where('service_id', '=', sql<string>`current_service()`)
    .where('invitation_id', '=', invitationId)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** Writes down what somebody said to a worker, or on paper. */
export async function insertFeedback(
  tx: Work,
  it: OfCase & {
    serviceId: string
    form: string
    way: 'device' | 'paper'
    answers: Answers
    words: readonly AnswerWords[]
    at: Temporal.Instant
    by: string
  },
): Promise<void> {
  await tx
    .insertInto('feedback')
    .values({
      service_id: it.serviceId,
      involvement_id: it.involvementId,
      child_id: it.childId,
      form: it.form,
      way: it.way,
      answers: JSON.stringify(it.answers),
      words: JSON.stringify(it.words),
      given_at: it.at,
      recorded_by: it.by,
    })
    .execute()
}

/** Empties what somebody said, since they want it back. @returns false when it was taken back already */
export async function emptyFeedback(tx: Work, feedbackId: string, at: Temporal.Instant): Promise<boolean> {
  const result = await tx
    .updateTable('feedback')
    .set(eb => ({ answers: '{}', words: '[]', withdrawn_at: at, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('feedback_id', '=', feedbackId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** What is known of a link to whoever has it: nothing about a child. */
export type OpenInvitation = {
  serviceId: string
  serviceName: string
  form: string
  state: 'open' | 'given' | 'taken-back' | 'spent'
}

/** The invitation with a token; undefined when there is none. */
export async function findInvitation(
  db: Kysely<DB>,
  token: string,
  now: Temporal.Instant,
): Promise<OpenInvitation | undefined> {
  const { rows } = await sql<{
    service_id: string
    service_name: string
    form: string
    expires_at: Temporal.Instant
    withdrawn_at: Temporal.Instant | null
    is_given: boolean
    is_taken_back: boolean
  }>`select * from find_feedback_invitation(${hashToken(token)})`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const isOver = row.withdrawn_at !== null || Temporal.Instant.compare(row.expires_at, now) <= 0
  const state = row.is_taken_back ? 'taken-back' : row.is_given ? 'given' : isOver ? 'spent' : 'open'
  return { serviceId: row.service_id, serviceName: row.service_name, form: row.form, state }
}

type ByLink = { serviceId: string; token: string; request: string; at: Temporal.Instant }

/** Keeps what came by a link. @returns false when the link was used meanwhile, or cannot be used any more */
export function giveByLink(
  db: Kysely<DB>,
  { serviceId, token, request, at }: ByLink,
  answers: Answers,
  words: readonly AnswerWords[],
): Promise<boolean> {
  return inTransaction(db, { serviceId, request, purpose: 'Gave feedback by a link' }, async tx => {
    const { rows } = await sql<{ is: boolean }>`
      select give_feedback(${hashToken(token)}, ${JSON.stringify(answers)}::jsonb, ${JSON.stringify(words)}::jsonb, ${at}) as is`.execute(
      tx,
    )
    return rows[0]?.is ?? false
  })
}

/** Empties what came by a link, for whoever gave it. */
export function takeBackByLink(db: Kysely<DB>, { serviceId, token, request, at }: ByLink): Promise<boolean> {
  return inTransaction(db, { serviceId, request, purpose: 'Took feedback back by a link' }, async tx => {
    const { rows } = await sql<{
      is: boolean
    }>`select take_back_feedback(${hashToken(token)}, ${at}) as is`.execute(tx)
    return rows[0]?.is ?? false
  })
}
