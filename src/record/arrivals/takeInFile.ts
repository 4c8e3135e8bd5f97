import { createHash } from 'node:crypto'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { Work } from '../../platform/database/index.ts'
import { type FileFault, readFileRows } from '../../platform/sheets/index.ts'
import { type ImportProgress, insertImport, listByContent } from './importQueries.ts'
import { askedRoute } from './notification.form.ts'
import { aboutOf, columnsOf } from './readRow.ts'

export type TakenIn =
  | { kind: 'new'; importId: string; rows: number; unknown: string[] }
  /** The very same content came before: nothing was changed. */
  | { kind: 'again'; earlier: ImportProgress }

export type FileSent = {
  serviceId: string
  /** The way in by which its rows came, by its id. */
  routeIn: string
  name: string
  bytes: Uint8Array
  by: string
  now: Temporal.Instant
  today: Temporal.PlainDate
}

/** Keeps the rows of a file, to be worked through one after the other; or says why the file cannot be read. */
export async function takeInFile(tx: Work, sent: FileSent): Promise<Result<TakenIn, FileFault>> {
  const contentHash = createHash('sha256').update(sent.bytes).digest()
  const { serviceId, routeIn, by: startedBy, now: startedAt } = sent
  const before = await listByContent(tx, contentHash)
  const earlier = before.find(each => each.routeIn === routeIn)
  if (earlier) return ok({ kind: 'again', earlier })
  const elsewhere = before.find(({ accepted, known, waiting }) => accepted + known + waiting > 0)
  if (elsewhere) return refused(cameByAnotherWay(elsewhere, sent.today))
  const by = askedRoute(routeIn, sent.today)
  const read = readFileRows(sent.bytes, columnsOf(by.form))
  if (!read.ok) return refused(read.reason)
  const { encoding, unknown } = read.value
  const rows = read.value.rows.map(row => ({ ...row, about: aboutOf(by, row.cells) }))
  const fileName = sent.name.slice(-200) || 'file.csv'
  const importId = await insertImport(tx, {
    serviceId,
    routeIn,
    fileName,
    contentHash,
    encoding,
    leftOut: unknown,
    startedBy,
    startedAt,
    rows,
  })
  if (!importId) {
    const sameMoment = (await listByContent(tx, contentHash)).find(each => each.routeIn === routeIn)
    if (!sameMoment) throw new Error('A file that stands in the way of another is not there')
    return ok({ kind: 'again', earlier: sameMoment })
  }
  return ok({ kind: 'new', importId, rows: rows.length, unknown })
}

/** Each child in it would arrive twice. */
function cameByAnotherWay(
  { routeIn, fileName, startedAt }: ImportProgress,
  today: Temporal.PlainDate,
): FileFault {
  const { title } = askedRoute(routeIn, today).route
  return `This very file was taken in on ${writeDate(dayInUk(startedAt))} (${fileName}), as sent by “${title}”. Each child in it would arrive twice. Look who sent it`
}
