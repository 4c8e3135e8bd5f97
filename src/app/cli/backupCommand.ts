import type { Command } from 'commander'
import { backUp } from '../../platform/backup/index.ts'
import { type Io, printResult, withExamples, withJson } from './io.ts'
import { withOwner } from './open.ts'

/** `throughline backup FILE`: everything in one file, while people work. */
export function addBackup(program: Command, io: Io): void {
  const command = program
    .command('backup <file>')
    .summary('write everything into one file')
    .description(
      'Writes everything that the database holds into one file, as it is at one moment, while people work. The installation’s secret is not in it: keep that too, in another place (see docs/running.md).',
    )
    .action((file: string, options: { json?: boolean }) =>
      withOwner(io, async ({ ownerUrl, secret, config }) => {
        const tell = ({ name, rows }: { name: string; rows: number }) => io.say(`${name}: ${rows}`)
        const manifest = await backUp(ownerUrl, file, { secret, now: io.now().round('second'), tell })
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
        const secretIs = config.secret
          ? 'the setting THROUGHLINE_SECRET'
          : `the file “secret” in ${config.dataFolder}`
        const { takenAt, tables, migrations } = manifest
        printResult(io, options, { file, takenAt, rows, tables, migrations }, [
          `${file}: ${tables.length} tables, ${rows} rows, as they were at ${takenAt}.`,
          `Keep ${secretIs} too, apart from this file: without it second factors and the audit's seals cannot be read.`,
        ])
      }),
    )
  withExamples(withJson(command), 'throughline backup /backups/tuesday.zip')
}
