import {
  CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  type Kysely,
  PostgresDialect,
  sql,
  Transaction,
} from 'kysely'
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

/** Statements end here, and none is sent any more. */
type Ending = 'commit' | 'rollback'

/** What a transaction is made of besides its connection: it begins no other, and ends nothing. */
const dialect = new PostgresDialect({
  pool: () => Promise.reject(new Error('A transaction opens no connection')),
})
const parts = { config: { dialect }, dialect, driver: new DummyDriver() }

/**
 * A transaction on a connection. Unlike Kysely's own it does not wait for one answer before it sends the next statement:
 * what is asked for in one turn of the program is one trip to the database.
 * @param isOver whether it has ended: nothing more is then sent, since the connection may be another's already
 */
function workOn(db: Kysely<DB>, connection: DatabaseConnection, isOver: () => boolean): Work {
  const provider = {
    async provideConnection<T>(use: (connection: DatabaseConnection) => Promise<T>): Promise<T> {
      if (isOver()) throw new Error('The transaction has ended already')
      return use(connection)
    },
  }
  return new Transaction<DB>({ ...parts, executor: db.getExecutor().withConnectionProvider(provider) })
}

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
  return db.getExecutor().provideConnection(async connection => {
    let isOver = false
    const say = (words: 'begin' | Ending) => connection.executeQuery<Ended>(CompiledQuery.raw(words))
    const tx = workOn(db, connection, () => isOver)
    const sent: Promise<unknown>[] = []
    const along: Along = done => {
      // Looked at below; until then its failure is not one that nobody sees to.
      done.catch(() => {})
      sent.push(done)
    }
    try {
      along(say('begin'))
      along(setContext(tx, context))
      const answer = await work(tx, along)
      isOver = true
      const ending = keep(answer) ? 'commit' : 'rollback'
      const [ended] = await Promise.all([say(ending), ...sent])
      // What an earlier statement has broken is rolled back, and PostgreSQL says so without a fault.
      if (ending === 'commit' && ended.rows[0]?.command === 'ROLLBACK')
        throw new Error('The transaction was undone: one of its statements had failed')
      return answer
    } catch (fault) {
      isOver = true
      // The connection may be gone, in which case the server has undone the work already.
      await say('rollback').catch(() => {})
      throw fault
    }
  })
}

/** How a transaction ended, as the server says it. */
type Ended = { command?: string }

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
