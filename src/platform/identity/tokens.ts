import { createHash, randomBytes } from 'node:crypto'

/** A secret that is handed out once and kept here as a hash only: sessions, invitations, resets. */
export function newToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** What is kept of a token. It is long and random, so a plain hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
