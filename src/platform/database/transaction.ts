import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from './schema.generated.ts'

/** A transaction as the application's role, within one service and on behalf of one person. */
export type Work = Transaction<DB>

/** On whose behalf, and why: row-level security and the audit take these from the transaction. */
export type Context = {
  serviceId: string
  /** Absent: the program's own work. */
  userId?: string | undefined
  /** The request's id, found again in the log. */
  request?: string | undefined
  /** What is done, in words: "Recorded the decision". */
  purpose?: string | undefined
  /** The reason that the person gave, where one is asked for. */
  reason?: string | undefined
  /** The date in England and Wales by the program's clock; absent: by the database's. Leave and cover go by it. */
  today?: Temporal.PlainDate | undefined
}

/** Takes what need not be waited for before the transaction ends: it is sent along, and its failure undoes everything. */
export type Along = (done: Promise<unknown>) => void

/**
 * Runs work in one transaction. What it answers is kept only if `keep` agrees (by default always); an exception
 * undoes everything.
 */
export async function inTransaction<T>(
  db: Kysely<DB>,
  context: Context,
  work: (tx: Work, along: Along) => Promise<T>,
  keep: (answer: T) => boolean = () => true,
): Promise<T> {
  const tx = await db.startTransaction().execute()
  const sent: Promise<unknown>[] = []
  const along: Along = done => {
    // Looked at below; until then its failure is not one that nobody sees to.
    done.catch(() => {})
    sent.push(done)
  }
  try {
    along(setContext(tx, context))
    const answer = await work(tx, along)
    const end = keep(answer) ? tx.commit() : tx.rollback()
    await Promise.all([...sent, end.execute()])
    return answer
  } catch (fault) {
    // The connection may be gone, in which case the server has undone the work already.
    await tx
      .rollback()
      .execute()
      .catch(() => {})
    throw fault
  }
}

/** Says on whose behalf the rest of the transaction is done. */
export async function setContext(tx: Work, context: Context): Promise<void> {
  await sql`select
    set_config('throughline.service', ${context.serviceId}, true),
    set_config('throughline.user', ${context.userId ?? ''}, true),
    set_config('throughline.request', ${context.request ?? ''}, true),
    set_config('throughline.purpose', ${context.purpose ?? ''}, true),
    set_config('throughline.reason', ${context.reason ?? ''}, true),
    set_config('throughline.today', ${context.today?.toString() ?? ''}, true)`.execute(tx)
}

/** Says why the rest of the transaction is done, where the reason was asked for beside an answer: the audit keeps it. */
export async function setReason(tx: Work, reason: string): Promise<void> {
  await sql`select set_config('throughline.reason', ${reason}, true)`.execute(tx)
}
