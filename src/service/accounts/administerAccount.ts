import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Role } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import {
  countOtherAdministrators,
  endSessions,
  findAccount,
  markDisabled,
  type Owner,
  spendLinks,
  updateAccount,
} from '../../platform/identity/index.ts'
import { holdRestrictions, isLastToOpen, seesChildren } from '../../record/children/index.ts'

/** Why an account is left as it is. */
export type Kept =
  | 'unknown'
  /** Nobody shuts the door on themselves. */
  | 'own-account'
  /** Nobody gives themselves what they may open. */
  | 'own-roles'
  /** Without one, nobody could add another. */
  | 'last-administrator'
  /** Nobody else could open a restricted record. */
  | 'last-to-open'
  /** Somebody else has changed it since. */
  | 'changed-meanwhile'

/**
 * Disables an account, which ends its sessions and spends its links, or enables it again.
 * @param by who does it; absent: the program's operator, on the command line
 */
export async function setDisabled(
  tx: Work,
  owner: Owner,
  disabled: boolean,
  { by, now }: { by?: string; now: Temporal.Instant },
): Promise<Result<'changed' | 'already', Kept>> {
  if (disabled && by === owner.userId) return refused('own-account')
  const others = await countOtherAdministrators(tx, owner)
  if (disabled) await holdRestrictions(tx)
  const account = await findAccount(tx, owner)
  if (!account) return refused('unknown')
  if ((account.disabledAt !== null) === disabled) return ok('already')
  if (disabled && account.roles.includes('administrator') && others === 0)
    return refused('last-administrator')
  if (disabled && (await isLastToOpen(tx, owner.userId))) return refused('last-to-open')
  await markDisabled(tx, owner, disabled ? now : null)
  if (disabled) {
    await endSessions(tx, owner, { allBut: undefined }, now)
    await spendLinks(tx, owner, ['invitation', 'reset'], now)
  }
  return ok('changed')
}

/**
 * Changes a person's name and roles; `version` is that of the account when the change was begun. Nobody changes their own
 * roles. An administrator, who sees no child, can still give roles to an account of their own under another address: of
 * that every manager is told (tellOfReach), since it cannot be prevented.
 */
export async function changeAccount(
  tx: Work,
  owner: Owner,
  change: { name: string; roles: readonly Role[]; version: number },
  by: string,
): Promise<Result<'changed', Kept>> {
  const others = await countOtherAdministrators(tx, owner)
  await holdRestrictions(tx)
  const account = await findAccount(tx, owner)
  if (!account) return refused('unknown')
  const keepsRoles = new Set(account.roles).symmetricDifference(new Set(change.roles)).size === 0
  if (by === owner.userId && !keepsRoles) return refused('own-roles')
  const stepsDown = account.roles.includes('administrator') && !change.roles.includes('administrator')
  if (stepsDown && account.disabledAt === null && others === 0) return refused('last-administrator')
  if (!seesChildren(change.roles) && (await isLastToOpen(tx, owner.userId))) return refused('last-to-open')
  return (await updateAccount(tx, owner, change)) ? ok('changed') : refused('changed-meanwhile')
}
