import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { listRoutes, practiceInUse } from '../../engine/packs/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { may } from '../../platform/access/index.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { listAccounts } from '../../platform/identity/index.ts'
import {
  describeProgress,
  findImport,
  listRows,
  type RowState,
  takeInFile,
  workThroughFile,
} from '../../record/arrivals/index.ts'
import type { Installation } from '../installation.ts'
import { exitCodes } from './exitCodes.ts'
import { CommandFault, type Io, printResult, withExamples, withJson } from './io.ts'
import { withInstallation } from './open.ts'
import { whichService } from './whichService.ts'

type Options = { json?: boolean; service?: string; as: string; from?: string }

/** `throughline import notifications FILE`: a file of what one sender sent, as on the page. */
export function addImport(program: Command, io: Io): void {
  const command = program
    .command('import')
    .summary('take in a file of notifications or referrals')
    .command('notifications <file>')
    .description(
      'Takes in a CSV file of police notifications, or of referrals where --from says who sent them. Rows that cannot be read are kept, to be mended on the page; the others go in. The same file twice changes nothing, and a file that was interrupted goes on where it was.',
    )
    .requiredOption('--as <email>', 'who does it: somebody who may work with arrivals')
    .option('--from <route>', 'by which way in it came; needed where it holds referrals')
    .option('--service <name>', 'the service, by name or id; needed where there are several')
    .action(async (file: string, options: Options) => {
      const bytes = readBytes(file)
      process.exitCode = await withInstallation(io, installation =>
        importFile(io, installation, { name: basename(file), bytes }, options),
      )
    })
  withExamples(
    withJson(command),
    'throughline import notifications tuesday.csv --as b.roy@example.org',
    'throughline import notifications tuesday.csv --as b.roy@example.org --json > result.json',
    'throughline import notifications hill.csv --from school-or-college --as b.roy@example.org',
  )
}

/** The way in that was named; where none was, the only one by which notifications come. */
function whichRoute(named: string | undefined): string {
  const routes = listRoutes(practiceInUse())
  const ofNotifications = routes.filter(({ form }) => form.called === 'notification')
  const found = named === undefined ? ofNotifications : routes.filter(({ id }) => id === named)
  const [only, ...more] = found
  if (only && more.length === 0) return only.id
  throw new CommandFault(`Say with --from by which way in it came: ${routes.map(({ id }) => id).join(', ')}.`)
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (fault) {
    throw new CommandFault(`${file} cannot be read: ${(fault as Error).message}`, exitCodes.unavailable)
  }
}

async function importFile(
  io: Io,
  { db, ownerUrl }: Installation,
  file: { name: string; bytes: Buffer },
  options: Options,
): Promise<number> {
  const { serviceId, name: service } = await whichService(ownerUrl, options.service)
  const looking = { serviceId, purpose: 'Looked at a file of notifications on the command line' }
  const userId = await inTransaction(db, looking, async tx => {
    const email = options.as.trim().toLowerCase()
    const account = (await listAccounts(tx, serviceId)).find(each => each.email === email)
    if (!account || account.disabledAt)
      throw new CommandFault(`${service} has nobody with the address ${email}.`)
    if (!may('arrivals.work', account.roles, false))
      throw new CommandFault(`${email} may not work with arrivals: their role does not include it.`)
    return account.userId
  })
  const routeIn = whichRoute(options.from)
  const now = io.now()
  const today = dayInUk(now)
  const context = { serviceId, userId, purpose: 'Sent a file of notifications or referrals' }
  const taken = await inTransaction(db, context, tx =>
    takeInFile(tx, { serviceId, routeIn, ...file, by: userId, now, today }),
  )
  if (!taken.ok) throw new CommandFault(`${file.name}: ${taken.reason}.`)
  const isAgain = taken.value.kind === 'again'
  const importId = taken.value.kind === 'again' ? taken.value.earlier.importId : taken.value.importId
  const unknown = taken.value.kind === 'again' ? [] : taken.value.unknown
  if (unknown.length > 0) io.say(`These columns are not known and were left out: ${unknown.join(', ')}`)
  const wasFinished = taken.value.kind === 'again' && taken.value.earlier.waiting === 0
  if (isAgain)
    io.say(
      wasFinished ? 'This file has been taken in before. Nothing was changed.' : 'Going on with this file …',
    )
  const progress = wasFinished
    ? await inTransaction(db, looking, tx => findImport(tx, importId))
    : await workThroughFile(db, { serviceId, importId, now: io.now }, it => {
        if (it.waiting > 0) io.say(describeProgress(it))
      })
  if (!progress) throw new Error('A file that was just taken in is not there')

  const told = await listTold({ db }, serviceId, importId)
  const rowsIn = (state: RowState) =>
    told.filter(row => row.state === state).map(({ rowNumber, faults }) => ({ row: rowNumber, faults }))
  const rows = rowsIn('failed')
  const differing = rowsIn('known-already').filter(({ faults }) => faults.length > 0)
  const { total, accepted, known, dropped } = progress
  const result = {
    file: file.name,
    importId,
    again: wasFinished,
    total,
    accepted,
    known,
    failed: progress.failed,
    dropped,
    unknownColumns: unknown,
    rows,
    differing,
  }
  printResult(io, options, result, [
    ...[...rows, ...differing].flatMap(({ row, faults }) =>
      faults.map(({ message }) => `Row ${row}: ${message}`),
    ),
    `${wasFinished ? 'Taken in before. ' : ''}${describeProgress(progress)}.`,
  ])
  return progress.failed > 0 ? exitCodes.found : exitCodes.good
}

const rowsAtATime = 500

/** The rows to tell of: those to mend, and those that were known already. */
async function listTold({ db }: Pick<Installation, 'db'>, serviceId: string, importId: string) {
  const told: Awaited<ReturnType<typeof listRows>> = []
  for (;;) {
    const after = told.at(-1)?.rowNumber ?? 0
    const some = await inTransaction(
      db,
      { serviceId, purpose: 'Read what came of a file of notifications' },
      tx => listRows(tx, importId, ['failed', 'known-already'], after, rowsAtATime),
    )
    told.push(...some)
    if (some.length < rowsAtATime) return told
  }
}
