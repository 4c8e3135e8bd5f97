import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../app/testkit/database.ts'
import { addService } from '../../app/testkit/service.ts'
import { inTransaction } from '../database/index.ts'
import { keepSafe } from '../jobs/index.ts'
import { auditState, recordVerification } from './auditState.ts'
import type { AuditFault } from './followChain.ts'
import { type Head, type KeptHeads, keptHeads } from './keptHeads.ts'
import { sealAudit, sealAuditJob } from './sealAudit.ts'
import { verifyAudit } from './verifyAudit.ts'

let database: TestDatabase
let serviceId: string

beforeEach(async () => {
  database = await makeTestDatabase()
  serviceId = await addService(database, 'Harbour Youth Justice Service')
})
afterEach(() => database.close())

/** Heads kept outside of the database, in memory. */
function heads(): KeptHeads {
  let held: Record<string, Head> = {}
  return {
    read: () => held,
    keep: news => {
      held = news
    },
  }
}

let messages = 0
/** Writes one row, and so one event. */
const write = () =>
  inTransaction(database.db, { serviceId, purpose: 'Wrote to somebody' }, tx =>
    tx
      .insertInto('message')
      .values({ service_id: serviceId, to_address: 'a@example.test', subject: `No ${++messages}`, body: '' })
      .execute(),
  )

const seal = (kept?: KeptHeads) => sealAudit(database.db, database.secret, kept)

async function writeAndSeal(count: number, kept?: KeptHeads) {
  for (let i = 0; i < count; i++) await write()
  await seal(kept)
}

async function verify(kept?: KeptHeads) {
  const reports = await verifyAudit(database.ownerUrl, database.secret, kept)
  const report = reports.find(each => each.serviceId === serviceId)
  if (!report) throw new Error('the service is not in the report')
  return report
}

/** Does what somebody with every right in the database can do. */
async function tamper(...statements: string[]) {
  const tables = ['audit_event', 'audit_link', 'audit_seal']
  for (const table of tables) await database.asOwner(`alter table ${table} disable trigger only_added`)
  for (const statement of statements) await database.asOwner(statement)
  for (const table of tables) await database.asOwner(`alter table ${table} enable trigger only_added`)
}

/** The number of the event at a place in the chain. */
async function eventAt(position: number): Promise<number> {
  const [row] = await database.asOwner('select event_id from audit_link where position = $1', [position])
  return Number(row?.event_id)
}

/** Rewrites the chain from a place on, so that it holds together again. */
const rewriteChain = (from: number) => `do $$
  declare l record; head bytea; begin
    for l in select k.position, e.hash from audit_link k join audit_event e on e.id = k.event_id where k.position >= ${from} order by 1 loop
      head := sha256(coalesce((select hash from audit_link where position = l.position - 1),
        sha256(convert_to('${serviceId}', 'UTF8'))) || l.hash);
      update audit_link set hash = head where position = l.position;
    end loop;
  end $$`

const kinds = (faults: AuditFault[]) => faults.map(fault => fault.kind)

test('an audit that nobody touched is whole, before and after it is sealed', async () => {
  await write()
  expect(await verify()).toMatchObject({ sealed: 0, faults: [], faultCount: 0 })
  await writeAndSeal(3)
  await writeAndSeal(2)
  await write()
  const report = await verify()
  expect(report).toMatchObject({ faults: [], unsealed: 1, serviceName: 'Harbour Youth Justice Service' })
  expect(report.sealed + report.unsealed).toBe(report.events)
  expect(report.head?.position).toBe(report.sealed)
})

test('sealing with nothing new adds nothing', async () => {
  await writeAndSeal(2)
  const [row] = await database.asOwner('select count(*) from audit_seal')
  expect((await seal())[0]?.head).toBeUndefined()
  expect(await database.asOwner('select count(*) from audit_seal')).toEqual([row])
})

test('a head that is made up is not signed, nor is the chain of another service extended', async () => {
  await writeAndSeal(2)
  await write()
  const other = await addService(database, 'Another service')
  const sign = (change: Record<string, string>, as = serviceId) =>
    inTransaction(database.db, { serviceId: as }, async tx => {
      const { rows } = await sql<Record<string, string>>`
        select position::text, encode(hash, 'hex') as hash, horizon::text, server, sealed_at::text as "sealedAt"
        from extend_audit_chain(${serviceId})`.execute(tx)
      const head: Record<string, string> = { ...rows[0], ...change }
      await sql`select sign_audit_chain(${serviceId}, ${head.position}::bigint, decode(${head.hash}, 'hex'),
        ${head.horizon}::xid8, ${head.server}, ${head.sealedAt}::timestamptz, 'signature')`.execute(tx)
    })
  for (const change of [
    { position: '999999' },
    { hash: '00' },
    { horizon: '999999999' },
    { server: '1' },
    { sealedAt: '2020-01-01T00:00:00Z' },
    { sealedAt: '2120-01-01T00:00:00Z' },
  ])
    await expect(sign(change), JSON.stringify(change)).rejects.toMatchObject({ code: '42501' })
  await expect(sign({}, other)).rejects.toMatchObject({ code: '42501' })
  expect((await seal())[0]?.head).toBeDefined()
  expect((await verify()).faults).toEqual([])
})

test('the administrator reads in the list of jobs that the audit has lost what was sealed', async () => {
  const kept = heads()
  await writeAndSeal(3, kept)
  const dataFolder = mkdtempSync(join(tmpdir(), 'throughline-heads-'))
  keptHeads(dataFolder).keep(kept.read())
  await tamper(`update audit_event set hash = sha256(hash)`, rewriteChain(1))
  const parts = { db: database.db, secret: database.secret, config: { dataFolder } }
  const fault: unknown = await sealAuditJob.run({}, parts as never).catch((cause: unknown) => cause)
  expect(keepSafe(fault).message).toContain('no longer holds what was sealed before')
  rmSync(dataFolder, { recursive: true })
})

test('a changed row is named', async () => {
  await writeAndSeal(5)
  const event = await eventAt(3)
  await tamper(`update audit_event set purpose = 'Nothing to see' where id = ${event}`)
  expect((await verify()).faults).toMatchObject([{ kind: 'changed', event, position: 3 }])
})

test('a row that was changed together with its hash is named', async () => {
  await writeAndSeal(5)
  const event = await eventAt(3)
  await tamper(
    `update audit_event e set purpose = 'Nothing to see' where id = ${event}`,
    `update audit_event e set hash = audit_event_hash(e) where id = ${event}`,
  )
  expect((await verify()).faults).toMatchObject([{ kind: 'chain-altered', lastEvent: event }])
})

test('a chain rewritten behind a changed row no longer bears its seals', async () => {
  await writeAndSeal(3)
  await writeAndSeal(3)
  await writeAndSeal(3)
  const event = await eventAt(5)
  await tamper(
    `update audit_event e set purpose = 'Nothing to see' where id = ${event}`,
    `update audit_event e set hash = audit_event_hash(e) where id = ${event}`,
    rewriteChain(5),
  )
  const { faults } = await verify()
  expect(faults[0]).toMatchObject({ kind: 'chain-altered' })
  const [first] = faults
  if (first?.kind !== 'chain-altered') throw new Error('unreachable')
  expect(first.firstEvent).toBeLessThanOrEqual(event)
  expect(first.lastEvent).toBeGreaterThanOrEqual(event)
})

test('a seal put right by hand does not bear the signature', async () => {
  await writeAndSeal(3)
  await tamper(
    `update audit_event e set purpose = 'Nothing to see' where id = ${await eventAt(2)}`,
    `update audit_event e set hash = audit_event_hash(e)`,
    rewriteChain(2),
    `update audit_seal s set hash = (select l.hash from audit_link l where l.position = s.position)`,
  )
  expect(kinds((await verify()).faults)).toEqual(['seal-wrong'])
})

test('a removed row is named, and so is one that was removed with its place in the chain', async () => {
  await writeAndSeal(6)
  const event = await eventAt(2)
  await tamper(`delete from audit_event where id = ${event}`)
  expect((await verify()).faults).toEqual([{ kind: 'removed', event, position: 2 }])
  await tamper(
    `delete from audit_event where id = ${await eventAt(4)}`,
    `delete from audit_link where position = 4`,
  )
  expect((await verify()).faults).toEqual([
    { kind: 'removed', event, position: 2 },
    { kind: 'links-removed', from: 4, to: 4 },
  ])
})

const copyOf = (event: number, columns: string) => `insert into audit_event overriding system value
  select (jsonb_populate_record(e, jsonb_build_object('id', nextval('audit_event_id_seq'), ${columns}))).*
  from audit_event e where id = ${event}`
const withRightHash =
  'update audit_event e set hash = audit_event_hash(e) where id = (select max(id) from audit_event)'

test('a row slipped in under an old transaction is named', async () => {
  await writeAndSeal(3)
  await tamper(copyOf(await eventAt(2), `'purpose', 'Was always there'`), withRightHash)
  const [{ id }] = (await database.asOwner('select max(id) as id from audit_event')) as [{ id: string }]
  expect((await verify()).faults).toMatchObject([{ kind: 'inserted', event: Number(id) }])
  await writeAndSeal(2)
  expect((await verify()).faults).toMatchObject([{ kind: 'inserted', event: Number(id) }])
})

test('a row slipped in with an old date under a new transaction is named, also once it is sealed', async () => {
  await writeAndSeal(3)
  await tamper(
    copyOf(await eventAt(2), `'at', now() - interval '30 days', 'transaction', pg_current_xact_id()::text`),
    withRightHash,
  )
  expect(kinds((await verify()).faults)).toEqual(['inserted'])
  await writeAndSeal(2)
  expect(kinds((await verify()).faults)).toEqual(['inserted'])
})

test('a row of a transaction that has not happened, or with a made-up hash, is named', async () => {
  await writeAndSeal(3)
  await tamper(copyOf(await eventAt(2), `'transaction', '999999999999'`), withRightHash)
  await tamper(copyOf(await eventAt(2), `'transaction', pg_current_xact_id()::text`))
  expect(kinds((await verify()).faults)).toEqual(['inserted', 'inserted'])
})

test('a chain whose end was cut off is shorter than its seals', async () => {
  await writeAndSeal(3)
  await writeAndSeal(3)
  await tamper(
    'delete from audit_event where id > (select event_id from audit_link where position = 4)',
    'delete from audit_link where position > 4',
  )
  const { faults, head } = await verify()
  expect(head?.position).toBe(4)
  expect(faults).toEqual([{ kind: 'truncated', position: 4, sealed: 7 }])
})

test('a chain whose end was cut off with its seals is shorter than the head that was kept elsewhere', async () => {
  const kept = heads()
  await writeAndSeal(3, kept)
  const before = (await verify(kept)).head?.position
  await writeAndSeal(3, kept)
  await tamper(
    `delete from audit_event where id > (select event_id from audit_link where position = ${before})`,
    `delete from audit_link where position > ${before}`,
    `delete from audit_seal where position > ${before}`,
  )
  expect((await verify()).faults).toEqual([])
  expect(kinds((await verify(kept)).faults)).toEqual(['truncated'])
  // Sealing goes on, says so, and leaves the evidence where it is.
  const evidence = kept.read()
  await write()
  expect((await seal(kept))[0]?.lostKeptHead).toBe(true)
  expect(kept.read()).toEqual(evidence)
})

test('without the right secret every seal is wrong', async () => {
  await writeAndSeal(1)
  const other = { derive: (purpose: string) => `another ${purpose}` }
  const [report] = await verifyAudit(database.ownerUrl, other)
  expect(kinds(report?.faults ?? [])).toEqual(['seal-wrong'])
})

test('a transaction that is open while the chain is sealed gets its place later', async () => {
  let commit = () => {}
  let hasWritten = () => {}
  const written = new Promise<void>(resolve => {
    hasWritten = resolve
  })
  const open = inTransaction(database.db, { serviceId }, async tx => {
    await tx
      .insertInto('message')
      .values({ service_id: serviceId, to_address: 'b@example.test', subject: 'Open', body: '' })
      .execute()
    hasWritten()
    await new Promise<void>(resolve => {
      commit = resolve
    })
  })
  await written
  const during = await writeAndSeal(3)
    .then(() => verify())
    .finally(() => commit())
  await open
  const after = await verify()
  expect(during.faults).toEqual([])
  expect(after).toMatchObject({ faults: [], unsealed: 1, sealed: during.sealed })
  await seal()
  expect(await verify()).toMatchObject({ faults: [], unsealed: 0, sealed: during.sealed + 1 })
})

test('many writers, two nodes that seal and somebody who verifies never lose a row nor blame one', async () => {
  const rounds = 15
  const writer = async () => {
    for (let i = 0; i < rounds; i++) await write()
  }
  const sealer = async () => {
    for (let i = 0; i < rounds; i++) await seal()
  }
  const verifier = async () => {
    for (let i = 0; i < 8; i++) expect((await verify()).faults).toEqual([])
  }
  await Promise.all([writer(), writer(), writer(), writer(), sealer(), sealer(), verifier()])
  await seal()
  const report = await verify()
  expect(report).toMatchObject({ faults: [], unsealed: 0 })
  expect(report.sealed).toBe(report.events)
  expect(report.events).toBeGreaterThanOrEqual(4 * rounds)
})

test('the state of the audit tells what waits, and when it was last verified', async () => {
  await writeAndSeal(2)
  await write()
  const report = await verify()
  await inTransaction(database.db, { serviceId }, tx => recordVerification(tx, report))
  const state = await inTransaction(database.db, { serviceId }, tx => auditState(tx))
  expect(state).toMatchObject({ sealed: report.sealed, waiting: 2, faultsFound: 0 })
  expect(state.lastSealedAt).toBeInstanceOf(Temporal.Instant)
  expect(state.verifiedAt).toBeInstanceOf(Temporal.Instant)
})
