import type { Command } from 'commander'
import { roleNames } from '../../platform/access/index.ts'
import {
  demonstrationPassword,
  demonstrationPeople,
  fillDemonstration,
  usualYears,
} from '../demonstration/index.ts'
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
      'Fills a database that has no service yet with a demonstration: a service with invented people and what has happened to them up to today. The same number makes the same people.',
    )
    .option('--years <number>', 'how many years to make up, from 0 (a handful of children) to 10')
    .option('--seed <number>', 'the number from which the children are made up', String(usualYears.seed))
    .action((options: { json?: boolean; years?: string; seed: string }) =>
      withInstallation(io, async installation => {
        const years = wholeNumber(
          options.years ?? String(installation.config.demonstrationYears),
          'years',
          10,
        )
        const seed = wholeNumber(options.seed, 'seed', 4_294_967_295)
        if (!(await fillDemonstration(installation, io.say, { years, seed })))
          throw new CommandFault(
            'The database has a service already. The demonstration goes into an empty database only: choose another data folder (THROUGHLINE_DATA) or database.',
          )
        const people = demonstrationPeople.map(({ email, name, roles }) => ({ email, name, roles }))
        printResult(io, options, { password: demonstrationPassword, people }, signInWords())
      }),
    )
  withExamples(withJson(command), 'throughline demo', 'throughline demo --years 1 --seed 7')
}

function wholeNumber(typed: string, option: string, most: number): number {
  if (/^\d+$/.test(typed) && Number(typed) <= most) return Number(typed)
  throw new CommandFault(`--${option}: enter a whole number from 0 to ${most}.`)
}
