import { Command } from 'commander'
import { ConfigFault, readConfig } from '../platform/config/index.ts'
import { exitCodes } from './cli/exitCodes.ts'
import { start } from './cli/start.ts'

const say = (text: string) => process.stderr.write(`${text}\n`)

const program = new Command('throughline')
  .description('The record, plan, performance and governance system for youth justice services')
  .showHelpAfterError()

program
  .command('start')
  .description('start the service; Ctrl-C stops it')
  .action(async () => start(readConfig(process.env), say))

try {
  await program.parseAsync()
} catch (fault) {
  if (fault instanceof ConfigFault) {
    say(fault.message)
    process.exit(exitCodes.usage)
  }
  throw fault
}
