import { fromKysely, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Work } from '../database/index.ts'
import type { Platform } from '../http/index.ts'
import { keepSafe } from './jobFault.ts'
import { isFailureOf } from './jobQueries.ts'

/** Work that is done in the background, tried again when it fails, and seen by an administrator. */
export type Job = {
  name: string
  /** For an administrator: what this job does. */
  title: string
  /** When it runs by itself (cron, in UTC); absent: only when it is asked for. */
  every?: string
  /** Must be safe to do twice: a server can die after the work and before it is marked as done. */
  run(data: Record<string, string>, platform: Platform): Promise<void>
}

/** What whoever looks after the jobs may know of them and do. */
export type JobDesk = {
  known: readonly Pick<Job, 'name' | 'title' | 'every'>[]
  /** Asks for a failed job of a service to be tried again; false when there is none such. */
  retry(tx: Work, serviceId: string, name: string, id: string): Promise<boolean>
}

export type Jobs = {
  /** Asks for a job in a transaction: it is done if, and only if, the transaction is kept. */
  later(tx: Work, job: string, data: Record<string, string>): Promise<void>
  retry: JobDesk['retry']
  boss: PgBoss
  stop(): Promise<void>
}

const schema = 'pgboss'
const queueOptions = {
  retryLimit: 5,
  retryDelay: 5,
  retryBackoff: true,
  expireInSeconds: 15 * 60,
  deleteAfterSeconds: 14 * 24 * 3600,
}

/** Makes or updates the queue's own tables, as the owner, and lets the application use them. */
export async function prepareJobs(ownerUrl: string, jobs: readonly Job[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema, supervise: false, schedule: false, max: 1 })
  boss.on('error', () => {})
  await boss.start()
  for (const job of jobs) await boss.createQueue(job.name, queueOptions)
  const db = boss.getDb()
  await db.executeSql(`grant usage on schema ${schema} to throughline_app`)
  await db.executeSql(
    `grant select, insert, update, delete on all tables in schema ${schema} to throughline_app`,
  )
  await db.executeSql(`grant execute on all functions in schema ${schema} to throughline_app`)
  await db.executeSql(`grant usage on all sequences in schema ${schema} to throughline_app`)
  await boss.stop({ graceful: false })
}

/** Starts working through the queue as the application's role. */
export async function startJobs(
  appUrl: string,
  jobs: readonly Job[],
  platform: () => Platform,
  logger: Logger,
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema,
    migrate: false,
    createSchema: false,
    reindex: false,
    max: 4,
    application_name: 'throughline jobs',
  })
  boss.on('error', (fault: Error & { code?: string }) =>
    logger.warn({ fault: fault.code ?? fault.name }, 'the job queue had a fault'),
  )
  await boss.start()
  for (const job of jobs) {
    await boss.work(job.name, { pollingIntervalSeconds: 2 }, async tasks => {
      for (const task of tasks) {
        await job.run((task.data ?? {}) as Record<string, string>, platform()).catch((fault: unknown) => {
          const safe = keepSafe(fault)
          logger.warn({ job: job.name, fault: safe.message }, 'a job could not be done')
          throw safe
        })
      }
    })
    if (job.every) await boss.schedule(job.name, job.every)
  }
  return {
    boss,
    async later(tx, name, data) {
      await boss.send(name, data, { db: fromKysely(tx) })
    },
    async retry(tx, serviceId, name, id) {
      if (!(await isFailureOf(tx, serviceId, name, id))) return false
      await boss.retry(name, id, { db: fromKysely(tx) })
      return true
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
