import { addAccount, hashPassword } from '../../platform/identity/index.ts'
import type { Installation } from '../installation.ts'
import { addService } from '../serviceQueries.ts'
import { demonstrationPassword, demonstrationPeople } from './people.ts'

export { demonstrationPassword, demonstrationPeople } from './people.ts'

const name = 'Milton Brook Youth Justice Service'

/**
 * Fills a database that has no service yet with the demonstration service: an invented person for each role.
 * @returns false when there is a service already; then nothing is changed
 */
export async function fillDemonstration(
  installation: Pick<Installation, 'ownerUrl'>,
  say: (text: string) => void,
): Promise<boolean> {
  say('Filling the demonstration service …')
  const passwordHash = await hashPassword(demonstrationPassword)
  const service = { name, isDemonstration: true, onlyFirst: true }
  const serviceId = await addService(installation.ownerUrl, service, async (tx, id) => {
    for (const { role, name, email } of demonstrationPeople) {
      await addAccount(tx, { serviceId: id, email, name, roles: [role], passwordHash })
    }
  })
  return serviceId !== undefined
}
