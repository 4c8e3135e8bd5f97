import { randomBytes } from 'node:crypto'
import { Secret as SharedSecret, TOTP } from 'otpauth'
import type { Secret } from '../config/index.ts'
import type { Work } from '../database/index.ts'
import { seal, unseal } from './sealing.ts'
import type { Owner } from './tries.ts'

/** A code is good for half a minute; clocks may differ by one such step either way (RFC 6238, section 5.2). */
const secondsPerStep = 30
const drift = 1

/** A new secret to share with an authenticator app, in base 32 as apps ask for it: 160 bits (RFC 4226, section 4). */
export function newSharedSecret(): string {
  return new SharedSecret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32
}

/** The address that an authenticator app reads from a QR code. */
export function authenticatorAddress(sharedSecret: string, email: string): string {
  return totp(sharedSecret, email).toString()
}

/** The code that an app shows at a moment. */
export function codeAt(sharedSecret: string, at: Temporal.Instant): string {
  return totp(sharedSecret).generate({ timestamp: at.epochMilliseconds })
}

/** The step of time that a code belongs to; undefined when it is not a code of about now. */
export function stepOf(sharedSecret: string, code: string, now: Temporal.Instant): number | undefined {
  const delta = totp(sharedSecret).validate({
    token: code,
    timestamp: now.epochMilliseconds,
    window: drift,
  })
  if (delta === null) return undefined
  return Math.floor(now.epochMilliseconds / 1000 / secondsPerStep) + delta
}

function totp(sharedSecret: string, email = 'account'): TOTP {
  return new TOTP({
    issuer: 'Throughline',
    label: email,
    secret: SharedSecret.fromBase32(sharedSecret),
    period: secondsPerStep,
  })
}

/** Keeps a person's authenticator app, in place of the one before; `step` is that of the code that proved it. */
export async function keepAuthenticator(
  tx: Work,
  secret: Secret,
  owner: Owner,
  proved: { sharedSecret: string; step: number },
  now: Temporal.Instant,
): Promise<void> {
  const kept = {
    secret: seal(secret, purpose, nameOf(owner), proved.sharedSecret),
    confirmed_at: now,
    last_step: proved.step,
  }
  await tx
    .insertInto('authenticator_app')
    .values({ service_id: owner.serviceId, user_id: owner.userId, ...kept })
    .onConflict(conflict => conflict.columns(['service_id', 'user_id']).doUpdateSet(kept))
    .execute()
}

/** Uses a code of a person's app: each works once, and none from before the last. */
export async function takeAuthenticatorCode(
  tx: Work,
  secret: Secret,
  owner: Owner,
  code: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const row = await tx
    .selectFrom('authenticator_app')
    .select(['secret', 'last_step'])
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('confirmed_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  const sharedSecret = row && unseal(secret, purpose, nameOf(owner), row.secret)
  const step = sharedSecret && stepOf(sharedSecret, code, now)
  if (!row || !step || step <= row.last_step) return false
  await tx
    .updateTable('authenticator_app')
    .set({ last_step: step })
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .execute()
  return true
}

const purpose = 'authenticator app'

function nameOf(owner: Owner): string {
  return `${owner.serviceId} ${owner.userId}`
}
