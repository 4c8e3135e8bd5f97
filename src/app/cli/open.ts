import { practice } from '../../../practice/index.ts'
import { usePractice } from '../../engine/packs/index.ts'
import { keptHeads, sealAudit } from '../../platform/audit/index.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { type OwnerDatabase, openOwnerDatabase } from '../ownerDatabase.ts'
import type { Io } from './io.ts'

/** Closes what a command has opened when it is told to stop in the middle, then ends. */
function closingOnSignal(io: Io, close: () => Promise<void>): () => void {
  const stop = (signal: NodeJS.Signals) => {
    io.say('\nStopping …')
    close()
      .catch(() => {})
      .finally(() => process.exit(signal === 'SIGINT' ? 130 : 143))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return () => {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

/** Works with the installation, brought up to date, whether or not a server runs on it; seals the audit afterwards. */
export async function withInstallation<T>(
  io: Io,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  usePractice(practice)
  const installation = await openInstallation(io.config(), io.say)
  const opened = closingOnSignal(io, () => installation.close())
  try {
    const { db, secret, config } = installation
    const answer = await work(installation)
    await sealAudit(db, secret, keptHeads(config.dataFolder))
    return answer
  } finally {
    opened()
    await installation.close()
  }
}

/** Works with the database as its owner and as it is, without bringing it up to date. */
export async function withOwner<T>(io: Io, work: (database: OwnerDatabase) => Promise<T>): Promise<T> {
  const database = await openOwnerDatabase(io.config(), io.say)
  const opened = closingOnSignal(io, () => database.close())
  try {
    return await work(database)
  } finally {
    opened()
    await database.close()
  }
}
