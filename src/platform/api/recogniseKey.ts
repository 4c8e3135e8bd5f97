import type { Kysely } from 'kysely'
import { type DB, inTransaction } from '../database/index.ts'
import { findApiKey, markUsed } from './apiKeyQueries.ts'
import type { Caller } from './apiRoute.ts'
import { isKeyText } from './keyText.ts'
import { type Problem, problem } from './problems.ts'

/** "Bearer" and one key (RFC 6750, section 2.1); the word in any case. */
const bearer = /^bearer +([\w.~+/=-]+)$/i

/**
 * Whose key a request shows, at a moment.
 * @param authorization the header, as it came
 * @returns the caller; or what to answer, which says no more to somebody whose key was never one
 */
export async function recogniseKey(
  db: Kysely<DB>,
  authorization: string | undefined,
  now: Temporal.Instant,
): Promise<Caller | Problem> {
  const [, key] = bearer.exec(authorization ?? '') ?? []
  if (key === undefined)
    return problem('no-key', { headers: { 'www-authenticate': 'Bearer realm="Throughline"' } })
  const found = isKeyText(key) ? await findApiKey(db, key) : undefined
  if (!found) return refusedKey('The key is not known. Was it copied whole?')
  if (found.endedAt) return refusedKey('The key has been ended by the service.')
  if (Temporal.Instant.compare(found.expiresAt, now) <= 0) return refusedKey('The key is past its last day.')
  const { caller, usedAt } = found
  const isNoted = usedAt && now.epochMilliseconds - usedAt.epochMilliseconds < 60_000
  const context = { serviceId: caller.serviceId, purpose: 'Noted that a key was used' }
  if (!isNoted) await inTransaction(db, context, tx => markUsed(tx, caller, now))
  return caller
}

function refusedKey(detail: string): Problem {
  const headers = { 'www-authenticate': 'Bearer realm="Throughline", error="invalid_token"' }
  return problem('key-refused', { detail, headers })
}
