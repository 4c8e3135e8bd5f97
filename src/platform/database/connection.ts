import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolConfig, types } from 'pg'
import { pipelined } from './pipelined.ts'
import type { DB } from './schema.generated.ts'

/**
 * How values come out of PostgreSQL: dates as Temporal.PlainDate, times as Temporal.PlainTime, instants as Temporal.Instant, whole numbers of
 * 8 bytes as number (counts stay far below 2^53) and numerics as number.
 */
const parsers: Record<number, (text: string) => unknown> = {
  [types.builtins.DATE]: text => Temporal.PlainDate.from(text),
  [types.builtins.TIME]: text => Temporal.PlainTime.from(text),
  [types.builtins.TIMESTAMPTZ]: text =>
    Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
  [types.builtins.INT8]: Number,
  [types.builtins.NUMERIC]: Number,
}

const parseTypes: NonNullable<PoolConfig['types']> = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || types.getTypeParser(oid, format)) as typeof types.getTypeParser,
}

// How they go in: pg asks a parameter for `toPostgres`; without it an object is sent as JSON, quotes and all.
for (const type of [Temporal.PlainDate, Temporal.PlainTime, Temporal.Instant]) {
  Object.defineProperty(type.prototype, 'toPostgres', {
    value(this: { toString(): string }) {
      return this.toString()
    },
  })
}

/** A pool of connections to one database; `name` shows in the server's list of sessions. */
export function openPool(url: string, name: string, size = 10): Pool {
  const pool = new Pool({
    connectionString: url,
    application_name: `throughline ${name}`,
    max: size,
    types: parseTypes,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options:
      '-c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC -c random_page_cost=1.1',
  })
  // An idle connection that breaks (the server restarts) is dropped by the pool; the next request opens a new one.
  pool.on('error', () => {})
  // One that breaks while a transaction holds it tells its next query so; without a listener it would end the program.
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}

/** The query builder over a pool, typed from the migrated database. */
export function openDatabase(pool: Pool): Kysely<DB> {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: pipelined(pool) }) })
}
