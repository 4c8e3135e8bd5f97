import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { keptHeads, verifyAudit } from '../../platform/audit/index.ts'
import { openArchive, restore, secretMark } from '../../platform/backup/index.ts'
import { type Config, openSecret } from '../../platform/config/index.ts'
import { prepareJobs } from '../../platform/jobs/index.ts'
import { projectFolder } from '../installation.ts'
import { jobs } from '../slices.ts'
import { exitCodes } from './exitCodes.ts'
import { CommandFault, type Io, printResult, withExamples, withJson } from './io.ts'
import { withOwner } from './open.ts'

type Options = { json?: boolean; otherSecret?: boolean }

/** `throughline restore FILE`: a backup into an empty database, proved. */
export function addRestore(program: Command, io: Io): void {
  const command = program
    .command('restore <file>')
    .summary('fill an empty database from a backup')
    .description(
      'Fills an empty database from a backup and proves every table by its count and hash. Put the secret of the installation that was backed up in place first.',
    )
    .option(
      '--other-secret',
      'go on without that secret: second factors must be set up anew, older seals stay unread',
    )
    .action(async (file: string, options: Options) => {
      await checkSecret(io.config(), file, options)
      process.exitCode = await withOwner(io, async ({ ownerUrl, secret, config }) => {
        const tell = ({ name, rows }: { name: string; rows: number }) => io.say(`${name}: ${rows}, proved`)
        const manifest = await restore(ownerUrl, file, { migrations: `${projectFolder}/migrations`, tell })
        await prepareJobs(ownerUrl, jobs)
        keptHeads(config.dataFolder).keep(manifest.auditHeads)
        const audit = await verifyAudit(ownerUrl, secret)
        const faults = audit.reduce((sum, report) => sum + report.faultCount, 0)
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
        const { takenAt, tables } = manifest
        printResult(io, options, { file, takenAt, rows, tables, auditFaults: faults }, [
          ...tables.map(table => `${table.sha256}  ${table.name}  ${table.rows}`),
          `${tables.length} tables and ${rows} rows are as they were at ${takenAt}: counts and hashes agree.`,
          faults === 0 ? 'The audit is whole.' : `The audit has ${faults} faults: throughline audit verify`,
        ])
        return faults === 0 || options.otherSecret ? exitCodes.good : exitCodes.found
      })
    })
  withExamples(
    withJson(command),
    'throughline restore /backups/tuesday.zip',
    'DATABASE_URL=postgres://owner:…@server/throughline throughline restore /backups/tuesday.zip',
  )
}

/** Looks before anything is made, so that the right secret can still be put in place. */
async function checkSecret(config: Config, file: string, options: Options): Promise<void> {
  const archive = await openArchive(file)
  archive.close()
  if (options.otherSecret) return
  const hasSecret = config.secret !== undefined || existsSync(join(config.dataFolder, 'secret'))
  if (hasSecret && secretMark(openSecret(config)) === archive.manifest.secretMark) return
  throw new CommandFault(
    `This backup belongs to an installation with another secret. Put that one in place first (the setting THROUGHLINE_SECRET, or the file “secret” in an empty data folder; this one is ${config.dataFolder}), or go on without it: --other-secret`,
  )
}
