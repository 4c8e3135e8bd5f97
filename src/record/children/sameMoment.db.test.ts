import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  hiddenValue,
  makeTestService,
  type TestPage,
  type TestPerson,
  type TestService,
} from '../../app/testkit/service.ts'
import type { Work } from '../../platform/database/index.ts'
import { deleteAccess, insertAccess, insertConflict, insertRestriction } from './accessQueries.ts'
import { addChild } from './addChild.ts'
import { holdChild, holdRestrictions } from './whoCanOpenQueries.ts'

let service: TestService
let senior: TestPerson
let manager: TestPerson
let deputy: TestPerson
let worker: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
  manager = await service.person('manager', 'Mara Manager')
  deputy = await service.person('manager', 'Dev Deputy')
  worker = await service.person('officer', 'Will Worker')
})
afterAll(() => service.close())

/** A case that has been accepted and waits for a worker. */
async function acceptedCase() {
  const childId = await service.as(manager, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  const [row] = await service.asOwner(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
     values ($1, $2, 'diversion', 'police-notification', 'accepted', '2026-11-02T09:00Z') returning involvement_id`,
    [service.serviceId, childId],
  )
  const involvementId = String(row?.involvement_id)
  return { childId, involvementId, which: { serviceId: service.serviceId, childId } }
}

const restrict = (childId: string, people: TestPerson[]) =>
  manager.fill(`/children/${childId}/safety/restrict`, {
    reason: 'Family of a colleague',
    people: people.map(({ userId }) => userId),
  })

/** Opens a form; what it answers sends it, so that it can be sent while somebody else is at work. */
async function opened(person: TestPerson, address: string, fields: Record<string, string | string[]>) {
  const { html } = await person.get(address)
  const hidden = ['_csrf', '_version', '_was'].map(name => [name, hiddenValue(html, name) ?? ''] as const)
  return () => person.post(address, { ...Object.fromEntries(hidden), ...fields })
}

/**
 * Does one thing in a transaction, sends the form before that is kept, and keeps it once the form waits for it.
 * @returns what the form was answered
 */
async function whileAnother(
  person: TestPerson,
  work: (tx: Work) => Promise<void>,
  send: () => Promise<TestPage>,
): Promise<TestPage> {
  const sent = await service.as(person, async tx => {
    await work(tx)
    const answer = send()
    while ((await waiting()) === 0);
    return { answer }
  })
  return sent.answer
}

async function waiting(): Promise<number> {
  const [row] = await service.asOwner(
    `select count(*)::int as waiting from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where not l.granted and a.datname = current_database()`,
  )
  return Number(row?.waiting)
}

const allocate = (childId: string, involvementId: string) =>
  opened(senior, `/children/${childId}/cases/${involvementId}/steps/allocate`, {
    'happened-on': '21/11/2026',
    worker: worker.userId,
    why: '',
  })

async function makeHolder(tx: Work, childId: string, involvementId: string): Promise<void> {
  await holdChild(tx, childId)
  await sql`update involvement set holder_id = ${worker.userId}, version = version + 1
    where involvement_id = ${involvementId}`.execute(tx)
  await sql`insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
    values (${service.serviceId}, ${childId}, ${involvementId}, ${worker.userId}, 'holder', now())`.execute(
    tx,
  )
}

const holderOf = async (childId: string) =>
  service.asOwner(
    `select i.holder_id, (select count(*)::int from case_worker w where w.child_id = i.child_id and w.until_at is null) as parts
     from involvement i where i.child_id = $1`,
    [childId],
  )
const heldByNobody = [{ holder_id: null, parts: 0 }]

test('somebody whose conflict of interest is being declared is not named as the worker', async () => {
  const { childId, involvementId, which } = await acceptedCase()
  const send = await allocate(childId, involvementId)
  const answer = await whileAnother(
    deputy,
    async tx => {
      await holdChild(tx, childId)
      await insertConflict(tx, which, { userId: worker.userId, relation: 'Uncle', at: service.clock.now })
    },
    send,
  )
  expect(answer.status).toBe(422)
  expect(await holderOf(childId)).toEqual(heldByNobody)
})

test('nor is their conflict of interest declared while they are being named', async () => {
  const { childId, involvementId } = await acceptedCase()
  const send = await opened(deputy, `/children/${childId}/safety/conflicts/add`, {
    person: worker.userId,
    relation: 'Uncle',
  })
  const answer = await whileAnother(senior, tx => makeHolder(tx, childId, involvementId), send)
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('Will Worker works with this child')
  expect(await service.asOwner('select from conflict_of_interest where child_id = $1', [childId])).toEqual([])
})

test('somebody who declares their own conflict while they are being added to the case has no part in it', async () => {
  const { childId, involvementId, which } = await acceptedCase()
  const address = `/children/${childId}/cases/${involvementId}/co-workers/add`
  const send = await opened(senior, address, { person: worker.userId })
  const answer = await whileAnother(
    worker,
    async tx => {
      await holdChild(tx, childId)
      await insertConflict(tx, which, { userId: worker.userId, relation: 'Uncle', at: service.clock.now })
    },
    send,
  )
  expect(answer.status).toBe(422)
  expect(await holderOf(childId)).toEqual(heldByNobody)
})

test('somebody whose access to a restricted record ends is not named as the worker', async () => {
  const { childId, involvementId } = await acceptedCase()
  await restrict(childId, [senior, worker])
  const [access] = await service.asOwner(
    'select access_id from child_access where child_id = $1 and user_id = $2',
    [childId, worker.userId],
  )
  const send = await allocate(childId, involvementId)
  const answer = await whileAnother(
    manager,
    async tx => {
      await holdChild(tx, childId)
      await deleteAccess(tx, childId, String(access?.access_id))
    },
    send,
  )
  expect(answer.status).toBe(422)
  expect(await holderOf(childId)).toEqual(heldByNobody)
})

test('where they are named first, the end of their access ends their part', async () => {
  const { childId, involvementId } = await acceptedCase()
  await restrict(childId, [senior, worker])
  const [access] = await service.asOwner(
    'select access_id from child_access where child_id = $1 and user_id = $2',
    [childId, worker.userId],
  )
  const end = `/children/${childId}/safety/access/${access?.access_id}/end`
  const send = await opened(manager, end, { reason: 'Leaves the team' })
  const answer = await whileAnother(senior, tx => makeHolder(tx, childId, involvementId), send)
  expect(answer.status).toBe(303)
  expect(await holderOf(childId)).toEqual(heldByNobody)
})

test('where somebody is named while the record is being restricted without them, their part ends', async () => {
  const { childId, involvementId } = await acceptedCase()
  const send = await opened(manager, `/children/${childId}/safety/restrict`, { reason: 'Family', people: [] })
  const answer = await whileAnother(senior, tx => makeHolder(tx, childId, involvementId), send)
  expect(answer.status).toBe(303)
  expect(await holderOf(childId)).toEqual(heldByNobody)
})

test.each([
  ['is told so, and what they typed is kept, where it is open to them', true],
  ['is told that it is no longer open to them otherwise', false],
])('a manager who restricts a record while another does %s', async (_, isNamed) => {
  const { childId, which } = await acceptedCase()
  const send = await opened(manager, `/children/${childId}/safety/restrict`, { reason: 'The second reason' })
  const answer = await whileAnother(
    deputy,
    async tx => {
      await holdRestrictions(tx)
      await insertAccess(tx, which, deputy.userId)
      if (isNamed) await insertAccess(tx, which, manager.userId)
      const said = { reason: 'The first reason', by: deputy.userId, at: service.clock.now }
      await insertRestriction(tx, which, said)
    },
    send,
  )
  const page = isNamed ? answer : await manager.get(answer.location ?? '')
  expect(answer.status).toBe(isNamed ? 422 : 303)
  expect(page.text).toContain('Somebody else has restricted this record in the meantime')
  expect(page.html.includes('The second reason')).toBe(isNamed)
  const kept = await service.asOwner('select reason from child_restriction where child_id = $1', [childId])
  expect(kept).toEqual([{ reason: 'The first reason' }])
})
