import { inTransaction } from '../../platform/database/index.ts'
import { type Answer, sessionCookie, type Visit } from '../../platform/http/index.ts'
import {
  completeSignIn,
  countFactors,
  findSecondFactors,
  type Owner,
  openBefore,
  type SecondFactors,
  sealUntil,
} from '../../platform/identity/index.ts'
import { secondFactorPath } from './paths.ts'

/**
 * How often one connection may try to sign in within a minute. A whole office is often behind one, and signs in at nine:
 * guesses at one account are slowed by its rest, and this only keeps a machine from trying very many accounts.
 */
export const signInsPerMinute = 120

/** Carries from the password to the second step whose password it was; readable by nobody but us. */
export const stepCookie = 'throughline-second-step'
/** Carries the question that a passkey is to answer. */
export const challengeCookie = 'throughline-challenge'
const minutesForStep = 5
const purpose = 'second step'

/**
 * Only an address of our own is gone to after signing in. It is read as a browser reads it, which drops tabs and line
 * breaks, takes `\` for `/` and resolves dots: `/<tab>/other.example` and `/.//other.example` are not ours.
 * @returns path and query, without the origin; `/` where the address is not ours
 */
export function safeNext({ platform }: Visit, next: string | null | undefined): string {
  const here = platform.config.publicUrl
  const url = next ? URL.parse(next, here) : null
  if (!next?.startsWith('/') || url?.origin !== new URL(here).origin) return '/'
  if (url.pathname.startsWith('//') || url.pathname.startsWith('/sign-')) return '/'
  return url.pathname + url.search
}

/** After the right password: the second step for those who have one, a session for the others. */
export async function afterPassword(visit: Visit, owner: Owner, next: string): Promise<Answer> {
  const { platform, now } = visit
  const factors = await inTransaction(platform.db, owner, tx => findSecondFactors(tx, owner))
  if (countFactors(factors) === 0) return beginAndGo(visit, owner, { passedSecondFactor: false, next })
  const { serviceId, userId } = owner
  const until = now.add({ minutes: minutesForStep })
  const value = sealUntil(platform.secret, purpose, { serviceId, userId, next }, until)
  return {
    kind: 'redirect',
    to: secondFactorPath.to(),
    cookies: [{ name: stepCookie, value, maxAgeSeconds: minutesForStep * 60 }],
  }
}

/** Somebody between the password and the second step. */
export type AtSecondStep = { owner: Owner; next: string; factors: SecondFactors }

/** Who has given the right password within the last minutes and has the second step before them. */
export async function findSecondStep(visit: Visit): Promise<AtSecondStep | undefined> {
  const { platform, cookies, now } = visit
  const carried = openBefore(platform.secret, purpose, cookies[stepCookie], now)
  if (!carried?.serviceId || !carried.userId) return undefined
  const owner = { serviceId: carried.serviceId, userId: carried.userId }
  const factors = await inTransaction(platform.db, owner, tx => findSecondFactors(tx, owner))
  return { owner, next: safeNext(visit, carried.next), factors }
}

/** Begins the session and goes on; what was carried on the way here is forgotten. */
export async function beginAndGo(
  visit: Visit,
  owner: Owner,
  how: { passedSecondFactor: boolean; next: string; flash?: string },
): Promise<Answer> {
  const token = await beginSessionFor(visit, owner, how.passedSecondFactor)
  return {
    kind: 'redirect',
    to: how.next,
    cookies: signedInCookies(token),
    ...(how.flash === undefined ? {} : { flash: how.flash }),
  }
}

export function beginSessionFor(visit: Visit, owner: Owner, passedSecondFactor: boolean): Promise<string> {
  const { platform, device, requestId, now } = visit
  return completeSignIn(platform.db, owner, { device, passedSecondFactor, request: requestId }, now)
}

export function signedInCookies(token: string) {
  return [
    { name: sessionCookie, value: token },
    { name: stepCookie, value: undefined },
    { name: challengeCookie, value: undefined },
  ]
}
