import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Secret } from '../config/index.ts'

/** A head of a service's chain, as it is signed. */
export type Seal = {
  serviceId: string
  position: number
  /** Hexadecimal. */
  hash: string
  horizon: string
  server: string
  sealedAt: Temporal.Instant
}

/** The signature of a seal, with a key that only an installation with this secret can make. */
export function signSeal(seal: Seal, secret: Secret): string {
  const { serviceId, position, hash, horizon, server, sealedAt } = seal
  const text = [serviceId, position, hash, horizon, server, sealedAt.epochMilliseconds].join('\n')
  return createHmac('sha256', secret.derive('audit seal')).update(text).digest('base64url')
}

/** Whether a signature is the one that this installation would give to the seal. */
export function isSignedBy(seal: Seal, signature: string, secret: Secret): boolean {
  const [right, given] = [Buffer.from(signSeal(seal, secret)), Buffer.from(signature)]
  return right.length === given.length && timingSafeEqual(right, given)
}
