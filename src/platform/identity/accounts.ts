import type { Role } from '../access/index.ts'
import type { Work } from '../database/index.ts'

export type NewAccount = {
  serviceId: string
  email: string
  name: string
  roles: readonly Role[]
  passwordHash?: string
}

/**
 * Adds an account.
 * @returns its id, or undefined when the service has an account with this e-mail address already
 */
export async function addAccount(tx: Work, account: NewAccount): Promise<string | undefined> {
  const row = await tx
    .insertInto('person_account')
    .values({
      service_id: account.serviceId,
      email: account.email.trim().toLowerCase(),
      name: account.name.trim(),
      roles: [...account.roles],
      password_hash: account.passwordHash ?? null,
    })
    .onConflict(conflict => conflict.columns(['service_id', 'email']).doNothing())
    .returning('user_id')
    .executeTakeFirst()
  return row?.user_id
}

/** Turns the key that leads to the search box on or off for one person. */
export async function setSearchKey(
  tx: Work,
  owner: { serviceId: string; userId: string },
  isOn: boolean,
): Promise<void> {
  await tx
    .updateTable('person_account')
    .set({ has_search_key: isOn })
    .where('service_id', '=', owner.serviceId)
    .where('user_id', '=', owner.userId)
    .execute()
}
