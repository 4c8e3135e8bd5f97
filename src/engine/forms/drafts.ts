import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import { type Sent, sentFrom } from '../../platform/http/index.ts'

/** Under this name a form sends along what its draft is of, where the address alone does not say it. */
export const ofName = '_of'

type Owner = { serviceId: string; userId: string }

/** What a person typed on a page and has not sent; found again by the page's address, and what it is of. */
export type Draft = { sent: Sent; savedAt: Temporal.Instant }

/** What a form that asks for a secret sends along, so that nothing of it is kept. */
export const secretMark = '_secret'

/** So many a person may leave unfinished; beyond that the oldest goes. */
const mostDrafts = 100

/** Of the form's own machinery only what it was opened on is kept: its version, and what the answers were then. */
const opened = ['_version', '_was']
const isKept = (name: string) => !name.startsWith('_') || opened.includes(name)

/** Under which name a draft is kept: the address of its page, and what it is of besides. */
const keptAs = (address: string, of: string) => (of === '' ? address : `${address}#${of}`)

/**
 * Keeps what is typed so far, in place of what was kept before of the same.
 * @param of what it is of: as the form sent it, unless it is kept for something else
 */
export async function saveDraft(
  tx: Work,
  owner: Owner,
  address: string,
  sent: Sent,
  of = sent.one(ofName),
): Promise<void> {
  if (sent.names().includes(secretMark)) return
  const answers = Object.fromEntries(
    sent
      .names()
      .filter(isKept)
      .map(name => [name, sent.all(name)]),
  )
  const typed = Object.entries(answers).filter(([name]) => !opened.includes(name))
  if (typed.every(([, values]) => values.every(value => value === '')))
    return clearDraft(tx, owner, address, of)
  await tx
    .insertInto('draft')
    .values({
      service_id: owner.serviceId,
      user_id: owner.userId,
      form: keptAs(address, of),
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

/**
 * The draft that a person left on a page, if any.
 * @param of what it is of, as the form sent it; '' where the address says it all
 */
export async function findDraft(
  tx: Work,
  owner: Owner,
  address: string,
  of = '',
): Promise<Draft | undefined> {
  const row = await tx
    .selectFrom('draft')
    .select(['answers', 'saved_at'])
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('form', '=', keptAs(address, of))
    .executeTakeFirst()
  return row && { sent: sentFrom(row.answers), savedAt: row.saved_at }
}

/** Those of these addresses on which a person left a draft. */
export async function findDrafted(
  tx: Work,
  owner: Owner,
  addresses: readonly string[],
): Promise<ReadonlySet<string>> {
  if (addresses.length === 0) return new Set()
  const rows = await tx
    .selectFrom('draft')
    .select('form')
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('form', 'in', [...addresses])
    .execute()
  return new Set(rows.map(({ form }) => form))
}

/** Forgets a draft: the form was sent, or the person wants to begin afresh. */
export async function clearDraft(tx: Work, owner: Owner, address: string, of: string): Promise<void> {
  await tx
    .deleteFrom('draft')
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('form', '=', keptAs(address, of))
    .execute()
}
