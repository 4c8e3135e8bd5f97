import type { Kysely } from 'kysely'
import { dayInUk } from '../../kernel/ukDay.ts'
import { type DB, inTransaction, type Work } from '../../platform/database/index.ts'
import {
  findImport,
  finishImport,
  type ImportProgress,
  type ImportRow,
  settleRow,
  takeWaitingRows,
} from './importQueries.ts'
import { type AskedRoute, askedRoute } from './notification.form.ts'
import { keepNotification } from './notificationQueries.ts'
import { heldBy, readRow } from './readRow.ts'

/** So many rows are confirmed together: a server that dies loses at most these, and they are still waiting. */
const rowsAtATime = 100

export type FileWork = { serviceId: string; importId: string; now(): Temporal.Instant }

/**
 * Works through the waiting rows of a file, each batch in a transaction with what it adds. Safe to stop anywhere and
 * to begin again: a row is either waiting, or settled together with its notification.
 * @param tell told after each batch how far the file has come
 */
export async function workThroughFile(
  db: Kysely<DB>,
  { serviceId, importId, now }: FileWork,
  tell: (progress: ImportProgress) => void = () => {},
): Promise<ImportProgress | undefined> {
  const begun = await inTransaction(db, { serviceId, purpose: 'Looked for a file to take in' }, tx =>
    findImport(tx, importId),
  )
  if (!begun) return undefined
  const context = {
    serviceId,
    userId: begun.startedById,
    purpose: `Took in the file ${begun.fileName}`,
  }
  let progress = begun
  for (;;) {
    const at = now()
    const by = askedRoute(begun.routeIn, dayInUk(at))
    const after = await inTransaction(db, context, async tx => {
      const rows = await takeWaitingRows(tx, importId, rowsAtATime)
      // In one order in every file: each row holds what it is kept under until the batch is kept, and two must not wait for
      // each other.
      const inOrder = rows.toSorted((a, b) => compareText(heldBy(by, a.cells), heldBy(by, b.cells)))
      for (const row of inOrder) await takeInRow(tx, { importId, by, at }, row)
      if (rows.length === 0) await finishImport(tx, importId, at)
      return { taken: rows.length, progress: await findImport(tx, importId) }
    })
    progress = after.progress ?? progress
    tell(progress)
    if (after.taken === 0) return progress
  }
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

type RowWork = { importId: string; by: AskedRoute; at: Temporal.Instant }

/** Takes in one row, or keeps it with what is wrong with it. */
export async function takeInRow(
  tx: Work,
  { importId, by, at }: RowWork,
  row: ImportRow,
): Promise<ReturnType<typeof readRow>> {
  const read = readRow(by, row.cells, dayInUk(at))
  if (!read.ok) {
    await settleRow(tx, importId, row, { state: 'failed', faults: read.errors })
    return read
  }
  const kept = await keepNotification(tx, read.arriving)
  const { notificationId, differing } = kept
  const faults = (differing ?? []).map(field => ({
    field,
    message: `${by.form.fields[field]?.label ?? field}: differs from what came before about this child under this reference`,
  }))
  await settleRow(tx, importId, row, {
    state: differing ? 'known-already' : 'accepted',
    faults,
    notificationId,
  })
  return read
}
