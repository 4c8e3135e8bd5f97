import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestKey } from '../../app/testkit/apiKey.ts'
import { type Api, makeApi } from './notificationApi.testkit.ts'

let service: Api['service']
let officer: Api['officer']
let arrived: Api['arrived']
let police: Api['police']
let child: Api['child']
let send: Api['send']
let ask: Api['ask']

beforeAll(async () => {
  ;({ service, officer, arrived, police, child, send, ask } = await makeApi())
})
afterAll(() => service.close())

describe('what became of it', () => {
  test('is told to the system that sent it: waiting, then a case, and nothing of the case', async () => {
    const body = child({ first_name: 'Obi' })
    const { id } = (await send(body)).json()
    const waiting = await ask(id)
    expect(waiting.json()).toEqual({ id, sent_at: service.clock.now.toString(), state: 'waiting' })
    await officer.fill(`/arrivals/${id}`, { child: 'new' })
    const opened = await ask(id)
    expect(opened.json()).toEqual({ id, sent_at: service.clock.now.toString(), state: 'case-opened' })
    expect(opened.body).not.toMatch(/Test officer|Obi|diversion/i)
  })

  test('is in the child’s history, once, with the name of the system', async () => {
    const ama = { first_name: 'Ama', family_name: 'Boateng', date_of_birth: '2012-08-30' }
    const { id } = (await send(child(ama))).json()
    const { location = '' } = await officer.fill(`/arrivals/${id}`, { child: 'new' })
    for (let hour = 0; hour < 3; hour++) await ask(id)
    const history = await officer.get(`${location.split('/cases')[0]}/history`)
    expect(history.text.match(/Told the sender of a notification that a case is open/g)).toHaveLength(1)
    expect(history.text).toMatch(/System [0-9a-f-]{36}/)
  })

  test.each([
    ['Sent twice', {}, 'sent-twice'],
    ['Not a child of this area', {}, 'not-of-this-area'],
    ['Other', { 'why-reason-Other': 'Her uncle works here' }, 'other'],
  ])(
    'closed without a case (%s) is told with the reason, and not in a worker’s words',
    async (why, more, reason) => {
      const { id } = (await send(child())).json()
      expect((await officer.fill(`/arrivals/${id}/close`, { why, ...more })).status).toBe(303)
      const answer = await ask(id)
      expect(answer.json()).toMatchObject({ state: 'closed', reason })
      expect(answer.body).not.toContain('uncle')
    },
  )

  test('is told to no other system that sends the same, however often', async () => {
    const body = child()
    const { id } = (await send(body)).json()
    const other = await makeTestKey(service)
    for (let i = 0; i < 3; i++) {
      const again = await send({ ...body, school: `Guess ${i}` }, { key: other })
      expect(again.json()).toEqual({ id, known: true, differs: [] })
      expect((await ask(id, other)).statusCode).toBe(404)
    }
    expect((await ask(id)).statusCode).toBe(200)
  })

  test('is told to no other system, and not of one that came otherwise', async () => {
    const { id } = (await send(child())).json()
    expect((await ask(id, await makeTestKey(service))).statusCode).toBe(404)
    expect((await ask(id, await makeTestKey(service, { systemId: police.systemId }))).statusCode).toBe(200)
    const [row] = await service.asOwner(
      `insert into notification (service_id, reference, form, route_in, received_at, given_name, family_name, folded_name, details)
       values ($1, 'BY-FILE', 'yot1', 'police-notification', now(), 'By', 'File', 'by file', '{}') returning notification_id`,
      [service.serviceId],
    )
    expect((await ask(String(row?.notification_id))).statusCode).toBe(404)
    for (const odd of ['xyz', '0193b1a0-7c00-7000-8000-00000000dead', "'", '%00', '%E2%80%AE'])
      expect((await ask(odd)).statusCode).toBe(404)
  })
})

describe('a notification about a restricted child', () => {
  const name = { first_name: 'Wren', family_name: 'Hidden-Hall', date_of_birth: '2010-03-04' }

  test('goes in, and nothing tells the sender that there is something to hide', async () => {
    const manager = await service.person('manager')
    const { id: first } = (await send(child(name))).json()
    const who = await officer.get(`/arrivals/${first}`)
    expect(who.text).toContain('Through the system')
    const { location = '' } = await officer.fill(`/arrivals/${first}`, { child: 'new' })
    const address = location.split('/cases')[0] ?? ''
    const childId = address.split('/').at(-1) ?? ''
    expect((await ask(first)).json()).toMatchObject({ state: 'case-opened' })
    await service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Staff', $3)`,
      [service.serviceId, childId, manager.userId],
    )
    await service.asOwner(`insert into child_access (service_id, child_id, user_id) values ($1, $2, $3)`, [
      service.serviceId,
      childId,
      manager.userId,
    ])

    const body = child(name)
    const hidden = await send(body)
    const plain = await send(child())
    expect(hidden.statusCode).toBe(201)
    expect(Object.keys(hidden.json())).toEqual(Object.keys(plain.json()))
    const { id } = hidden.json()
    expect((await officer.get(`/arrivals/${id}`)).status).toBe(404)
    expect((await manager.get(`/arrivals/${id}`)).status).toBe(200)
    const seen = await service.as({ userId: police.systemId }, tx =>
      tx
        .selectFrom('notification')
        .select('notification_id')
        .where('notification_id', 'in', [first, id])
        .execute(),
    )
    expect(seen).toEqual([])

    // What was sent again is known, and compared with what this system itself sent: as with any other.
    const again = await send({ ...body, school: 'Hill School' })
    expect(again.json()).toEqual({ id, known: true, differs: ['school'] })
    const waits = { sent_at: service.clock.now.toString(), state: 'waiting' }
    expect((await ask(id)).json()).toEqual({ id, ...waits })
    await manager.fill(`/arrivals/${id}`, { child: childId, [`case-${childId}`]: 'new' })
    expect((await arrived(body.police_reference))?.child_id).toBe(childId)
    expect((await ask(id)).json()).toEqual({ id, ...waits })
    // What was told before the record was restricted is not taken back.
    expect((await ask(first)).json()).toMatchObject({ state: 'case-opened' })
  })
  test('restricted after it was closed, goes on being closed to whoever was told so', async () => {
    const manager = await service.person('manager')
    const near = { first_name: 'Juniper', family_name: 'Late-Lane', date_of_birth: '2011-07-08' }
    const [told, untold] = [child(near), child(near)]
    const { id: first } = (await send(told)).json()
    const { id: second } = (await send(untold)).json()
    for (const id of [first, second]) await officer.fill(`/arrivals/${id}/close`, { why: 'Sent twice' })
    const before = await ask(first)
    expect(before.json()).toMatchObject({ state: 'closed', reason: 'sent-twice' })
    const { location = '' } = await officer.fill(`/arrivals/${(await send(child(near))).json().id}`, {
      child: 'new',
    })
    const childId = location.split('/')[2] ?? ''
    await service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Staff', $3)`,
      [service.serviceId, childId, manager.userId],
    )
    expect((await ask(first)).json()).toEqual(before.json())
    // Whoever had not asked yet learns nothing by asking now.
    expect((await ask(second)).json()).toMatchObject({ state: 'waiting' })
    expect((await send({ ...told, school: 'Hill School' })).json()).toEqual({
      id: first,
      known: true,
      differs: ['school'],
    })
  })
})
