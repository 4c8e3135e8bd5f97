import { type Kysely, sql } from 'kysely'
import { type DB, inTransaction, type Work } from '../src/platform/database/index.ts'
import { beginSession } from '../src/platform/identity/index.ts'

/** Who asks, with the cookie of a session. */
export type Asking = { serviceId: string; userId: string; cookie: string }

/** What the measurements ask about: one service in the middle, its people, and children of it in no order. */
export type Ground = {
  officers: Asking[]
  senior: Asking
  childIds: string[]
  pairs: [string, string][]
  names: string[]
}

const inTheMiddle = sql<{ id: string }>`
  select s.id from list_services() with ordinality s (id, place) order by abs(place - (select count(*) / 2 from list_services())) limit 1`

/** Chooses what is asked about, and signs its people in. */
export async function findGround(db: Kysely<DB>, now: Temporal.Instant): Promise<Ground> {
  const serviceId = (await inTheMiddle.execute(db)).rows[0]?.id
  if (serviceId === undefined) throw new Error('the bench has no service')
  return inTransaction(db, { serviceId }, async tx => {
    const officers = await signIn(tx, serviceId, 'officer', 8, now)
    const [senior] = await signIn(tx, serviceId, 'senior', 1, now)
    if (!senior) throw new Error('the service has no senior')
    const { rows: children } = await sql<{ id: string; name: string }>`
      select child_id as id, folded_name as name from child
      where service_id = ${serviceId} order by md5(child_id::text) limit 400`.execute(tx)
    const childIds = children.map(({ id }) => id)
    const pairs = childIds.slice(0, 100).map((id, at): [string, string] => [id, childIds[at + 100] ?? id])
    return { officers, senior, childIds, pairs, names: children.slice(0, 50).map(({ name }) => name) }
  })
}

async function signIn(
  tx: Work,
  serviceId: string,
  role: string,
  most: number,
  now: Temporal.Instant,
): Promise<Asking[]> {
  const { rows } = await sql<{ id: string }>`
    select user_id as id from person_account where service_id = ${serviceId} and ${role} = any (roles)
    order by email limit ${most}`.execute(tx)
  const asking: Asking[] = []
  for (const { id: userId } of rows) {
    const token = await beginSession(tx, { serviceId, userId }, 'bench', true, now)
    asking.push({ serviceId, userId, cookie: `throughline=${token}` })
  }
  return asking
}
