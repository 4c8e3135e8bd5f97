import type { Command } from 'commander'
import { roleNames } from '../../platform/access/index.ts'
import { demonstrationPassword, demonstrationPeople, fillDemonstration } from '../demonstration/index.ts'
import { CommandFault, type Io, inColumns, printResult, withExamples, withJson } from './io.ts'
import { withInstallation } from './open.ts'

/** The sign-ins of the demonstration, in words. */
export function signInWords(): string[] {
  return [
    `Sign in with one of these addresses and the password: ${demonstrationPassword}`,
    ...inColumns(
      demonstrationPeople.map(({ email, name, roles }) => [
        `  ${email}`,
        name,
        roles.map(role => roleNames[role]).join(', '),
      ]),
    ),
  ]
}

/** `throughline demo`: the demonstration service in a database that has none. */
export function addDemo(program: Command, io: Io): void {
  const command = program
    .command('demo')
    .summary('fill an empty database with the demonstration service')
    .description(
      'Fills a database that has no service yet with a demonstration: a service with invented people.',
    )
    .action((options: { json?: boolean }) =>
      withInstallation(io, async installation => {
        if (!(await fillDemonstration(installation, io.say)))
          throw new CommandFault(
            'The database has a service already. The demonstration goes into an empty database only: choose another data folder (THROUGHLINE_DATA) or database.',
          )
        const people = demonstrationPeople.map(({ email, name, roles }) => ({ email, name, roles }))
        printResult(io, options, { password: demonstrationPassword, people }, signInWords())
      }),
    )
  withExamples(withJson(command), 'throughline demo', 'THROUGHLINE_DATA=/tmp/try throughline demo')
}
