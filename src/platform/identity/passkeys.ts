import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Config, Secret } from '../config/index.ts'
import { inTransaction, type Work } from '../database/index.ts'
import type { Platform } from '../http/index.ts'
import { findPasskey, keepPasskey, listPasskeys, markPasskeyUsed, type PasskeyRow } from './passkeyQueries.ts'
import { openBefore, sealUntil } from './sealing.ts'
import type { Owner } from './tries.ts'

/** How long a person may take over a passkey; the question that it signs is good for no longer. */
const minutes = 5

/** What to ask the browser, and the sealed question that it is to bring back with the answer. */
export type Ceremony<Options> = { options: Options; sealed: string }

/** The kinds of key that every browser can make: EdDSA, ES256 and RS256 (IANA, COSE algorithms). */
const algorithms = [-8, -7, -257]

/** Where passkeys belong: they work at this address and no other (WebAuthn, section 5.1.3). */
function siteOf(config: Pick<Config, 'publicUrl'>): { id: string; origin: string } {
  const url = new URL(config.publicUrl)
  return { id: url.hostname, origin: url.origin }
}

/** Asks for a new passkey for somebody who is signed in. */
export async function askForNewPasskey(
  platform: Pick<Platform, 'config' | 'secret'>,
  tx: Work,
  who: Owner & { email: string; name: string },
  now: Temporal.Instant,
): Promise<Ceremony<PublicKeyCredentialCreationOptionsJSON>> {
  const options = await generateRegistrationOptions({
    rpName: 'Throughline',
    rpID: siteOf(platform.config).id,
    userID: new TextEncoder().encode(who.userId),
    userName: who.email,
    userDisplayName: who.name,
    excludeCredentials: await listPasskeys(tx, who),
    supportedAlgorithmIDs: algorithms,
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  const carried = { challenge: options.challenge, userId: who.userId }
  return { options, sealed: sealUntil(platform.secret, registering, carried, now.add({ minutes })) }
}

/**
 * Keeps a passkey that the browser made.
 * @param answer what the browser sent: not yet to be believed
 * @returns whether it was what was asked for
 */
export async function addPasskey(
  platform: Pick<Platform, 'config' | 'secret'>,
  tx: Work,
  who: Owner,
  sent: { answer: unknown; sealed: string | undefined; name: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const carried = openBefore(platform.secret, registering, sent.sealed, now)
  if (!carried?.challenge || carried.userId !== who.userId) return false
  const site = siteOf(platform.config)
  const verified = await verifyRegistrationResponse({
    response: sent.answer as RegistrationResponseJSON,
    expectedChallenge: carried.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch(refuse)
  if (!verified.verified) return false
  return keepPasskey(tx, who, verified.registrationInfo.credential, sent.name, now)
}

/** Asks anybody to sign in with a passkey alone: the device must make sure of the person. */
export async function askForAnyPasskey(
  platform: Pick<Platform, 'config' | 'secret'>,
  now: Temporal.Instant,
): Promise<Ceremony<PublicKeyCredentialRequestOptionsJSON>> {
  const options = await generateAuthenticationOptions({
    rpID: siteOf(platform.config).id,
    userVerification: 'required',
  })
  return { options, sealed: sealChallenge(platform.secret, signingIn, options.challenge, '', now) }
}

/** Asks somebody who has given the password for one of their passkeys. */
export async function askForOwnPasskey(
  platform: Pick<Platform, 'config' | 'secret' | 'db'>,
  owner: Owner,
  now: Temporal.Instant,
): Promise<Ceremony<PublicKeyCredentialRequestOptionsJSON>> {
  const options = await generateAuthenticationOptions({
    rpID: siteOf(platform.config).id,
    userVerification: 'preferred',
    allowCredentials: await inTransaction(platform.db, owner, tx => listPasskeys(tx, owner)),
  })
  return { options, sealed: sealChallenge(platform.secret, secondStep, options.challenge, owner.userId, now) }
}

/**
 * Whose passkey answered the question of `askForAnyPasskey`; undefined when none did. Each question is answered once.
 */
export function checkAnyPasskey(
  platform: Pick<Platform, 'config' | 'secret' | 'db'>,
  sent: { answer: unknown; sealed: string | undefined },
  now: Temporal.Instant,
): Promise<Owner | undefined> {
  return check(platform, sent, { purpose: signingIn, userId: '' }, now)
}

/** Whether a passkey of this person answered the question of `askForOwnPasskey`. Each question is answered once. */
export async function checkOwnPasskey(
  platform: Pick<Platform, 'config' | 'secret' | 'db'>,
  owner: Owner,
  sent: { answer: unknown; sealed: string | undefined },
  now: Temporal.Instant,
): Promise<boolean> {
  const found = await check(platform, sent, { purpose: secondStep, userId: owner.userId }, now)
  return found?.userId === owner.userId && found.serviceId === owner.serviceId
}

const registering = 'new passkey'
const signingIn = 'passkey alone'
const secondStep = 'passkey after password'

async function check(
  platform: Pick<Platform, 'config' | 'secret' | 'db'>,
  sent: { answer: unknown; sealed: string | undefined },
  expected: { purpose: string; userId: string },
  now: Temporal.Instant,
): Promise<Owner | undefined> {
  const carried = openBefore(platform.secret, expected.purpose, sent.sealed, now)
  if (!carried?.challenge || !carried.asked || carried.userId !== expected.userId) return undefined
  const passkey = await findPasskey(platform.db, idOf(sent.answer))
  if (!passkey) return undefined
  const site = siteOf(platform.config)
  const verified = await verifyAuthenticationResponse({
    response: sent.answer as AuthenticationResponseJSON,
    expectedChallenge: carried.challenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    credential: credentialOf(passkey),
    requireUserVerification: expected.purpose === signingIn,
  }).catch(refuse)
  if (!verified.verified) return undefined
  const owner = { serviceId: passkey.service_id, userId: passkey.user_id }
  const isFirstUse = await inTransaction(platform.db, { ...owner, purpose: 'Used a passkey' }, tx =>
    markPasskeyUsed(tx, passkey, {
      counter: verified.authenticationInfo.newCounter,
      asked: Temporal.Instant.from(carried.asked ?? ''),
      now,
    }),
  )
  return isFirstUse ? owner : undefined
}

function sealChallenge(
  secret: Secret,
  purpose: string,
  challenge: string,
  userId: string,
  now: Temporal.Instant,
): string {
  return sealUntil(secret, purpose, { challenge, userId, asked: now.toString() }, now.add({ minutes }))
}

function credentialOf(passkey: PasskeyRow) {
  return {
    id: passkey.passkey_id,
    publicKey: new Uint8Array(passkey.public_key),
    counter: passkey.counter,
    transports: passkey.transports,
  }
}

function idOf(answer: unknown): string {
  const id = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'id') : undefined
  return typeof id === 'string' ? id : ''
}

/** The library throws for every answer that does not fit the question: to us all of them are a refusal. */
function refuse(): { verified: false } {
  return { verified: false }
}
