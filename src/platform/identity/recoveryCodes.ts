import { createHash, randomInt } from 'node:crypto'
import type { Work } from '../database/index.ts'
import type { Owner } from './tries.ts'

/** Letters and figures that nobody takes for one another: 31 of them, so fifteen give 74 bits. */
const characters = '23456789abcdefghjkmnpqrstuvwxyz'
const groups = 3
const perGroup = 5
const howMany = 10

/**
 * Makes ten recovery codes in place of those before.
 * @returns the codes, to be shown once; only their hashes are kept
 */
export async function makeRecoveryCodes(tx: Work, owner: Owner): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode)
  await removeRecoveryCodes(tx, owner)
  await tx
    .insertInto('recovery_code')
    .values(
      codes.map(code => ({
        service_id: owner.serviceId,
        user_id: owner.userId,
        code_hash: hashCode(owner, code),
      })),
    )
    .execute()
  return codes
}

/** Uses a recovery code: each works once. Spaces, hyphens and capitals do not matter. */
export async function takeRecoveryCode(
  tx: Work,
  owner: Owner,
  code: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const used = await tx
    .updateTable('recovery_code')
    .set({ used_at: now })
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('code_hash', '=', hashCode(owner, code))
    .where('used_at', 'is', null)
    .returning('user_id')
    .execute()
  return used.length === 1
}

/** How many codes a person has left. */
export async function countRecoveryCodes(tx: Work, owner: Owner): Promise<number> {
  const row = await tx
    .selectFrom('recovery_code')
    .select(eb => eb.fn.countAll<number>().as('left'))
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.left
}

/** Takes a person's recovery codes away. */
export async function removeRecoveryCodes(tx: Work, owner: Owner): Promise<void> {
  await tx
    .deleteFrom('recovery_code')
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .execute()
}

function newCode(): string {
  const group = () =>
    Array.from({ length: perGroup }, () => characters[randomInt(characters.length)]).join('')
  return Array.from({ length: groups }, group).join('-')
}

/** Bound to its owner, so that equal codes of two people would not look alike. */
function hashCode(owner: Owner, code: string): Buffer {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHash('sha256').update(`${owner.serviceId} ${owner.userId} ${plain}`).digest()
}
