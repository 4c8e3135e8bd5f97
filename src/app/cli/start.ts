import { roleNames } from '../../platform/access/index.ts'
import type { Config } from '../../platform/config/index.ts'
import {
  demonstrationPassword,
  demonstrationPeople,
  fillDemonstration,
  hasDemonstration,
  isEmptyInstallation,
} from '../demonstration/index.ts'
import { openInstallation } from '../installation.ts'
import { assemble } from '../serve.ts'
import { exitCodes } from './exitCodes.ts'

/** `throughline start`: everything up, the address printed, and down again in order on Ctrl-C. */
export async function start(config: Config, say: (text: string) => void): Promise<void> {
  const installation = await openInstallation(config, say)
  const running = await assemble(installation)
  if (await isEmptyInstallation(installation))
    await fillDemonstration(installation, Temporal.Now.instant(), say)
  try {
    await running.server.listen({ host: config.host, port: config.port })
  } catch (fault) {
    await running.stop()
    await installation.close()
    if ((fault as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw fault
    say(
      `Port ${config.port} is in use. Another Throughline may be running; or choose another: PORT=${config.port + 1} npm start`,
    )
    process.exit(exitCodes.unavailable)
  }
  say(`\nThroughline is ready: ${config.publicUrl}\n`)
  if (await hasDemonstration(installation)) {
    say(`Sign in to the demonstration with the password “${demonstrationPassword}” as`)
    for (const { email, name, roles } of demonstrationPeople)
      say(`  ${email.padEnd(42)} ${name}, ${roles.map(role => roleNames[role]).join(', ')}`)
    say('')
  }
  say('Stop it with Ctrl-C.')

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    say('\nStopping: finishing what is under way …')
    await running.stop()
    await installation.close()
    say('Stopped.')
    process.exit(exitCodes.good)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
