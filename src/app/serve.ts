import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type Logger, pino } from 'pino'
import described from '../../package.json' with { type: 'json' }
import { practice } from '../../practice/index.ts'
import { saveDraft } from '../engine/forms/index.ts'
import { usePractice } from '../engine/packs/index.ts'
import { makeApi } from '../platform/api/index.ts'
import { inTransaction } from '../platform/database/index.ts'
import { buildServer, describeFault, type Fault, type Platform, type Route } from '../platform/http/index.ts'
import { mustSetUpSecondFactor, recognise } from '../platform/identity/index.ts'
import { type Jobs, startJobs } from '../platform/jobs/index.ts'
import { startLive } from '../platform/live/index.ts'
import { resumeMessages } from '../platform/mail/index.ts'
import { importJob, resumeImports } from '../record/arrivals/index.ts'
import { mergedInto, relationTo } from '../record/children/index.ts'
import { faultOnOwnPage } from '../record/ownPage/index.ts'
import { secondFactorsPath } from '../service/accounts/index.ts'
import { type Installation, projectFolder } from './installation.ts'
import { readAssets, shellWith } from './shell.tsx'
import { jobs, routes } from './slices.ts'

export type Running = { server: FastifyInstance; platform: Platform; stop(): Promise<void> }

type Options = {
  now?: () => Temporal.Instant
  logger?: Logger
  /** The tests of pages need no background work. */
  withJobs?: boolean
  /** Routes beside the product's own: the tests have pages that go wrong. */
  moreRoutes?: readonly Route[]
  assetsFolder?: string
}

/** Puts the server together over an installation; it does not listen yet. */
export async function assemble(installation: Installation, options: Options = {}): Promise<Running> {
  usePractice(practice)
  const { config, secret, db } = installation
  const logger = options.logger ?? pino({ level: config.logLevel })
  let queue: Jobs | undefined
  const live = startLive(installation.appUrl, fault =>
    logger.warn({ fault: describeFault(fault as Fault) }, 'the database does not tell of changes'),
  )
  const platform: Platform = {
    projectFolder,
    config,
    secret,
    db,
    live,
    now: options.now ?? (() => Temporal.Now.instant()),
    later: async (tx, job, data) => queue?.later(tx, job, data),
    jobs: {
      known: jobs,
      retry: async (tx, serviceId, name, id) => queue?.retry(tx, serviceId, name, id) ?? false,
    },
  }
  if (options.withJobs !== false) {
    queue = await startJobs(installation.appUrl, jobs, () => platform, logger)
    await resumeImports(db, (tx, data) => platform.later(tx, importJob.name, data))
    await resumeMessages(platform)
  }
  const assetsFolder = options.assetsFolder ?? join(projectFolder, 'dist', 'assets')
  const server = await buildServer({
    platform,
    logger,
    routes: [...routes, ...(options.moreRoutes ?? [])],
    assetsFolder,
    recognise: (token, now) => recognise(db, config, token, now),
    keepTyped: (owner, address, sent) => inTransaction(db, owner, tx => saveDraft(tx, owner, address, sent)),
    mustFirst: who => (mustSetUpSecondFactor(who) ? secondFactorsPath.to() : undefined),
    relationTo,
    mergedInto,
    api: makeApi({ platform, logger, version: described.version }),
    ownFault: faultOnOwnPage,
    shell: shellWith(readAssets(assetsFolder)),
  })
  return {
    server,
    platform,
    async stop() {
      await server.close()
      await live.stop()
      await queue?.stop()
    },
  }
}
