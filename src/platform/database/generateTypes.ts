import { execFileSync } from 'node:child_process'

/** How the columns' types come out of connection.ts. */
const types = {
  timestamptz: 'Temporal.Instant',
  date: 'Temporal.PlainDate',
  time: 'Temporal.PlainTime',
  int8: 'number',
  numeric: 'number',
  xid8: 'string',
}

/** Writes the TypeScript types of a database's tables into a file. */
export function generateTypes(url: string, file: string): void {
  const words = [
    '--dialect=postgres',
    `--url=${url}`,
    '--default-schema=public',
    '--include-pattern=public.*',
    `--type-mapping=${JSON.stringify(types)}`,
    `--out-file=${file}`,
  ]
  execFileSync(process.execPath, ['node_modules/kysely-codegen/dist/cli/bin.js', ...words], { stdio: 'pipe' })
}
