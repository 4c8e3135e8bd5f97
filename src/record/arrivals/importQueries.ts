import { sql } from 'kysely'
import type { FieldError } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'

/** What has become of a file so far. */
export type ImportProgress = {
  importId: string
  /** The way in by which its rows came. */
  routeIn: string
  fileName: string
  encoding: string
  /** Columns that are not known, as they stand in the file: their cells were not read. */
  leftOut: string[]
  startedAt: Temporal.Instant
  startedBy: string
  startedById: string
  finishedAt: Temporal.Instant | null
  total: number
  waiting: number
  accepted: number
  known: number
  failed: number
  dropped: number
}

export type RowState = 'waiting' | 'accepted' | 'known-already' | 'failed' | 'dropped'

export type ImportRow = {
  rowNumber: number
  cells: Record<string, string>
  state: RowState
  faults: FieldError[]
  notificationId: string | null
  /** The child whom its notification was found to be about. */
  childId: string | null
  /** Why it was left out. */
  droppedReason: string
  version: number
}

/** Whom a row is about, as far as it can be read: for leaving it away from whoever must not see that child. */
export type RowAbout = { names: readonly string[]; birthDate: Temporal.PlainDate | undefined }

const rowColumns = sql`r.row_number as "rowNumber", r.cells, r.state, r.faults, r.notification_id as "notificationId",
  r.dropped_reason as "droppedReason", r.version`

const progressOf = sql`
  select f.import_id as "importId", f.route_in as "routeIn", f.file_name as "fileName", f.encoding, f.left_out as "leftOut", f.started_at as "startedAt",
    a.name as "startedBy", f.started_by as "startedById", f.finished_at as "finishedAt", r.*
  from import_file f
  join person_account a on a.service_id = f.service_id and a.user_id = f.started_by
  cross join lateral count_rows(f.import_id) r`

/** How far a file has come; undefined when there is none with this id. */
export async function findImport(tx: Work, importId: string): Promise<ImportProgress | undefined> {
  const { rows } = await sql<ImportProgress>`${progressOf}
    where f.service_id = current_service() and f.import_id = ${importId}`.execute(tx)
  return rows[0]
}

/** The files with exactly this content that were taken in before, by whatever way, the first first. */
export async function listByContent(tx: Work, hash: Uint8Array): Promise<ImportProgress[]> {
  const { rows } = await sql<ImportProgress>`${progressOf}
    where f.service_id = current_service() and f.content_hash = ${hash} order by f.started_at, f.import_id`.execute(
    tx,
  )
  return rows
}

/** The latest files, newest first. */
export async function listImports(tx: Work, most: number): Promise<ImportProgress[]> {
  const { rows } = await sql<ImportProgress>`${progressOf}
    where f.service_id = current_service() order by f.started_at desc, f.import_id desc limit ${most}`.execute(
    tx,
  )
  return rows
}

/** The ids of files with rows still waiting: what an interrupted server left to do. */
export async function listUnfinished(tx: Work): Promise<string[]> {
  const { rows } = await sql<{ importId: string }>`
    select import_id as "importId" from import_file
    where service_id = current_service() and finished_at is null order by started_at`.execute(tx)
  return rows.map(row => row.importId)
}

export type NewImport = {
  serviceId: string
  routeIn: string
  fileName: string
  contentHash: Uint8Array
  encoding: string
  leftOut: readonly string[]
  startedBy: string
  startedAt: Temporal.Instant
  rows: readonly { number: number; cells: Record<string, string>; about: RowAbout }[]
}

/** Keeps a file's rows, all waiting. @returns its id, or undefined when somebody has just sent the same content */
export async function insertImport(tx: Work, it: NewImport): Promise<string | undefined> {
  const file = await tx
    .insertInto('import_file')
    .values({
      service_id: it.serviceId,
      route_in: it.routeIn,
      file_name: it.fileName,
      content_hash: Buffer.from(it.contentHash),
      encoding: it.encoding,
      left_out: [...it.leftOut],
      started_by: it.startedBy,
      started_at: it.startedAt,
    })
    .onConflict(conflict => conflict.columns(['service_id', 'route_in', 'content_hash']).doNothing())
    .returning('import_id')
    .executeTakeFirst()
  if (!file) return undefined
  const rows = JSON.stringify(
    it.rows.map(({ number, cells, about }) => ({ number, cells, names: about.names, born: about.birthDate })),
  )
  await sql`
    insert into import_row (service_id, import_id, row_number, cells, folded_names, birth_date)
    select ${it.serviceId}, ${file.import_id}, r.number, r.cells, r.names, r.born
    from jsonb_to_recordset(${rows}::jsonb) as r (number integer, cells jsonb, names text[], born date)`.execute(
    tx,
  )
  return file.import_id
}

/** The next waiting rows, held for this transaction; rows that another node holds are passed over. */
export async function takeWaitingRows(tx: Work, importId: string, most: number): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${rowColumns}, null as "childId"
    from import_row r where r.service_id = current_service() and r.import_id = ${importId} and r.state = 'waiting'
    order by r.row_number limit ${most} for update skip locked`.execute(tx)
  return rows
}

/** One row of a file. */
export async function findRow(tx: Work, importId: string, rowNumber: number): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select ${rowColumns}, null as "childId" from import_row r
    where r.service_id = current_service() and r.import_id = ${importId} and r.row_number = ${rowNumber}`.execute(
    tx,
  )
  return rows[0]
}

/** The rows of a file in some states, in the order of the file, after a given row. */
export async function listRows(
  tx: Work,
  importId: string,
  states: readonly RowState[],
  after: number,
  most: number,
): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${rowColumns}, n.child_id as "childId"
    from import_row r
    left join notification n on n.service_id = r.service_id and n.notification_id = r.notification_id
    where r.service_id = current_service() and r.import_id = ${importId} and r.state = any (${states as string[]})
      and r.row_number > ${after}
    order by r.row_number limit ${most}`.execute(tx)
  return rows
}

/** What became of a row. What is left out of it stays as it was, but for a reason: that goes with being left out. */
export type RowOutcome = {
  state: RowState
  faults?: readonly FieldError[]
  notificationId?: string
  /** The cells as they were mended, and whom they are about now. */
  mended?: { cells: Record<string, string>; about: RowAbout }
  droppedReason?: string
}

/** Says what became of a row. @returns false when somebody else has changed it since */
export async function settleRow(
  tx: Work,
  importId: string,
  { rowNumber, version }: Pick<ImportRow, 'rowNumber' | 'version'>,
  { state, faults = [], notificationId, mended, droppedReason = '' }: RowOutcome,
): Promise<boolean> {
  const { rows } = await sql<{ settled: boolean }>`
    select settle_import_row(${importId}, ${rowNumber}, ${version}, ${state}, ${JSON.stringify(faults)},
      ${notificationId ?? null}, ${mended ? JSON.stringify(mended.cells) : null},
      ${mended ? [...mended.about.names] : null}, ${mended?.about.birthDate ?? null}, ${droppedReason}) as settled`.execute(
    tx,
  )
  return rows[0]?.settled ?? false
}

/** Marks a file as done once none of its rows waits. */
export async function finishImport(tx: Work, importId: string, now: Temporal.Instant): Promise<void> {
  await sql`
    update import_file f set finished_at = ${now}
    where f.service_id = current_service() and f.import_id = ${importId} and f.finished_at is null
      and not exists (select from import_row r
        where r.service_id = f.service_id and r.import_id = f.import_id and r.state = 'waiting')`.execute(tx)
}

/** A file of which rows could not be read and are still to be mended. */
export type FileToMend = { importId: string; fileName: string; rows: number }

/** The files with rows to mend, the earliest first. */
export async function listToMend(tx: Work): Promise<FileToMend[]> {
  const { rows } = await sql<FileToMend>`
    select r.import_id as "importId", f.file_name as "fileName", count(*)::int as rows
    from import_row r join import_file f on f.service_id = r.service_id and f.import_id = r.import_id
    where r.service_id = current_service() and r.state = 'failed'
    group by r.import_id, f.file_name, f.started_at order by f.started_at, r.import_id`.execute(tx)
  return rows
}
