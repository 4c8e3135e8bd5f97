import type { Command } from 'commander'
import { projectFolder } from '../installation.ts'
import { checkDatabase, checkMail, checkScanner, checkSurroundings, type Finding } from './doctorChecks.ts'
import { exitCodes } from './exitCodes.ts'
import { describeFault } from './faults.ts'
import { type Io, inColumns, printResult, withExamples, withJson } from './io.ts'
import { withOwner } from './open.ts'

const marks: Record<Finding['state'], string> = { good: 'good   ', warning: 'WARNING', fault: 'FAULT  ' }

/** `throughline doctor`: whether everything is as it should be, and what to do where it is not. */
export function addDoctor(program: Command, io: Io): void {
  const command = program
    .command('doctor')
    .summary('check the installation')
    .description(
      'Checks settings, disk, database, rights, background work, e-mail and audit. Leaves the record as it is. Ends with 3 when there is a fault.',
    )
    .action(async (options: { json?: boolean }) => {
      const config = io.config()
      const look = (ownerUrl: string) => checkDatabase(ownerUrl, config, `${projectFolder}/migrations`)
      // A server is looked at without a secret, so that none is made where there is none.
      const looked = config.databaseUrl
        ? look(config.databaseUrl)
        : withOwner(io, ({ ownerUrl }) => look(ownerUrl))
      const database = await looked.catch((cause: unknown): Finding[] => {
        const known = describeFault(cause)
        if (!known) throw cause
        return [
          {
            check: 'database',
            state: 'fault',
            detail: known.text,
            remedy: 'Look at DATABASE_URL and the log of the database.',
          },
        ]
      })
      const findings = [
        ...checkSurroundings(config),
        ...database,
        await checkMail(config),
        await checkScanner(config),
      ]
      const isGood = findings.every(({ state }) => state !== 'fault')
      const rows = findings.map(({ state, check, detail, remedy }) => [
        marks[state],
        check,
        remedy ? `${detail}${/[.?!]$/.test(detail) ? '' : '.'} ${remedy}` : detail,
      ])
      printResult(io, options, { good: isGood, findings }, inColumns(rows))
      process.exitCode = isGood ? exitCodes.good : exitCodes.found
    })
  withExamples(withJson(command), 'throughline doctor', 'throughline doctor --json')
}
