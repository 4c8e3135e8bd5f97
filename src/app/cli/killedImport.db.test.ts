import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../platform/config/index.ts'
import { openOwnerDatabase } from '../ownerDatabase.ts'
import { makeTestProgram, type TestProgram } from '../testkit/program.ts'

let program: TestProgram
const rowsInFile = 1_500

beforeAll(async () => {
  program = makeTestProgram()
  expect((await program.run(['demo'])).code).toBe(0)
}, 60_000)
afterAll(() => program.remove())

/** Looks at the program's own database, joining it where it still runs. */
async function ask(text: string): Promise<Record<string, number>> {
  const database = await openOwnerDatabase(readConfig({ THROUGHLINE_DATA: program.folder }))
  const client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    await client.query(`select set_config('throughline.system', 'on', false)`)
    const { rows } = await client.query(text)
    return rows[0]
  } finally {
    await client.end()
    await database.close()
  }
}

const standing = () =>
  ask(`select count(*)::int as rows, count(*) filter (where state = 'waiting')::int as waiting,
    count(*) filter (where state = 'accepted')::int as accepted, count(distinct notification_id)::int as linked,
    (select count(*)::int from notification where reference like '43/%') as notifications,
    (select count(distinct reference)::int from notification where reference like '43/%') as references
    from import_row`)

test('killed in the middle of an import: what was confirmed is there once, the rest waits, and going on finishes it', async () => {
  const file = join(program.folder, 'notifications.csv')
  const lines = Array.from(
    { length: rowsInFile },
    (_, index) => `43/${index}/26,16/11/2026,Child,Number ${index},Broke a window,8`,
  )
  writeFileSync(
    file,
    ['police_reference,received,first_name,family_name,offence,outcome', ...lines].join('\n'),
  )
  const words = ['import', 'notifications', file, '--as', 'officer@demo.throughline.invalid']

  const killed = program.spawn(words)
  const [, confirmed] = await killed.hasSaid(/(\d+) of \d+ rows taken in/)
  killed.process.kill('SIGKILL')
  await killed.ended

  const after = await standing()
  expect(after.rows).toBe(rowsInFile)
  expect(after.accepted).toBeGreaterThanOrEqual(Number(confirmed))
  expect(after.waiting).toBeGreaterThan(0)
  expect(after.accepted).toBe(rowsInFile - (after.waiting ?? 0))
  expect(after).toMatchObject({
    linked: after.accepted,
    notifications: after.accepted,
    references: after.accepted,
  })

  const resumed = await program.run([...words, '--json'])
  expect(resumed.said).toContain('Going on with this file')
  expect(resumed.code).toBe(0)
  expect(JSON.parse(resumed.out)).toMatchObject({
    again: false,
    total: rowsInFile,
    accepted: rowsInFile,
    failed: 0,
  })
  expect(await standing()).toMatchObject({ waiting: 0, notifications: rowsInFile, references: rowsInFile })

  const audit = await program.run(['audit', 'verify', '--json'])
  expect(audit.code).toBe(0)
  expect(JSON.parse(audit.out)).toMatchObject({ services: [{ faultCount: 0, unsealed: 0 }] })
}, 90_000)
