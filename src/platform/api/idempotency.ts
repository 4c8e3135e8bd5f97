import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Secret } from '../config/index.ts'
import { inTransaction, listServices, type Work } from '../database/index.ts'
import type { Job } from '../jobs/index.ts'
import type { ApiAnswer, Caller, Done } from './apiRoute.ts'
import { problem } from './problems.ts'

/** How long an answer is kept to be given again. */
const keptFor = { hours: 24 }

/** A string in quotation marks, as the draft has it, or the bare characters that most programs send. */
const quoted = /^"([\x20-\x21\x23-\x5b\x5d-\x7e]{1,255})"$/
const bare = /^[\x21\x23-\x5b\x5d-\x7e]{1,255}$/

/** The key of the header Idempotency-Key; undefined where there is none, or none that can be one. */
export function readIdempotencyKey(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string') return undefined
  const text = header.trim()
  return quoted.exec(text)?.[1] ?? (bare.test(text) ? text : undefined)
}

/**
 * A print of a request, by which the same one is known again. It is keyed, since what it is made of can be guessed: a
 * name and a date of birth.
 */
export function printOf(secret: Secret, address: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret.derive('prints of requests'))
    .update(`${address}\n`)
    .update(body)
    .digest()
}

type Asked = { caller: Caller; key: string; print: Buffer; now: Temporal.Instant }

/**
 * Does something once for an idempotency key (draft-ietf-httpapi-idempotency-key-header). The answer is kept in the
 * transaction of what it tells of: either both are there or neither is. A refusal is not kept, since it did nothing.
 * @param work what to do where the key has not been used
 */
export async function doOnce(
  tx: Work,
  { caller: { serviceId, systemId }, key, print, now }: Asked,
  work: () => Promise<ApiAnswer>,
): Promise<ApiAnswer> {
  const { rows: locks } = await sql<{ isMine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`idempotency ${serviceId} ${systemId} ${key}`}, 0)) as "isMine"`.execute(
    tx,
  )
  if (!locks[0]?.isMine) return problem('in-progress', { headers: { 'retry-after': '1' } })
  const { rows } = await sql<{ print: Buffer; answer: Done; answeredAt: Temporal.Instant }>`
    select request_print as print, answer, answered_at as "answeredAt" from api_answer
    where service_id = ${serviceId} and system_id = ${systemId} and idempotency_key = ${key}`.execute(tx)
  const before = rows[0]
  if (before && Temporal.Instant.compare(before.answeredAt, now.subtract(keptFor)) > 0)
    return before.print.equals(print) ? before.answer : problem('idempotency-key-used')
  const answer = await work()
  if (answer.kind !== 'done') return answer
  if (before) {
    await sql`
      delete from api_answer
      where service_id = ${serviceId} and system_id = ${systemId} and idempotency_key = ${key}`.execute(tx)
  }
  await tx
    .insertInto('api_answer')
    .values({
      service_id: serviceId,
      system_id: systemId,
      idempotency_key: key,
      request_print: print,
      answer: JSON.stringify(answer),
      answered_at: now,
    })
    .execute()
  return answer
}

/** Deletes answers that will not be given again. */
export const clearApiAnswers: Job = {
  name: 'clear-api-answers',
  title: 'Delete answers of the API after 24 hours',
  every: '5 * * * *',
  async run(_data, { db, now }) {
    for (const id of await listServices(db)) {
      await inTransaction(db, { serviceId: id, purpose: 'Deleted old answers of the API' }, tx =>
        tx
          .deleteFrom('api_answer')
          .where('service_id', '=', id)
          .where('answered_at', '<=', now().subtract(keptFor))
          .execute(),
      )
    }
  },
}
