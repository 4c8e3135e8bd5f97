import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Installation } from '../src/app/installation.ts'
import { inTransaction } from '../src/platform/database/index.ts'
import { takeInFile, workThroughFile } from '../src/record/arrivals/index.ts'

export type ImportPace = { rowsASecond: number; copiedASecond: number }

const head =
  'police_reference,received,first_name,family_name,date_of_birth,sex,ethnicity,language,needs_interpreter,address,postcode,phone,school,parent_name,parent_phone,offence,offence_date,outcome,victim_consent'

/**
 * Takes in a file of police notifications as the page does: read, checked, matched against what is known, kept with its
 * audit. Beside it, the same rows by COPY into a table like the one of notifications, without a check or an audit.
 */
export async function paceOfImport(
  { db }: Installation,
  adminUrl: string,
  rows: number,
  now: Temporal.Instant,
): Promise<ImportPace> {
  const { serviceId, userId } = await findSender(db)
  const run = now.epochMilliseconds
  const lines = Array.from({ length: rows }, (_, row) => lineOf(run, row))
  const bytes = Buffer.from([head, ...lines].join('\n'))
  const today = now.toZonedDateTimeISO('Europe/London').toPlainDate()
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const began = performance.now()
    const taken = await inTransaction(db, { serviceId, userId }, tx =>
      takeInFile(tx, {
        serviceId,
        routeIn: 'police-notification',
        name: 'bench.csv',
        bytes,
        by: userId,
        now,
        today,
      }),
    )
    if (!taken.ok || taken.value.kind !== 'new') throw new Error('the bench’s file was not taken in')
    const done = await workThroughFile(db, { serviceId, importId: taken.value.importId, now: () => now })
    const took = performance.now() - began
    if (done?.failed !== 0) throw new Error(`${done?.failed} rows of the bench’s file were refused`)
    const copied = await copy(admin, lines)
    return { rowsASecond: (rows * 1_000) / took, copiedASecond: (rows * 1_000) / copied }
  } finally {
    // What waits here would otherwise be matched, and counted, in every later run.
    await admin.query(`set session_replication_role = replica`)
    await admin.query(`delete from import_row where service_id = $1`, [serviceId])
    await admin.query(`delete from import_file where service_id = $1`, [serviceId])
    await admin.query(`delete from notification where service_id = $1 and reference like 'BENCH/%'`, [
      serviceId,
    ])
    await admin.end()
  }
}

async function findSender(db: Installation['db']): Promise<{ serviceId: string; userId: string }> {
  const { rows } = await sql<{ id: string }>`select id from list_services() id limit 1`.execute(db)
  const serviceId = rows[0]?.id ?? ''
  return inTransaction(db, { serviceId }, async tx => {
    const { rows: people } = await sql<{ id: string }>`
      select user_id as id from person_account where service_id = ${serviceId} and 'officer' = any (roles) limit 1`.execute(
      tx,
    )
    return { serviceId, userId: people[0]?.id ?? '' }
  })
}

function lineOf(run: number, row: number): string {
  const born = `${String(1 + (row % 28)).padStart(2, '0')}/0${1 + (row % 9)}/20${10 + (row % 5)}`
  const [given, family] = [letters(row * 7 + 13), letters(row * 31 + 17)]
  return `BENCH/${run}/${row},16/11/2026,${given},${family},${born},Male,W9,English,no,${row} Harrier Court,MK6 2TT,07700 9${String(row % 100_000).padStart(5, '0')},Brookfield School,Ann ${family},,Took a bicycle,09/11/2026,8,yes`
}

/** A name of its own for each number. */
function letters(number: number): string {
  const text = ((number * 2_654_435_761) % 4_294_967_296)
    .toString(36)
    .replace(/\d/g, figure => 'abcdefghij'[Number(figure)] ?? '')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

async function copy(admin: Client, lines: readonly string[]): Promise<number> {
  const columns = head.split(',')
  await admin.query(
    `create table bench_copy (id uuid primary key default uuidv7(), ${columns.map(name => `${name} text`).join(', ')})`,
  )
  try {
    const began = performance.now()
    const into = admin.query(copyFrom(`copy bench_copy (${columns.join(', ')}) from stdin with (format csv)`))
    await pipeline(Readable.from([lines.join('\n')]), into)
    return performance.now() - began
  } finally {
    await admin.query('drop table bench_copy')
  }
}
