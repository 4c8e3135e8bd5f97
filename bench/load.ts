import autocannon from 'autocannon'
import type { Kysely, RawBuilder } from 'kysely'
import { type DB, inTransaction } from '../src/platform/database/index.ts'
import type { Asking } from './ground.ts'

/** What a measurement came to: how long one took, in milliseconds, and how many a second. */
export type Pace = { median: number; p99: number; perSecond: number; bytes: number }

export type Asked = { address: string; who: Asking }

/**
 * Asks the server for pages, in turn, from so many clients at once.
 * @throws when any answer is not a page
 */
export async function paceOfPages(
  base: string,
  asked: readonly Asked[],
  clients: number,
  seconds: number,
): Promise<Pace> {
  let turn = 0
  const times: number[] = []
  const result = await autocannon({
    url: base,
    connections: clients,
    duration: seconds,
    setupClient(client) {
      client.on('response', (_status, _bytes, ms) => times.push(ms))
    },
    requests: [
      {
        setupRequest(request) {
          turn += 1
          const it = asked[turn % asked.length]
          return {
            ...request,
            path: it?.address ?? '/',
            headers: { cookie: it?.who.cookie ?? '', 'x-forwarded-for': `10.0.${turn % 250}.${turn % 7}` },
          }
        },
      },
    ],
  })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${asked[0]?.address}: ${result.non2xx} answers were no pages, ${result.errors} failed`)
  return {
    ...spread(times),
    perSecond: result.requests.total / result.duration,
    bytes: result.throughput.total / result.requests.total,
  }
}

export type Bare = { who: Asking; statements: readonly RawBuilder<unknown>[] }

/** Asks the database for what pages need, in a transaction as theirs, from so many clients over the same pool. */
export async function paceOfBare(
  db: Kysely<DB>,
  asked: readonly Bare[],
  clients: number,
  seconds: number,
): Promise<Pace> {
  const times: number[] = []
  const until = performance.now() + seconds * 1_000
  const began = performance.now()
  let turn = 0
  const client = async () => {
    while (performance.now() < until) {
      turn += 1
      const it = asked[turn % asked.length]
      if (!it) return
      const start = performance.now()
      await inTransaction(db, it.who, async tx => {
        for (const statement of it.statements) await statement.execute(tx)
      })
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return { ...spread(times), perSecond: (times.length * 1_000) / (performance.now() - began), bytes: 0 }
}

function spread(times: number[]): Pick<Pace, 'median' | 'p99'> {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p99: at(0.99) }
}
