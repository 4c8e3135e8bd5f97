import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Secret } from '../config/index.ts'

const nonceBytes = 12
const tagBytes = 16

/**
 * Encrypts a text with AES-256-GCM under a key of its own purpose, derived from the installation's secret.
 * @param purpose what it is for; a text sealed for one purpose cannot be opened for another
 * @param owner whose it is: a text sealed for one owner cannot be put in another's place
 */
export function seal(secret: Secret, purpose: string, owner: string, text: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  cipher.setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Opens what `seal` made; undefined when it was made for something else, by another installation, or altered. */
export function unseal(secret: Secret, purpose: string, owner: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < nonceBytes + tagBytes) return undefined
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, nonceBytes))
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()])
    return opened.toString('utf8')
  } catch {
    return undefined
  }
}

/** What a browser carries for us from one step to the next: it can neither read nor alter it. */
export type Carried = Record<string, string>

/** Seals a few values that a browser is to bring back before a moment. */
export function sealUntil(
  secret: Secret,
  purpose: string,
  carried: Carried,
  until: Temporal.Instant,
): string {
  return seal(secret, purpose, '', JSON.stringify({ ...carried, until: until.toString() }))
}

/** The values that `sealUntil` sealed; undefined when they are not ours or come too late. */
export function openBefore(
  secret: Secret,
  purpose: string,
  sealed: string | undefined,
  now: Temporal.Instant,
): Carried | undefined {
  const text = sealed === undefined ? undefined : unseal(secret, purpose, '', sealed)
  if (text === undefined) return undefined
  const { until = '', ...carried } = JSON.parse(text) as Carried
  return Temporal.Instant.compare(now, Temporal.Instant.from(until)) < 0 ? carried : undefined
}

function keyFor(secret: Secret, purpose: string): Buffer {
  return Buffer.from(secret.derive(`seal ${purpose}`), 'base64url')
}
