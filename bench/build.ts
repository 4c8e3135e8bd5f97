import { Client } from 'pg'
import { buildService, countMade, type Size } from './buildQueries.ts'

/** How much there is to make. */
export type Volume = Size & { services: number }

/**
 * Makes what is missing of the bench's services; one that was begun and not finished is not there. Afterwards the
 * planner knows the tables as it does in a service that has run for a while.
 * @param adminUrl a superuser of the embedded database, since a million rows go in without their triggers
 */
export async function build(
  adminUrl: string,
  volume: Volume,
  today: string,
  say: (text: string) => void,
): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(`set timezone to 'UTC'`)
    await client.query('set synchronous_commit to off')
    const made = await countMade(client)
    if (made >= volume.services) return
    const began = performance.now()
    for (let which = made + 1; which <= volume.services; which++) {
      await buildService(client, which, volume, today)
      const seconds = Math.round((performance.now() - began) / 1_000)
      const left = Math.round((seconds / (which - made)) * (volume.services - which))
      say(`  ${which} of ${volume.services} services; ${seconds} s, about ${left} s left`)
    }
    say('  Gathering statistics …')
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}
