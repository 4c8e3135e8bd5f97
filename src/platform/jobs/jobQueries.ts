import { sql } from 'kysely'
import type { Work } from '../database/index.ts'

/** How a kind of job stands for one service. */
export type Queue = {
  name: string
  waiting: number
  active: number
  failed: number
  lastDone: Temporal.Instant | null
}

/** A job that was tried as often as it may be and could not be done. */
export type Failure = {
  id: string
  name: string
  at: Temporal.Instant
  tries: number
  /** Words of ours, without personal data. */
  why: string
}

/** Jobs name their service in their data; those that name none are the program's own rounds over every service. */
const ofService = (serviceId: string) => sql`coalesce(data ->> 'serviceId', ${serviceId}) = ${serviceId}`

/** How the queues stand, by name; a kind of job that was never asked for is not among them. */
export async function listQueues(tx: Work, serviceId: string): Promise<Queue[]> {
  const { rows } = await sql<Queue>`
    select name,
      count(*) filter (where state in ('created', 'retry')) as waiting,
      count(*) filter (where state = 'active') as active,
      count(*) filter (where state = 'failed') as failed,
      max(completed_on) filter (where state = 'completed') as "lastDone"
    from pgboss.job
    where ${ofService(serviceId)}
    group by name
    order by name`.execute(tx)
  return rows
}

/** How many jobs of a service failed for good. */
export async function countFailures(tx: Work, serviceId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pgboss.job where state = 'failed' and ${ofService(serviceId)}`.execute(tx)
  return rows[0]?.count ?? 0
}

/** As many as listFailures answers. */
export const mostFailures = 100

/** The newest jobs that failed for good. */
export async function listFailures(tx: Work, serviceId: string): Promise<Failure[]> {
  const { rows } = await sql<Failure>`
    select id, name, completed_on as at, retry_count + 1 as tries,
      coalesce(output ->> 'message', 'It took too long, or the server stopped meanwhile') as why
    from pgboss.job
    where state = 'failed' and ${ofService(serviceId)}
    order by completed_on desc
    limit ${mostFailures}`.execute(tx)
  return rows
}

/** Whether a failed job of this kind and id is the service's own. */
export async function isFailureOf(tx: Work, serviceId: string, name: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from pgboss.job
    where name = ${name} and id::text = ${id} and state = 'failed' and ${ofService(serviceId)}`.execute(tx)
  return rows.length === 1
}
