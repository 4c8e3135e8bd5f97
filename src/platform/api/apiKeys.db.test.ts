import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestKey } from '../../app/testkit/apiKey.ts'
import { addService, type TestService } from '../../app/testkit/service.ts'
import { type ApiService, expectProblem, failingAddress, makeApiService } from './api.testkit.ts'
import { requestsPerMinute } from './index.ts'
import { newKeyText } from './keyText.ts'

let service: ApiService['service']
let key: ApiService['key']
let described: ApiService['described']
let logged: ApiService['logged']

beforeAll(async () => {
  ;({ service, key, described, logged } = await makeApiService())
})
afterAll(() => service.close())

const withKey = (authorization: string | undefined, url = '/api/test/echo') =>
  service.server.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    payload: '{"words":"x"}',
  })

describe('a key', () => {
  test('that is good is let through, however the word before it is written', async () => {
    for (const word of ['Bearer', 'bearer', 'BEARER'])
      expect((await withKey(`${word} ${key.key}`)).statusCode).toBe(200)
  })

  test('is needed, and says so as RFC 6750 asks', async () => {
    for (const sent of [undefined, 'Basic YTpi', key.key, 'Bearer', `Bearer ${key.key} ${key.key}`]) {
      const answer = await withKey(sent)
      expectProblem(answer, 'no-key')
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="Throughline"')
      expect(described.faultsOf('echo', answer)).toEqual([])
    }
  })

  test('that was never one is refused', async () => {
    for (const never of [
      'never-a-key',
      newKeyText(),
      key.key.slice(0, -1),
      `${key.key}0`,
      '~'.repeat(5_000),
    ]) {
      const answer = await withKey(`Bearer ${never}`)
      expectProblem(answer, 'key-refused')
      expect(answer.headers['www-authenticate']).toContain('error="invalid_token"')
      expect(answer.body).not.toContain(never.slice(0, 30))
    }
  })

  test('that was ended is refused from then on', async () => {
    const ended = await makeTestKey(service)
    expect((await ended.ask('POST', '/api/test/echo', { words: 'x' })).statusCode).toBe(200)
    await service.asOwner('update api_key set ended_at = now(), ended_by = made_by where system_id = $1', [
      ended.systemId,
    ])
    const answer = await ended.ask('POST', '/api/test/echo', { words: 'x' })
    expectProblem(answer, 'key-refused')
    expect(answer.json().detail).toContain('ended')
  })

  test('is refused from the moment on which it ends', async () => {
    const before = service.clock.now
    const short = await makeTestKey(service, { days: 1 })
    service.clock.now = before.add({ hours: 24 }).subtract({ seconds: 1 })
    expect((await short.ask('POST', '/api/test/echo', { words: 'x' })).statusCode).toBe(200)
    service.clock.now = before.add({ hours: 24 })
    expectProblem(await short.ask('POST', '/api/test/echo', { words: 'x' }), 'key-refused')
    service.clock.now = before
  })

  test('without the scope is refused before the body is read', async () => {
    const reader = await makeTestKey(service, { scopes: ['notifications:read'] })
    const answer = await reader.ask('POST', '/api/test/echo', 'x'.repeat(5_000))
    expectProblem(answer, 'missing-scope')
    expect(answer.headers['www-authenticate']).toContain('scope="notifications:write"')
    expect(answer.json().detail).toContain('notifications:write')
    expect(described.faultsOf('echo', answer)).toEqual([])
  })

  test('of another service works in that service and nowhere else', async () => {
    const elsewhere = await addService(service, 'Elsewhere')
    const as: TestService['as'] = (person, work, more) =>
      service.as(person, work, { ...more, serviceId: elsewhere })
    const other = await makeTestKey({ ...service, serviceId: elsewhere, as })
    const body = {
      route: 'police-notification',
      police_reference: 'ELSE-1',
      received: '2026-11-20',
      family_name: 'Lee',
      offence: 'Theft',
      outcome: '8',
    }
    const once = { 'idempotency-key': randomUUID() }
    const there = await other.ask('POST', '/api/notifications', body, once)
    const here = await key.ask('POST', '/api/notifications', body, once)
    expect([there.statusCode, here.statusCode]).toEqual([201, 201])
    expect(here.json().id).not.toBe(there.json().id)
    const { id } = there.json()
    expectProblem(await key.ask('GET', `/api/notifications/${id}`), 'not-found')
    expect((await other.ask('GET', `/api/notifications/${id}`)).statusCode).toBe(200)
    const rows = await service.asOwner(
      `select service_id from notification where reference = 'ELSE-1' order by received_at`,
    )
    expect(new Set(rows.map(row => row.service_id))).toEqual(new Set([elsewhere, service.serviceId]))
  })

  test('is noted as used, at most once a minute, without a line in the audit', async () => {
    const before = service.clock.now
    const own = await makeTestKey(service)
    const used = async () =>
      (await service.asOwner('select used_at::text from api_key where system_id = $1', [own.systemId]))[0]
        ?.used_at
    expect(await used()).toBeNull()
    await own.ask('GET', failingAddress)
    const first = await used()
    service.clock.now = before.add({ seconds: 59 })
    await own.ask('GET', failingAddress)
    expect(await used()).toBe(first)
    service.clock.now = before.add({ seconds: 60 })
    await own.ask('GET', failingAddress)
    expect(await used()).not.toBe(first)
    service.clock.now = before
    const events = await service.asOwner(
      `select action from audit_event where table_name = 'api_key' and after ->> 'system_id' = $1`,
      [own.systemId],
    )
    expect(events).toEqual([{ action: 'insert' }])
  })

  test('stands nowhere: not in a table, not in the audit, not in the log', async () => {
    const tables = await service.asOwner(
      `select (select jsonb_agg(to_jsonb(k)) from api_key k)::text || (select jsonb_agg(to_jsonb(e)) from audit_event e)::text as all`,
    )
    const secret = key.key.slice(16, 50)
    expect(String(tables[0]?.all)).not.toContain(secret)
    expect(logged.join()).not.toContain(secret)
  })

  test('makes nobody signed in: pages know it not, and a session opens nothing here', async () => {
    const page = await service.server.inject({
      url: '/arrivals',
      headers: { authorization: `Bearer ${key.key}` },
    })
    expect(page.headers.location).toMatch(/^\/sign-in/)
    const administrator = await service.person('administrator')
    expectProblem((await administrator.get(failingAddress)).response, 'no-key')
    expect(await service.asOwner('select from session where user_id = $1', [key.systemId])).toEqual([])
  })
})

describe('so many requests a minute', () => {
  test('a key may make, and no more; each answer says what is left', async () => {
    const before = service.clock.now
    const busy = await makeTestKey(service)
    const first = await busy.ask('GET', failingAddress)
    expect(first.headers['ratelimit-policy']).toBe(`"key";q=${requestsPerMinute};w=60`)
    expect(Object.keys(first.headers).filter(name => name.startsWith('x-ratelimit'))).toEqual([])
    expect(first.headers.ratelimit).toBe(`"key";r=${requestsPerMinute - 1};t=60`)
    service.clock.now = before.add({ seconds: 20 })
    for (let i = 1; i < requestsPerMinute; i++) await busy.ask('GET', failingAddress)
    const over = await busy.ask('GET', failingAddress)
    expectProblem(over, 'too-many')
    expect(over.headers['retry-after']).toBe('40')
    expect(over.headers.ratelimit).toBe('"key";r=0;t=40')
    expect(described.faultsOf('bug', over)).toEqual([])
    expect((await key.ask('POST', '/api/test/echo', { words: 'x' })).statusCode).toBe(200)
    service.clock.now = before.add({ seconds: 61 })
    expectProblem(await busy.ask('GET', failingAddress), 'failure')
    service.clock.now = before
  })

  test('come from one address, with keys or without', async () => {
    const ask = () => service.server.inject({ url: '/api/openapi.json', remoteAddress: '10.77.0.1' })
    let answer = await ask()
    for (let i = 0; i < 1_300 && answer.statusCode === 200; i++) answer = await ask()
    expectProblem(answer, 'too-many')
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  })
})
