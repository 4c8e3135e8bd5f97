import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Secret } from '../config/index.ts'
import type { Work } from '../database/index.ts'
import type { Answer } from './answer.ts'
import type { Sent } from './route.ts'

/** Under this name a form carries the token by which it is saved once, however often it arrives. */
export const onceName = '_once'

/** What became of a form that was sent before with the same token. */
export type SentBefore = {
  /** Nothing differs: it is the same form once more, because its answer was lost. */
  isSame: boolean
  ledTo: string
  said: string
  at: Temporal.Instant
}

type Owner = { serviceId: string; userId: string }

/** A token for one form on one page: good for the person who was shown it and nobody else. */
export function newOnce(secret: Secret, { userId }: Owner): string {
  const random = randomBytes(16).toString('base64url')
  return `${random}.${markOf(secret, userId, random)}`
}

/** Whether a token was made for this person: a form that somebody else left open is not saved in their name. */
export function isOwnOnce(secret: Secret, { userId }: Owner, token: string): boolean {
  const [random = '', mark = ''] = token.split('.')
  const expected = Buffer.from(markOf(secret, userId, random))
  const given = Buffer.from(mark)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

function markOf(secret: Secret, userId: string, random: string): string {
  const key = secret.derive('forms that are sent once')
  return createHmac('sha256', key).update(`${userId} ${random}`).digest('base64url').slice(0, 22)
}

/** What belongs to the sending and not to what is sent: it differs where a page was loaded anew. */
const ofTheSending = ['_csrf', onceName]

/** What a form holds, in short; made with its token, so that it tells nothing to whoever reads it. */
function contentHash(token: string, address: string, sent: Sent): Buffer {
  const hash = createHash('sha256').update(JSON.stringify([token, address]))
  for (const name of sent
    .names()
    .filter(each => !ofTheSending.includes(each))
    .toSorted())
    hash.update(JSON.stringify([name, sent.all(name)]))
  for (const { field, name, bytes } of sent.files)
    hash.update(JSON.stringify([field, name, bytes.length])).update(bytes)
  return hash.digest()
}

/**
 * A hash of a form as it was sent, by which what it made is found again when it arrives once more. For forms that answer
 * with a page shown only once, like a new link: they lead nowhere, so nothing is remembered of them here. Undefined where
 * the form carries no token.
 */
export function hashOfForm({ address, sent }: { address: string; sent: Sent }): Buffer | undefined {
  const token = sent.one(onceName)
  return token === '' ? undefined : contentHash(token, address, sent)
}

const tokenHash = (token: string) => createHash('sha256').update(token).digest()

/**
 * What became of a form when it was sent before. Of two that arrive at once the second waits here until the first is
 * saved or refused; hold on to the transaction until it is.
 */
export async function findSentBefore(
  tx: Work,
  owner: Owner,
  address: string,
  sent: Sent,
): Promise<SentBefore | undefined> {
  const token = sent.one(onceName)
  const hash = tokenHash(token)
  // Two statements: what the first sending wrote can be seen only by one that begins after the wait.
  const [, { rows }] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${hash.toString('hex')}, 0))`.execute(tx),
    sql<{ content: Buffer; ledTo: string; said: string; at: Temporal.Instant }>`
      select content_hash as content, led_to as "ledTo", said, sent_at as at from form_sent
      where service_id = ${owner.serviceId} and user_id = ${owner.userId} and token_hash = ${hash}`.execute(
      tx,
    ),
  ])
  const row = rows[0]
  return row && { ...row, isSame: contentHash(token, address, sent).equals(row.content) }
}

/** Whether an answer says that a form was saved: it leads on, and sets nothing that cannot be set again. */
export function leadsOn(answer: Answer): answer is Extract<Answer, { kind: 'redirect' }> {
  return answer.kind === 'redirect' && !answer.isTurnedBack && answer.cookies === undefined
}

/** Remembers where a form led that was saved, in the transaction that saved it. */
export async function rememberSent(
  tx: Work,
  owner: Owner,
  address: string,
  sent: Sent,
  led: { to: string; flash?: string; at: Temporal.Instant },
): Promise<void> {
  const token = sent.one(onceName)
  const content = contentHash(token, address, sent)
  await sql`
    insert into form_sent (service_id, user_id, token_hash, content_hash, led_to, said, sent_at)
    values (${owner.serviceId}, ${owner.userId}, ${tokenHash(token)}, ${content}, ${led.to}, ${led.flash ?? ''}, ${led.at})
    on conflict (service_id, user_id, token_hash) do update
      set content_hash = excluded.content_hash, led_to = excluded.led_to, said = excluded.said, sent_at = excluded.sent_at`.execute(
    tx,
  )
}
