import { createHash } from 'node:crypto'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Work } from '../../platform/database/index.ts'
import { findImportByContent, type ImportProgress, insertImport } from './importQueries.ts'
import { askedRoute } from './notification.form.ts'
import { type FileFault, readFileRows } from './readFile.ts'
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
  const earlier = await findImportByContent(tx, routeIn, contentHash)
  if (earlier) return ok({ kind: 'again', earlier })
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
    const sameMoment = await findImportByContent(tx, routeIn, contentHash)
    if (!sameMoment) throw new Error('A file that stands in the way of another is not there')
    return ok({ kind: 'again', earlier: sameMoment })
  }
  return ok({ kind: 'new', importId, rows: rows.length, unknown })
}
