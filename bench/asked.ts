import { join } from 'node:path'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { projectFolder } from '../src/app/installation.ts'

/** What a run of the bench is asked to do. */
export type BenchAsked = { services: number; seconds: number; only: string; data: string }

function wholeNumber(typed: string): number {
  if (!/^[1-9]\d{0,5}$/.test(typed)) throw new InvalidArgumentError('It must be a whole number from 1.')
  return Number(typed)
}

/**
 * Reads the words after `npm run bench --`. What is not known is named, with the usage.
 * @returns what is asked, or the exit code where nothing is to be measured
 */
export function readBenchAsked(words: readonly string[]): BenchAsked | { exitCode: number } {
  const command = new Command('npm run bench --')
    .description(
      'Measures the pages against the bare SQL that they need, on a large database that is made once.',
    )
    .option(
      '--services <number>',
      'services of 2,000 children each; what is there already is kept, and what is missing is added',
      wholeNumber,
      150,
    )
    .option('--only <word>', 'only the measurements whose name holds this word', '')
    .option('--seconds <number>', 'how long each measurement takes', wholeNumber, 5)
    .option('--data <folder>', 'where the database lies', join(projectFolder, '.bench'))
    .allowExcessArguments(false)
    .showHelpAfterError()
    .exitOverride()
  try {
    return command.parse([...words], { from: 'user' }).opts<BenchAsked>()
  } catch (fault) {
    // Commander has said it already; asking for help is no fault.
    if (fault instanceof CommanderError) return { exitCode: fault.exitCode === 0 ? 0 : 2 }
    throw fault
  }
}
