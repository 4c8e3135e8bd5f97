import { rmSync } from 'node:fs'
import { Client } from 'pg'
import { pino } from 'pino'
import { fillDemonstration, type Years } from '../src/app/demonstration/index.ts'
import { openInstallation } from '../src/app/installation.ts'
import { assemble } from '../src/app/serve.ts'
import { readConfig } from '../src/platform/config/index.ts'
import { freePort, makeDataFolder } from './service.ts'

/** The demonstration service in the test's own process: its clock stands where the test puts it. */
export type ClockedService = {
  address: string
  clock: { now: Temporal.Instant }
  /** Lets time pass for the server. */
  pass(length: Temporal.DurationLike): void
  /** Asks the database as the owner of the tables, to look up what a page does not say. */
  ask(text: string, values?: unknown[]): Promise<Record<string, string>[]>
  stop(): Promise<void>
}

/**
 * Starts it on a data folder of its own, listening on a real port. The built assets must be there.
 * @param now when the demonstration is made and the clock begins to stand
 * @param years how much is made up beside the children that are told by hand
 */
export async function startClockedService(
  now = Temporal.Now.instant(),
  years: Years = { years: 0, seed: 0 },
): Promise<ClockedService> {
  const folder = makeDataFolder()
  const port = await freePort()
  const address = `http://localhost:${port}`
  const settings = { PORT: String(port), THROUGHLINE_DATA: folder, THROUGHLINE_URL: address }
  const installation = await openInstallation(readConfig(settings))
  const clock = { now }
  const running = await assemble(installation, { now: () => clock.now, logger: pino({ level: 'silent' }) })
  await fillDemonstration(installation, () => {}, years, clock.now)
  await running.server.listen({ host: '127.0.0.1', port })
  const owner = new Client({ connectionString: installation.ownerUrl })
  await owner.connect()
  await owner.query(`select set_config('throughline.system', 'on', false)`)
  return {
    address,
    clock,
    pass: length => {
      clock.now = clock.now.add(length)
    },
    ask: async (text, values = []) => (await owner.query<Record<string, string>>(text, values)).rows,
    async stop() {
      await owner.end()
      await running.stop()
      await installation.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
