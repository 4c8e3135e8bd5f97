import type { Command } from 'commander'
import { type Io, printResult, withExamples, withJson } from './io.ts'
import { withInstallation } from './open.ts'

/** `throughline migrate`: the database as this program needs it. */
export function addMigrate(program: Command, io: Io): void {
  const command = program
    .command('migrate')
    .summary('bring the database up to date')
    .description(
      'Brings the database up to date. Starting does it too; run it by itself to see what it does.',
    )
    .action((options: { json?: boolean }) =>
      withInstallation(io, async ({ migrated }) => {
        const words = migrated.length > 0 ? migrated : ['The database is up to date.']
        printResult(io, options, { migrated }, words)
      }),
    )
  withExamples(withJson(command), 'throughline migrate', 'throughline migrate --json')
}
