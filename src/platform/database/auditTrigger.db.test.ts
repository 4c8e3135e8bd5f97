import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../app/testkit/database.ts'
import { addService } from '../../app/testkit/service.ts'
import { allowAnyRow, listServiceTables, madeUpRow, type TestTable } from './everyTable.testkit.ts'
import { inTransaction, type Work } from './transaction.ts'

let database: TestDatabase
let serviceId: string
let audited: TestTable[]
const userId = randomUUID()
const childId = randomUUID()

/** Tables whose changes are not written to the audit, each with why. */
const notAudited = {
  api_answer: 'what a request of the API was answered, for a day: what it did is in the audit',
  arrival_reopening:
    'that something closed was opened again: it stands in the audit of the notification, with the same reason',
  attachment_content: 'what a file holds: the audit keeps the row of attachment with the hash of it',
  audit_event: 'is the audit',
  audit_link: 'is the audit',
  audit_seal: 'is the audit',
  digest_told:
    'that a digest was sent on a day, so that none is sent twice: what it told of is audited where it stands',
  document_copy_content: 'a Word file: the audit keeps the row of document_copy with the hash of it',
  draft: 'what somebody is typing, seen by nobody else and gone when it is sent',
  form_sent: 'says only where a form led, and nothing of what was typed',
  migration: 'is about no service',
  transfer_file:
    'an encrypted package until its maker takes it: that it was made and taken stands in transfer',
}

beforeAll(async () => {
  database = await makeTestDatabase()
  serviceId = await addService(database, 'Audited')
  audited = (await listServiceTables(database)).filter(({ name }) => !(name in notAudited))
})
afterAll(() => database.close())

const asPerson = <T>(work: (tx: Work) => Promise<T>) =>
  inTransaction(
    database.db,
    { serviceId, userId, request: 'request-1', purpose: 'Tried it', reason: 'Because' },
    work,
  )

const events = (where: string, values: unknown[] = []) =>
  database.asOwner(`select * from audit_event where ${where} order by id`, values)

test('the audit’s trigger is on every table, and those without it are named with why', async () => {
  const rows = await database.asOwner(`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
        where t.tgrelid = c.oid and p.proname = 'audit_row' and t.tgenabled = 'O') order by 1`)
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(notAudited))
})

test('a row added to any of them has its line in the audit', async () => {
  const copy = await makeTestDatabase()
  await allowAnyRow(copy)
  const own = await addService(copy, 'Every table')
  for (const table of audited.filter(({ name }) => name !== 'service')) {
    const { text, values } = madeUpRow(table, { serviceId: own, childId, userId })
    await copy.asOwner(text, values)
  }
  const seen = await copy.asOwner(
    `select distinct table_name from audit_event where service_id = $1 and action = 'insert'`,
    [own],
  )
  expect(seen.map(({ table_name }) => table_name).sort()).toEqual(audited.map(({ name }) => name).sort())
  await copy.close()
})

test('a change is written with before, after, who, why and the request, and only what changed', async () => {
  const id = await asPerson(async tx => {
    const row = await tx
      .insertInto('message')
      .values({ service_id: serviceId, to_address: 'a@example.test', subject: 'One', body: 'Secret link' })
      .returning('message_id')
      .executeTakeFirstOrThrow()
    await tx.updateTable('message').set({ subject: 'Two' }).where('message_id', '=', row.message_id).execute()
    return row.message_id
  })
  const [added, changed] = await events(`row_key ->> 'message_id' = $1`, [id])
  expect(added).toMatchObject({ action: 'insert', before: null, table_name: 'message', person_id: userId })
  expect(added?.after).toMatchObject({ subject: 'One', body: 'not kept' })
  expect(changed).toMatchObject({
    action: 'update',
    before: { subject: 'One' },
    after: { subject: 'Two' },
    person_id: userId,
    request: 'request-1',
    purpose: 'Tried it',
    reason: 'Because',
  })
})

test('what is undone leaves no line: change and audit are one', async () => {
  await asPerson(async tx => {
    await tx
      .insertInto('message')
      .values({ service_id: serviceId, to_address: 'gone@example.test', subject: 'Gone', body: '' })
      .execute()
    throw new Error('undone')
  }).catch(() => {})
  expect(await events(`after ->> 'to_address' = 'gone@example.test'`)).toEqual([])
})

test('who looked at a child is written down', async () => {
  await asPerson(tx => sql`select record_view(${childId}, 'Looked at the details')`.execute(tx))
  expect(await events(`action = 'view'`)).toMatchObject([
    { child_id: childId, person_id: userId, request: 'request-1', purpose: 'Looked at the details' },
  ])
})

test('the application cannot write, change or delete a line itself; nor can the owner by accident', async () => {
  const refused = { code: '42501' }
  for (const table of ['audit_event', 'audit_link', 'audit_seal']) {
    for (const statement of [
      `update ${table} set service_id = service_id`,
      `delete from ${table}`,
      `truncate ${table}`,
      `insert into ${table} overriding system value select * from ${table}`,
    ]) {
      await expect(
        asPerson(tx => sql.raw(statement).execute(tx)),
        statement,
      ).rejects.toMatchObject(refused)
      if (!statement.startsWith('insert'))
        await expect(database.asOwner(statement), statement).rejects.toMatchObject(refused)
    }
  }
})
