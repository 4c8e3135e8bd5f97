import type { Command } from 'commander'
import { practice } from '../../../practice/index.ts'
import { usePractice } from '../../engine/packs/index.ts'
import { keptHeads, sealAudit } from '../../platform/audit/index.ts'
import type { Config } from '../../platform/config/index.ts'
import { fillDemonstration, usualYears } from '../demonstration/index.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { assemble, type Running } from '../serve.ts'
import { listServices } from '../serviceQueries.ts'
import { signInWords } from './demoCommand.ts'
import { exitCodes } from './exitCodes.ts'
import { CommandFault, type Io, withExamples } from './io.ts'
import { isForOwnComputer } from './ownComputer.ts'

/** `throughline start`: everything up, the address printed, and down again in order on Ctrl-C. */
export function addStart(program: Command, io: Io): void {
  const command = program
    .command('start')
    .summary('start the service; Ctrl-C stops it')
    .description(
      'Starts the service: the database where none is set, what has to be migrated, and the server. An empty database that only this computer reaches gets the demonstration service. Ctrl-C stops everything in order.',
    )
    .action(() => start(io))
  withExamples(command, 'throughline start', 'PORT=8080 throughline start')
}

async function start(io: Io): Promise<void> {
  const { say } = io
  const config = io.config()
  const told = toldToStop()
  usePractice(practice)
  const installation = await openInstallation(config, say)
  let running: Running | undefined
  try {
    const words = await greet(installation, say)
    running = await assemble(installation)
    await listen(running, config)
    say(`\nThroughline is ready: ${config.publicUrl}\n`)
    for (const line of words) say(line)
    say('Stop it with Ctrl-C.')
    await told
    say('\nStopping: finishing what is under way …')
  } finally {
    await running?.stop()
    await stopSealed(installation, say)
  }
  say('Stopped.')
}

/** Settles when somebody wants the program to end, however early that is. */
function toldToStop(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}

async function listen({ server }: Running, { host, port }: Config): Promise<void> {
  try {
    await server.listen({ host, port })
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new CommandFault(
        `Port ${port} is in use. Another Throughline may be running; or choose another: PORT=${port + 1} npm start`,
        exitCodes.unavailable,
      )
    if (code === 'EACCES')
      throw new CommandFault(
        `This account may not listen on port ${port}. Choose one above 1023.`,
        exitCodes.unavailable,
      )
    if (code === 'EADDRNOTAVAIL')
      throw new CommandFault(`This computer has no address ${host}. Look at HOST.`, exitCodes.unavailable)
    throw fault
  }
}

/** Closes the installation, with the last lines of the audit sealed where the database still answers. */
async function stopSealed(installation: Installation, say: (text: string) => void): Promise<void> {
  const { db, secret, config } = installation
  await sealAudit(db, secret, keptHeads(config.dataFolder)).catch(() =>
    say('The audit could not be sealed: the next start does it.'),
  )
  await installation.close()
}

/**
 * What to say besides the address. An empty database gets the demonstration, but only where nobody else can reach it:
 * its password is known to everybody.
 */
async function greet(installation: Installation, say: (text: string) => void): Promise<string[]> {
  const { config, ownerUrl } = installation
  const services = await listServices(ownerUrl)
  if (services.length === 0 && !isForOwnComputer(config)) {
    return [
      'There is no service yet. Add yours, and its administrator:',
      '  throughline service add "Name of the service"',
      '  throughline user add --email … --name … --role administrator',
      'Or fill the database with invented people, whose password everybody knows:',
      '  throughline demo\n',
    ]
  }
  if (services.length === 0)
    await fillDemonstration(installation, say, { ...usualYears, years: config.demonstrationYears })
  const isDemonstration = services.length === 0 || services.some(service => service.isDemonstration)
  return isDemonstration ? [...signInWords(), ''] : []
}
