import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from './embeddedPostgres.ts'
import { migrate } from './migrate.ts'

/** Where the tests' own database server keeps its files; nothing in it matters after the run. */
const folder = join(tmpdir(), `throughline-tests-${process.pid}`)
const secret = { derive: (purpose: string) => `tests ${purpose}` }

/** Runs once before the database tests: a real PostgreSQL with one migrated database to copy from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startEmbeddedPostgres({
    folder,
    secret,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  await migrate(postgres.ownerUrl, 'migrations')
  project.provide('databaseUrl', postgres.ownerUrl)
  return async () => {
    await postgres.stop()
    const { rmSync } = await import('node:fs')
    rmSync(folder, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
  }
}

/** Connects, does one thing, and leaves. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
