import { Command } from 'commander'
import described from '../../package.json' with { type: 'json' }
import { addAudit } from './cli/auditCommand.ts'
import { addBackup } from './cli/backupCommand.ts'
import { addDemo } from './cli/demoCommand.ts'
import { addDoctor } from './cli/doctorCommand.ts'
import { exitCodes } from './cli/exitCodes.ts'
import { describeFault } from './cli/faults.ts'
import { addImport } from './cli/importCommand.ts'
import { processIo } from './cli/io.ts'
import { addMigrate } from './cli/migrateCommand.ts'
import { addRestore } from './cli/restoreCommand.ts'
import { addServiceCommands } from './cli/serviceCommand.ts'
import { addStart } from './cli/startCommand.ts'
import { addUserCommands } from './cli/userCommand.ts'

const io = processIo()
const program = new Command('throughline')
  .description('The record, plan, performance and governance system for youth justice services')
  .version(described.version, '--version', 'print the version')
  .addHelpText('after', '\nSettings, exit codes and everything else for whoever runs it: docs/running.md')
  .showHelpAfterError('Help: add --help to the command.')
  .exitOverride()

for (const add of [
  addStart,
  addMigrate,
  addDemo,
  addServiceCommands,
  addUserCommands,
  addImport,
  addAudit,
  addBackup,
  addRestore,
  addDoctor,
])
  add(program, io)

try {
  await program.parseAsync()
} catch (fault) {
  const known = describeFault(fault)
  if (!known) throw fault
  if (known.text) io.say(known.text)
  process.exitCode = known.code
}
process.exit(process.exitCode ?? exitCodes.good)
