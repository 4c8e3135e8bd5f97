import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../app/testkit/database.ts'
import { addService } from '../../app/testkit/service.ts'
import { sealAudit, verifyAudit } from '../audit/index.ts'
import { inTransaction, makeAppLogin, openDatabase, openPool } from '../database/index.ts'
import { addAccount } from '../identity/index.ts'
import { openArchive } from './archive.ts'
import { backUp } from './backUp.ts'
import { BackupFault, type Manifest } from './manifest.ts'
import { restore } from './restore.ts'

let source: TestDatabase
let serviceId: string
let manifest: Manifest
const folder = mkdtempSync(join(tmpdir(), 'throughline-backup-'))
const file = join(folder, 'backup.zip')
const now = Temporal.Instant.from('2026-11-21T10:00:00Z')

beforeAll(async () => {
  source = await makeTestDatabase()
  serviceId = await addService(source, 'Lantern Youth Justice Service')
  await inTransaction(source.db, { serviceId, purpose: 'Filled' }, async tx => {
    const userId = await addAccount(tx, {
      serviceId,
      email: 'a@example.test',
      name: 'Zoë ’Ō',
      roles: ['officer'],
    })
    if (!userId) throw new Error('the account was there already')
    const child = await tx
      .insertInto('child')
      .values({
        service_id: serviceId,
        reference: 'A1',
        given_name: 'Tab\tnew\nline\\',
        family_name: '\\N',
        folded_name: 'x',
        birth_date: Temporal.PlainDate.from('2012-02-29'),
      })
      .returning('child_id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('note')
      .values({
        service_id: serviceId,
        child_id: child.child_id,
        kind: 'note',
        text: 'Long. '.repeat(300_000),
        happened_at: now,
        written_by: userId,
      })
      .execute()
  })
  await sealAudit(source.db, source.secret)
  await inTransaction(source.db, { serviceId }, tx =>
    tx.updateTable('child').set({ school: 'Not sealed yet' }).where('service_id', '=', serviceId).execute(),
  )
  manifest = await backUp(source.ownerUrl, file, { secret: source.secret, now })
})

const maintenance = () => Object.assign(new URL(inject('templateUrl')), { pathname: '/postgres' }).href

async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`select set_config('throughline.system', 'on', false)`)
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** A new database without a table in it. */
async function makeEmpty(): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await ask(maintenance(), `create database ${name}`)
  return Object.assign(new URL(inject('templateUrl')), { pathname: `/${name}` }).href
}

afterAll(async () => {
  await source.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a backup holds every table with its count, and only its owner can read the file', async () => {
  const tables = await source.asOwner(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'`,
  )
  expect(manifest.tables.map(({ name }) => name).sort()).toEqual(tables.map(({ name }) => name).sort())
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
  const events = await source.asOwner('select count(*)::int as count from audit_event')
  expect(manifest.tables.find(({ name }) => name === 'audit_event')?.rows).toBe(events[0]?.count)
})

test('a restored database is the same in every row, and goes on where the other stood', async () => {
  const target = await makeEmpty()
  const proved: string[] = []
  await restore(target, file, { migrations: 'migrations', tell: ({ name }) => proved.push(name) })
  expect(proved).toEqual(manifest.tables.map(({ name }) => name))

  const again = join(folder, 'again.zip')
  const second = await backUp(target, again, { secret: source.secret, now })
  expect(second.tables).toEqual(manifest.tables)
  expect(second.auditHeads).toEqual(manifest.auditHeads)

  // Work goes on in the copy, and its audit is whole, sealed by another server or not.
  const db = openDatabase(openPool(await makeAppLogin(target, source.secret), 'test', 2))
  await inTransaction(db, { serviceId }, tx =>
    tx.updateTable('child').set({ school: 'After' }).where('service_id', '=', serviceId).execute(),
  )
  await sealAudit(db, source.secret)
  await db.destroy()
  const [report] = await verifyAudit(target, source.secret)
  expect(report).toMatchObject({ faults: [], unsealed: 0 })
  expect(report?.events).toBe((manifest.tables.find(({ name }) => name === 'audit_event')?.rows ?? 0) + 1)

  // Row-level security and the triggers stand as before.
  const open = await ask(
    target,
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname <> 'migration' and not (relrowsecurity and relforcerowsecurity)
    union all select tgname from pg_trigger where tgenabled = 'D'`,
  )
  expect(open).toEqual([])
})

test('a copy on a server that counts its transactions anew keeps a whole audit, there and back', async () => {
  const target = await makeEmpty()
  await restore(target, file, { migrations: 'migrations' })
  // As if the rows had come from a server that had done far more.
  const events = 'audit_event disable trigger only_added; alter table audit_seal disable trigger only_added'
  await ask(target, `alter table ${events}`)
  await ask(target, `update audit_seal set server = 'another'`)
  const [seal] = await ask(target, 'select position::int as position from audit_seal')
  const db = openDatabase(openPool(await makeAppLogin(target, source.secret), 'test', 2))
  await sealAudit(db, source.secret)
  await db.destroy()
  const [report] = await verifyAudit(target, source.secret)
  // The seal that was touched is named, and nothing else: no row of the copy is taken for one slipped in.
  expect(report?.faults).toEqual([{ kind: 'seal-wrong', position: seal?.position }])
  expect(report?.unsealed).toBe(0)
})

test('an older program refuses a newer backup, and the other way round the migrations follow', async () => {
  const older = mkdtempSync(join(folder, 'older-'))
  const newer = mkdtempSync(join(folder, 'newer-'))
  for (const { name } of manifest.migrations) {
    if (name !== manifest.migrations.at(-1)?.name) copyFileSync(`migrations/${name}`, join(older, name))
    copyFileSync(`migrations/${name}`, join(newer, name))
  }
  await expect(restore(await makeEmpty(), file, { migrations: older })).rejects.toThrow(
    /Bring the program up to date/,
  )
  writeFileSync(join(newer, '9999_later.sql'), `comment on table child is 'Later';`)
  const target = await makeEmpty()
  await restore(target, file, { migrations: newer })
  const [row] = await ask(target, `select obj_description('child'::regclass) as said`)
  expect(row?.said).toBe('Later')
  // Now it is newer than the archive, and not empty either.
  await expect(restore(target, file, { migrations: newer })).rejects.toThrow(/new, empty database/)
})

test('only an empty database is filled', async () => {
  const target = await makeEmpty()
  await restore(target, file, { migrations: 'migrations' })
  await expect(restore(target, file, { migrations: 'migrations' })).rejects.toThrow(/not empty/)
})

test.each([0.1, 0.3, 0.5, 0.7, 0.9])(
  'an archive that is damaged at %d of its length is refused, and nothing of it is kept',
  async part => {
    const damaged = join(folder, `damaged-${part}.zip`)
    const bytes = readFileSync(file)
    const place = Math.floor(bytes.length * part)
    bytes.fill(0, place, place + 50)
    writeFileSync(damaged, bytes)
    const target = await makeEmpty()
    await expect(restore(target, damaged, { migrations: 'migrations' })).rejects.toThrow(BackupFault)
    // Where the list itself cannot be read, not even the tables are made.
    const [made] = await ask(target, `select to_regclass('public.audit_event') is not null as made`)
    expect(made?.made ? await ask(target, 'select from audit_event') : []).toEqual([])
  },
)

test('a file that was cut off, or is no backup, is refused', async () => {
  const target = await makeEmpty()

  const cut = join(folder, 'cut.zip')
  writeFileSync(cut, readFileSync(file).subarray(0, 5_000))
  await expect(restore(target, cut, { migrations: 'migrations' })).rejects.toThrow(/not a backup/)
  const other = join(folder, 'other.zip')
  appendFileSync(other, 'This is a letter.')
  await expect(restore(target, other, { migrations: 'migrations' })).rejects.toThrow(/not a backup/)
})

test('a file that is there already is not overwritten, and half a file is not left', async () => {
  await expect(backUp(source.ownerUrl, file, { secret: source.secret, now })).rejects.toThrow(/already/)
  const nowhere = join(folder, 'no', 'such', 'folder.zip')
  await expect(backUp(source.ownerUrl, nowhere, { secret: source.secret, now })).rejects.toThrow()
  expect(existsSync(`${nowhere}.half`)).toBe(false)
})

test('a backup is of one moment, while others write', async () => {
  const busy = join(folder, 'busy.zip')
  let isDone = false
  const writing = (async () => {
    while (!isDone) {
      await inTransaction(source.db, { serviceId }, tx =>
        tx
          .insertInto('message')
          .values({ service_id: serviceId, to_address: 'a@example.test', subject: 'Busy', body: '' })
          .execute(),
      )
    }
  })()
  const { tables } = await backUp(source.ownerUrl, busy, { secret: source.secret, now }).finally(() => {
    isDone = true
  })
  await writing
  const target = await makeEmpty()
  await restore(target, busy, { migrations: 'migrations' })
  // Each message has its line in the audit, in the copy too.
  const [counts] = await ask(
    target,
    `select (select count(*)::int from message) as messages,
      (select count(*)::int from audit_event where table_name = 'message') as events`,
  )
  expect(counts?.messages).toBe(tables.find(({ name }) => name === 'message')?.rows)
  expect(counts?.events).toBe(counts?.messages)
})

test('archive and secret know each other', async () => {
  const archive = await openArchive(file)
  archive.close()
  expect(archive.manifest.secretMark).toBe(manifest.secretMark)
  expect(JSON.stringify(archive.manifest)).not.toContain('the secret of')
})
