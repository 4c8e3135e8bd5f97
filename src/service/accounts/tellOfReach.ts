import { type Role, reachOf, roleNames } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Platform } from '../../platform/http/index.ts'
import { listAccounts } from '../../platform/identity/index.ts'
import { queueMessage } from '../../platform/mail/index.ts'
import { reachWords } from './messages.ts'

type Given = {
  serviceId: string
  /** Whose account it is, and the roles before and now; none before for an account that is new or was disabled. */
  userId: string
  name: string
  before: readonly Role[]
  now: readonly Role[]
  /** The administrator who gave them; absent: the program's operator, on the command line. */
  by?: string | undefined
}

/**
 * Tells the managers that somebody's roles now open the records of all children. An administrator sees no child, but
 * gives roles and could make an account that does: nobody does that without the service's managers hearing of it. While
 * there is none yet, as with the first accounts, there is nobody to tell.
 */
export async function tellOfReach(
  platform: Pick<Platform, 'later' | 'now'>,
  tx: Work,
  { serviceId, userId: whose, name, before, now, by }: Given,
): Promise<void> {
  const opensAll = (roles: readonly Role[]) => reachOf('child.see', roles) === 'all'
  if (!opensAll(now) || opensAll(before)) return
  const accounts = await listAccounts(tx, serviceId)
  const giver = accounts.find(({ userId }) => userId === by)?.name
  const managers = accounts.filter(
    ({ userId, disabledAt, roles }) =>
      userId !== by && userId !== whose && !disabledAt && roles.includes('manager'),
  )
  for (const manager of managers) {
    const words = reachWords({ to: manager.name, name, roles: now.map(role => roleNames[role]), giver })
    await queueMessage(platform, tx, { serviceId, to: manager.email, ...words })
  }
}
