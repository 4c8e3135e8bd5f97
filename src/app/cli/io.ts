import type { Command } from 'commander'
import { type Config, readConfig } from '../../platform/config/index.ts'
import { exitCodes } from './exitCodes.ts'

type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** What a command has of the world around it. */
export type Io = {
  /** Talk and progress, for people: to standard error. */
  say(text: string): void
  /** Results: to standard output. */
  print(text: string): void
  config(): Config
  now(): Temporal.Instant
}

/** A command that cannot do what it was asked; the message says why and what to do. */
export class CommandFault extends Error {
  override readonly name = 'CommandFault'
  readonly code: ExitCode

  constructor(message: string, code: ExitCode = exitCodes.usage) {
    super(message)
    this.code = code
  }
}

/** The program's own streams, settings and clock. */
export function processIo(): Io {
  // Whoever reads our output may stop early (| head) or go away: that is no fault, and no reason to stop serving.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', fault => {
      if ((fault as NodeJS.ErrnoException).code !== 'EPIPE') throw fault
    })
  }
  return {
    say: text => process.stderr.write(`${text}\n`),
    print: text => process.stdout.write(`${text}\n`),
    config: () => readConfig(process.env),
    now: () => Temporal.Now.instant(),
  }
}

/** Adds --json to a command. */
export function withJson(command: Command): Command {
  return command.option('--json', 'print the result as JSON')
}

/** Adds examples to a command's help. */
export function withExamples(command: Command, ...examples: string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${examples.map(line => `  $ ${line}`).join('\n')}`)
}

/** Prints a result: as JSON where that was asked for, otherwise in words. */
export function printResult(
  io: Io,
  { json }: { json?: boolean },
  value: unknown,
  words: readonly string[],
): void {
  if (json) io.print(JSON.stringify(value, null, 2))
  else for (const line of words) io.print(line)
}

/** Text in columns. */
export function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
