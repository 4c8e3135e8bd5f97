import { sql } from 'kysely'
import { openDatabase, openPool, setContext, type Work } from '../platform/database/index.ts'

/** A service that this installation holds. */
export type Service = { serviceId: string; name: string; isDemonstration: boolean; people: number }

/** Does something as the owner of the tables, across services, in one transaction. */
async function asOwner<T>(ownerUrl: string, work: (tx: Work) => Promise<T>): Promise<T> {
  const db = openDatabase(openPool(ownerUrl, 'owner', 1))
  try {
    return await db.transaction().execute(async tx => {
      await sql`select set_config('throughline.system', 'on', true)`.execute(tx)
      return work(tx)
    })
  } finally {
    await db.destroy()
  }
}

/** The services of this installation, the oldest first. */
export function listServices(ownerUrl: string): Promise<Service[]> {
  return asOwner(ownerUrl, async tx => {
    const { rows } = await sql<Service>`
      select s.service_id as "serviceId", s.name, s.is_demonstration as "isDemonstration",
        (select count(*) from person_account a where a.service_id = s.service_id) as people
      from service s order by s.created_at, s.service_id`.execute(tx)
    return rows
  })
}

/**
 * Adds a service, and whatever `fill` adds to it, or nothing at all.
 * @returns its id; undefined when `onlyFirst` and there is a service already
 */
export function addService(
  ownerUrl: string,
  service: { name: string; isDemonstration?: boolean; onlyFirst?: boolean },
  fill: (tx: Work, serviceId: string) => Promise<void> = async () => {},
): Promise<string | undefined> {
  return asOwner(ownerUrl, async tx => {
    await sql`lock table service in share row exclusive mode`.execute(tx)
    if (service.onlyFirst) {
      const { rows } = await sql`select from service limit 1`.execute(tx)
      if (rows.length > 0) return undefined
    }
    const { service_id: serviceId } = await tx
      .insertInto('service')
      .values({ name: service.name.trim(), is_demonstration: service.isDemonstration ?? false })
      .returning('service_id')
      .executeTakeFirstOrThrow()
    await setContext(tx, { serviceId, purpose: 'Added the service' })
    await fill(tx, serviceId)
    return serviceId
  })
}
