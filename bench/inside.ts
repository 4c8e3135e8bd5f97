import { pino } from 'pino'
import type { Installation } from '../src/app/installation.ts'
import { assemble } from '../src/app/serve.ts'
import { openDatabase, openPool } from '../src/platform/database/index.ts'
import type { Asked } from './load.ts'

/** How many statements one page sends to the database, those that begin and end its transaction included. */
export async function countStatements(
  installation: Installation,
  asked: Asked | undefined,
  now: Temporal.Instant,
): Promise<number> {
  if (!asked) return 0
  const pool = openPool(installation.appUrl, 'bench', 1)
  let count = 0
  pool.on('connect', client => {
    const query = client.query.bind(client) as (...words: unknown[]) => unknown
    client.query = ((...words: unknown[]) => {
      count += 1
      return query(...words)
    }) as typeof client.query
  })
  const { server, stop } = await assemble(
    { ...installation, pool, db: openDatabase(pool) },
    { withJobs: false, now: () => now, logger: pino({ level: 'silent' }) },
  )
  try {
    const ask = () => server.inject({ url: asked.address, headers: { cookie: asked.who.cookie } })
    await ask()
    count = 0
    const { statusCode } = await ask()
    if (statusCode !== 200) throw new Error(`${asked.address} answered ${statusCode}`)
    return count
  } finally {
    await stop()
    await pool.end()
  }
}
