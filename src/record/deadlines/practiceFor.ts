import { type Practice, practiceInUse } from '../../engine/packs/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { clockOverrides } from './overrideQueries.ts'

/**
 * The definitions as this service works by them: those in use, with the lengths that it has set for its clocks. Whoever
 * works out what is due asks here.
 */
export async function practiceFor(tx: Work): Promise<Practice> {
  return { ...practiceInUse(), clockOverrides: await clockOverrides(tx) }
}
