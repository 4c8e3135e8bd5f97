import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate, startEmbeddedPostgres } from '../../platform/database/index.ts'
import { prepareJobs } from '../../platform/jobs/index.ts'
import { jobs } from '../slices.ts'

/** Where the tests' own database server keeps its files; nothing in it matters after the run. */
const folder = join(tmpdir(), `throughline-tests-${process.pid}`)

/** Runs once before the tests that need it: a real PostgreSQL with one migrated database to copy from. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startEmbeddedPostgres({
    folder,
    secret: { derive: purpose => `tests ${purpose}` },
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  })
  await migrate(postgres.ownerUrl, 'migrations')
  await prepareJobs(postgres.ownerUrl, jobs)
  project.provide('templateUrl', postgres.ownerUrl)
  return async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's address of the migrated database that each test file copies. */
    templateUrl: string
  }
}
