import type { Role } from '../access/index.ts'
import type { Secret } from '../config/index.ts'
import type { Work } from '../database/index.ts'
import { takeAuthenticatorCode } from './authenticator.ts'
import { countRecoveryCodes, removeRecoveryCodes, takeRecoveryCode } from './recoveryCodes.ts'
import { endSessions } from './sessions.ts'
import { countWrongTry, minutesOfRest, type Owner } from './tries.ts'

/**
 * The roles whose loss would open the whole service to somebody who stays: administrators open every account, managers
 * decide who sees what. Others who see every case that is not restricted may set up a second factor but need not:
 * docs/decisions/0009-who-must-have-a-second-step.md says why.
 */
export const rolesWithSecondFactor: readonly Role[] = ['administrator', 'manager']

/** Whether somebody with these roles must have a second factor. */
export function needsSecondFactor(roles: readonly Role[]): boolean {
  return roles.some(role => rolesWithSecondFactor.includes(role))
}

/**
 * Whether somebody must set one up before anything else: the role asks for it and this sign-in had none. Not in a
 * demonstration, which holds nobody real and is to be looked at without a telephone.
 */
export function mustSetUpSecondFactor(who: {
  roles: readonly Role[]
  passedSecondFactor: boolean
  isDemonstration: boolean
}): boolean {
  return needsSecondFactor(who.roles) && !who.passedSecondFactor && !who.isDemonstration
}

export type Passkey = {
  id: string
  name: string
  createdAt: Temporal.Instant
  usedAt: Temporal.Instant | null
}

/** A person's second factors. */
export type SecondFactors = {
  authenticatorSince: Temporal.Instant | undefined
  passkeys: Passkey[]
  recoveryCodesLeft: number
}

export async function findSecondFactors(tx: Work, owner: Owner): Promise<SecondFactors> {
  const authenticator = await tx
    .selectFrom('authenticator_app')
    .select('confirmed_at')
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .executeTakeFirst()
  const passkeys = await tx
    .selectFrom('passkey')
    .select(['passkey_id as id', 'name', 'created_at as createdAt', 'used_at as usedAt'])
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .orderBy('created_at')
    .execute()
  return {
    authenticatorSince: authenticator?.confirmed_at ?? undefined,
    passkeys,
    recoveryCodesLeft: await countRecoveryCodes(tx, owner),
  }
}

/** How many second factors a person has; recovery codes only stand in for one. */
export function countFactors(factors: SecondFactors): number {
  return factors.passkeys.length + (factors.authenticatorSince ? 1 : 0)
}

/**
 * To be called when a second factor has been proved by somebody who is signed in: this session counts as passed. Their
 * other sessions end when it is the first factor, because they began without one.
 */
export async function afterProving(
  tx: Work,
  owner: Owner & { sessionId: string },
  isFirst: boolean,
  now: Temporal.Instant,
): Promise<void> {
  if (isFirst) await endSessions(tx, owner, { allBut: owner.sessionId }, now)
  await tx
    .updateTable('session')
    .set({ passed_second_factor: true })
    .where('service_id', '=', owner.serviceId)
    .where('session_id', '=', owner.sessionId)
    .where('passed_second_factor', '=', false)
    .execute()
}

/**
 * Takes a second factor away. With the last one go the recovery codes, and the session no longer counts as passed.
 * @returns whether it is gone; false: it is the last one of somebody who must have one
 */
export async function removeSecondFactor(
  tx: Work,
  owner: Owner & { roles: readonly Role[] },
  which: 'authenticator' | { passkeyId: string },
): Promise<boolean> {
  await holdAccount(tx, owner)
  const left = countFactors(await findSecondFactors(tx, owner)) - 1
  if (left < 1 && needsSecondFactor(owner.roles)) return false
  if (which === 'authenticator') {
    await tx
      .deleteFrom('authenticator_app')
      .where('service_id', '=', owner.serviceId)
      .where('user_id', '=', owner.userId)
      .execute()
  } else {
    await tx
      .deleteFrom('passkey')
      .where('service_id', '=', owner.serviceId)
      .where('user_id', '=', owner.userId)
      .where('passkey_id', '=', which.passkeyId)
      .execute()
  }
  if (left < 1) await forgetPassing(tx, owner)
  return true
}

/** Takes all of a person's second factors away, for somebody who has lost them. */
export async function removeAllSecondFactors(tx: Work, owner: Owner): Promise<void> {
  for (const table of ['authenticator_app', 'passkey'] as const) {
    await tx
      .deleteFrom(table)
      .where('service_id', '=', owner.serviceId)
      .where('user_id', '=', owner.userId)
      .execute()
  }
  await forgetPassing(tx, owner)
}

/** Two tabs that each take one of two factors away must not both find that one is left. */
async function holdAccount(tx: Work, owner: Owner): Promise<void> {
  await tx
    .selectFrom('person_account')
    .select('user_id')
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .forUpdate()
    .execute()
}

async function forgetPassing(tx: Work, owner: Owner): Promise<void> {
  await removeRecoveryCodes(tx, owner)
  await tx
    .updateTable('session')
    .set({ passed_second_factor: false })
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('ended_at', 'is', null)
    .execute()
}

export type CodeCheck =
  | { outcome: 'right'; with: 'app' }
  | { outcome: 'right'; with: 'recovery-code'; left: number }
  | { outcome: 'wrong' }
  | { outcome: 'resting'; minutes: number }
  /** The account has been disabled in the meantime. */
  | { outcome: 'gone' }

/**
 * Checks what was typed after the password: a code of the app or a recovery code. Wrong ones count as wrong passwords
 * do. The account's row is held meanwhile, so that guesses sent at once are counted one by one. What this writes must
 * be kept whatever the outcome.
 */
export async function checkCode(
  tx: Work,
  secret: Secret,
  owner: Owner,
  typed: string,
  now: Temporal.Instant,
): Promise<CodeCheck> {
  const account = await tx
    .selectFrom('person_account')
    .select(['locked_until', 'disabled_at'])
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .forUpdate()
    .executeTakeFirst()
  if (!account || account.disabled_at) return { outcome: 'gone' }
  const minutes = minutesOfRest(account.locked_until, now)
  if (minutes > 0) return { outcome: 'resting', minutes }
  const code = typed.replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(code)) {
    if (await takeAuthenticatorCode(tx, secret, owner, code, now)) return { outcome: 'right', with: 'app' }
  } else if (await takeRecoveryCode(tx, owner, code, now)) {
    return { outcome: 'right', with: 'recovery-code', left: await countRecoveryCodes(tx, owner) }
  }
  await countWrongTry(tx, owner, now)
  return { outcome: 'wrong' }
}
