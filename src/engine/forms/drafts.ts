import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import { type Sent, sentFrom } from '../../platform/http/index.ts'

type Owner = { serviceId: string; userId: string }

/** What a person typed on a page and has not sent; found again by the page's address. */
export type Draft = { sent: Sent; savedAt: Temporal.Instant }

/** What a form that asks for a secret sends along, so that nothing of it is kept. */
export const secretMark = '_secret'

/** So many a person may leave unfinished; beyond that the oldest goes. */
const mostDrafts = 100

/** Of the form's own machinery only what it was opened on is kept: its version, and what the answers were then. */
const opened = ['_version', '_was']
const isKept = (name: string) => !name.startsWith('_') || opened.includes(name)

/** Keeps what is typed so far, in place of what was kept before. */
export async function saveDraft(tx: Work, owner: Owner, address: string, sent: Sent): Promise<void> {
  if (sent.names().includes(secretMark)) return
  const answers = Object.fromEntries(
    sent
      .names()
      .filter(isKept)
      .map(name => [name, sent.all(name)]),
  )
  const typed = Object.entries(answers).filter(([name]) => !opened.includes(name))
  if (typed.every(([, values]) => values.every(value => value === ''))) return clearDraft(tx, owner, address)
  await tx
    .insertInto('draft')
    .values({
      service_id: owner.serviceId,
      user_id: owner.userId,
      form: address,
      answers: JSON.stringify(answers),
    })
    .onConflict(conflict =>
      conflict.columns(['service_id', 'user_id', 'form']).doUpdateSet(eb => ({
        answers: eb.ref('excluded.answers'),
        saved_at: eb.ref('excluded.saved_at'),
      })),
    )
    .execute()
  await sql`
    delete from draft where service_id = ${owner.serviceId} and user_id = ${owner.userId} and form in (
      select form from draft where service_id = ${owner.serviceId} and user_id = ${owner.userId}
      order by saved_at desc offset ${mostDrafts})`.execute(tx)
}

/** The draft that a person left on a page, if any. */
export async function findDraft(tx: Work, owner: Owner, address: string): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom('draft')
    .select(['answers', 'saved_at'])
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('form', '=', address)
    .executeTakeFirst()
  return row && { sent: sentFrom(row.answers), savedAt: row.saved_at }
}

/** Forgets a draft: the form was sent, or the person wants to begin afresh. */
export async function clearDraft(tx: Work, owner: Owner, address: string): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('form', '=', address)
    .execute()
}
