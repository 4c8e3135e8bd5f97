import { sql } from 'kysely'
import type { PoolClient } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../app/testkit/database.ts'
import { openDatabase, openPool } from './connection.ts'
import { mostPrepared } from './pipelined.ts'
import { inTransaction, type Work } from './transaction.ts'

let database: TestDatabase
let pool: ReturnType<typeof openPool>
let db: ReturnType<typeof openDatabase>
const context = { serviceId: crypto.randomUUID() }
/** How often something was sent since it was last set to none. */
let packets = 0

beforeAll(async () => {
  database = await makeTestDatabase()
  pool = openPool(database.appUrl, 'test', 1)
  pool.on('connect', countPackets)
  db = openDatabase(pool)
})
afterAll(async () => {
  await db.destroy()
  await database.close()
})

type Writer = { write: (...given: unknown[]) => unknown }

/** Counts what leaves this program: what is held back and sent together is one packet. */
function countPackets(client: PoolClient) {
  const { stream } = (client as unknown as { connection: { stream: { _handle: Record<string, unknown> } } })
    .connection
  const handle = stream._handle
  for (const name of ['writev', 'writeUtf8String', 'writeBuffer', 'writeLatin1String', 'writeAsciiString']) {
    const send = handle[name] as Writer['write']
    handle[name] = (...given: unknown[]) => {
      packets += 1
      return send.apply(handle, given)
    }
  }
}

const ask = (tx: Work, value: number) =>
  sql<{ value: number }>`select ${value}::int as value`.execute(tx).then(({ rows }) => rows[0]?.value)

test('what is asked for together is one trip, with the beginning before it and the end after it', async () => {
  await inTransaction(db, context, tx => ask(tx, 0))
  packets = 0
  const answers = await inTransaction(db, context, async tx => {
    const together = await Promise.all([ask(tx, 1), ask(tx, 2), ask(tx, 3)])
    expect(packets).toBe(1)
    return together
  })
  expect(answers).toEqual([1, 2, 3])
  expect(packets).toBe(2)
})

test('what is sent along with the end makes no trip of its own, and its failure undoes everything', async () => {
  packets = 0
  await inTransaction(db, context, async (_, along) => along(Promise.resolve()))
  expect(packets).toBe(1)
  packets = 0
  const failed = inTransaction(db, context, async (tx, along) => along(sql`select 1 / 0`.execute(tx)))
  await expect(failed).rejects.toThrow('division by zero')
})

test('a failure that was caught on the way does not pass for a transaction that was kept', async () => {
  const kept = inTransaction(db, context, async tx => {
    await sql`select 1 / 0`.execute(tx).catch(() => {})
  })
  await expect(kept).rejects.toThrow('The transaction was undone')
})

test('the first fault is the one that is told, not what followed from it', async () => {
  const failed = inTransaction(db, context, tx =>
    Promise.all([ask(tx, 1), sql`select 1 / 0`.execute(tx), ask(tx, 2)]),
  )
  await expect(failed).rejects.toThrow('division by zero')
})

test('nothing is asked in a transaction that has ended: its connection may be another’s', async () => {
  const kept = await inTransaction(db, context, async tx => ({ left: tx }))
  await expect(ask(kept.left, 1)).rejects.toThrow('ended already')
  const undone: { left?: Work } = {}
  const failed = inTransaction(db, context, async tx => {
    undone.left = tx
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  await expect(ask(undone.left ?? kept.left, 1)).rejects.toThrow('ended already')
})

test('a connection that broke is not used again', async () => {
  const broken = inTransaction(db, context, async tx => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await database.asOwner(`select pg_terminate_backend(${rows[0]?.pid ?? 0})`)
    await ask(tx, 1)
  })
  await expect(broken).rejects.toThrow()
  expect(await inTransaction(db, context, tx => ask(tx, 2))).toBe(2)
})

test('a connection keeps prepared what it was asked last, and no more than that', async () => {
  const shapes = Array.from({ length: mostPrepared + 20 }, (_, shape) => shape)
  const prepared = await inTransaction(db, context, async tx => {
    await ask(tx, 0)
    for (const shape of shapes) {
      await sql`select ${shape}::int as ${sql.ref(`shape_${shape}`)}`.execute(tx)
      if (shape % 100 === 0) await ask(tx, shape)
    }
    const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(
      tx,
    )
    return rows.map(({ statement }) => statement)
  })
  expect(prepared.length).toBeLessThanOrEqual(mostPrepared)
  expect(prepared).toContain('select $1::int as value')
  expect(prepared).toContain(`select $1::int as "shape_${mostPrepared + 19}"`)
  expect(prepared).not.toContain('select $1::int as "shape_0"')
})

test('what was never prepared, because it stood behind a failure, harms nobody when it is forgotten', async () => {
  const shaped = (tx: Work, shape: string) => sql`select ${1}::int as ${sql.ref(shape)}`.execute(tx)
  const failed = inTransaction(db, context, tx =>
    Promise.all([sql`select 1 / ${0}::int`.execute(tx), shaped(tx, 'behind_1'), shaped(tx, 'behind_2')]),
  )
  await expect(failed).rejects.toThrow('division by zero')
  for (let turn = 0; turn <= mostPrepared; turn += 1)
    await inTransaction(db, context, async tx => {
      await shaped(tx, `later_${turn}`)
      expect(await ask(tx, turn)).toBe(turn)
    })
})
