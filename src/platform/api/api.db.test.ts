import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { Validator } from '@seriousme/openapi-schema-validator'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { makeTestKey, type TestKey } from '../../app/testkit/apiKey.ts'
import { readDocument, type TestDocument } from '../../app/testkit/openApi.ts'
import { addService, browserFor, makeTestService, type TestService } from '../../app/testkit/service.ts'
import { path } from '../http/index.ts'
import { type ApiRoute, apiRoute, problems, requestsPerMinute } from './index.ts'
import { newKeyText } from './keyText.ts'

let service: TestService
let key: TestKey
let described: TestDocument
const logged: string[] = []

const words = z.object({ words: z.string() })
const answers = { 200: { name: 'Words', of: () => words, words: 'Done.', example: { words: 'x' } } }
const failing = (name: string, fault: () => unknown): ApiRoute =>
  apiRoute({
    method: 'GET',
    path: path(`/api/test/${name}`),
    scope: 'notifications:read',
    audit: { kind: 'none', why: 'a test' },
    operation: { id: name, title: name, words: [], answers },
    handle: () => Promise.reject(fault()),
  })

/** Routes that go wrong in the ways that routes do, and one that takes a little. */
const routes: ApiRoute[] = [
  failing('bug', () => new Error('a plain bug')),
  failing('refused', () => Object.assign(new Error('Key (name)=(Ruth Secret) exists'), { code: '23505' })),
  failing('gone', () => Object.assign(new Error('terminated'), { code: '57P01' })),
  apiRoute({
    method: 'POST',
    path: path('/api/test/echo'),
    scope: 'notifications:write',
    audit: { kind: 'none', why: 'a test' },
    maxBytes: 1_000,
    operation: {
      id: 'echo',
      title: 'Echo',
      words: [],
      body: { name: 'Words', of: () => words, example: { words: 'x' } },
      answers,
    },
    handle: async ({ json }) => ({ kind: 'done', status: 200, body: words.parse(json) }),
  }),
]

beforeAll(async () => {
  const logger = pino({ level: 'info' }, { write: line => logged.push(line) })
  service = await makeTestService('Milton Brook', { routes, logger })
  key = await makeTestKey(service)
  described = await readDocument(service)
})
afterAll(() => service.close())

type Answer = Awaited<ReturnType<TestKey['ask']>>

/** That an answer is this problem, in the form of RFC 9457, and nothing that a browser would keep. */
function expectProblem(answer: Answer, kind: keyof typeof problems): void {
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(answer.headers['set-cookie']).toBeUndefined()
  expect(answer.headers['cache-control']).toBe('no-store')
  const { status, title } = problems[kind]
  expect(answer.statusCode).toBe(status)
  expect(answer.json()).toMatchObject({
    type: `${service.running.platform.config.publicUrl}/api/docs#${kind}`,
    title,
    status,
    instance: answer.headers['x-request-id'],
  })
}

const plain = '/api/test/bug'
const echo = (body: unknown, headers: Record<string, string> = {}) =>
  key.ask('POST', '/api/test/echo', body, headers)
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
      `select service_id from notification where police_reference = 'ELSE-1' order by received_at`,
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
    await own.ask('GET', plain)
    const first = await used()
    service.clock.now = before.add({ seconds: 59 })
    await own.ask('GET', plain)
    expect(await used()).toBe(first)
    service.clock.now = before.add({ seconds: 60 })
    await own.ask('GET', plain)
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
    expectProblem((await administrator.get(plain)).response, 'no-key')
    expect(await service.asOwner('select from session where user_id = $1', [key.systemId])).toEqual([])
  })
})

describe('so many requests a minute', () => {
  test('a key may make, and no more; each answer says what is left', async () => {
    const before = service.clock.now
    const busy = await makeTestKey(service)
    const first = await busy.ask('GET', plain)
    expect(first.headers['ratelimit-policy']).toBe(`"key";q=${requestsPerMinute};w=60`)
    expect(Object.keys(first.headers).filter(name => name.startsWith('x-ratelimit'))).toEqual([])
    expect(first.headers.ratelimit).toBe(`"key";r=${requestsPerMinute - 1};t=60`)
    service.clock.now = before.add({ seconds: 20 })
    for (let i = 1; i < requestsPerMinute; i++) await busy.ask('GET', plain)
    const over = await busy.ask('GET', plain)
    expectProblem(over, 'too-many')
    expect(over.headers['retry-after']).toBe('40')
    expect(over.headers.ratelimit).toBe('"key";r=0;t=40')
    expect(described.faultsOf('bug', over)).toEqual([])
    expect((await key.ask('POST', '/api/test/echo', { words: 'x' })).statusCode).toBe(200)
    service.clock.now = before.add({ seconds: 61 })
    expectProblem(await busy.ask('GET', plain), 'failure')
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

describe('a body', () => {
  test.each([
    ['cut off', '{"words":"x'],
    ['no JSON', 'words=x'],
    ['empty', ''],
    ['not in UTF-8', Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d])],
  ])('that is %s cannot be read', async (_, payload) => {
    const headers = { authorization: `Bearer ${key.key}`, 'content-type': 'application/json' }
    const answer = await service.server.inject({ method: 'POST', url: '/api/test/echo', headers, payload })
    expectProblem(answer, 'unreadable')
    expect(described.faultsOf('echo', answer)).toEqual([])
  })

  test.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a file', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['nothing said', { 'content-type': '' }],
    ['something like JSON', { 'content-type': 'application/jsonx' }],
    ['compressed', { 'content-type': 'application/json', 'content-encoding': 'gzip' }],
  ])('that is %s is of the wrong type', async (_, headers) => {
    const answer = await service.server.inject({
      method: 'POST',
      url: '/api/test/echo',
      headers: { authorization: `Bearer ${key.key}`, ...headers },
      payload: gzipSync('{"words":"x"}'),
    })
    expectProblem(answer, 'wrong-type')
    expect(described.faultsOf('echo', answer)).toEqual([])
  })

  test('that is too large is not read', async () => {
    const answer = await echo({ words: 'x'.repeat(2_000) })
    expectProblem(answer, 'too-large')
    expect(described.faultsOf('echo', answer)).toEqual([])
    expect(
      (await echo({ words: 'x' }, { 'content-type': 'application/json; charset=utf-8' })).statusCode,
    ).toBe(200)
  })

  test('nested a million times does no harm', async () => {
    const payload = '['.repeat(1_000_000) + ']'.repeat(1_000_000)
    const answer = await service.server.inject({
      method: 'POST',
      url: '/api/notifications',
      headers: {
        authorization: `Bearer ${key.key}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      payload,
    })
    expect(answer.statusCode).toBeLessThan(500)
  })

  test.each([undefined, '', '""', 'ä', 'x'.repeat(256), 'a"b', '"a', 'with space'])(
    'without an idempotency key is refused where one is needed: %s',
    async once => {
      const answer = await service.server.inject({
        method: 'POST',
        url: '/api/notifications',
        headers: {
          authorization: `Bearer ${key.key}`,
          'content-type': 'application/json',
          ...(once === undefined ? {} : { 'idempotency-key': once }),
        },
        payload: '{}',
      })
      expectProblem(answer, 'no-idempotency-key')
      expect(described.faultsOf('sendNotification', answer)).toEqual([])
    },
  )
})

describe('what goes wrong', () => {
  test('is a problem at every address under /api, and never a page', async () => {
    const odd = [
      '/api',
      '/api/',
      '/api/nowhere',
      '/api/notifications/',
      '/api/notifications/a/b',
      '/api/docs/x',
    ]
    for (const url of odd) {
      expectProblem(
        await service.server.inject(url),
        url === '/api/notifications/' ? 'wrong-method' : 'not-found',
      )
      const posted = await service.server.inject({ method: 'DELETE', url, headers: { accept: 'text/html' } })
      expect(posted.headers['content-type'], url).toMatch(/^application\/problem\+json/)
    }
    const outside = await browserFor(service.server).get('/apinowhere')
    expect(outside.title).toContain('Page not found')
  })

  test('an address that cannot be read', async () => {
    const answer = await service.server.inject('/api/notifications/%ZZ')
    expectProblem(answer, 'unreadable')
  })

  test('another method is told which there are', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'GET'] as const) {
      const answer = await service.server.inject({ method, url: '/api/notifications' })
      expectProblem(answer, 'wrong-method')
      expect(answer.headers.allow).toBe('POST')
      expect(described.faultsOf('sendNotification', answer)).toEqual([])
    }
    const other = await service.server.inject({ method: 'POST', url: '/api/openapi.json', payload: 'x' })
    expect(other.headers.allow).toBe('GET, HEAD')
  })

  test('a bug has a number that stands in the log, and no words of its own', async () => {
    const answer = await key.ask('GET', '/api/test/bug')
    expectProblem(answer, 'failure')
    expect(answer.body).not.toContain('a plain bug')
    const id = String(answer.headers['x-request-id'])
    expect(
      logged.find(line => line.includes(id) && line.includes('a request of the API failed')),
    ).toBeDefined()
    expect(described.faultsOf('bug', answer)).toEqual([])
  })

  test('what the database refused is neither told nor logged', async () => {
    const answer = await key.ask('GET', '/api/test/refused')
    expectProblem(answer, 'failure')
    expect(answer.body + logged.join()).not.toContain('Ruth')
  })

  test('a database that does not answer is said to come back', async () => {
    const answer = await key.ask('GET', '/api/test/gone')
    expectProblem(answer, 'unavailable')
    expect(answer.headers['retry-after']).toBe('10')
    expect(described.faultsOf('gone', answer)).toEqual([])
  })

  test('a page of another site cannot ask', async () => {
    expectProblem(await echo({ words: 'x' }, { 'sec-fetch-site': 'cross-site' }), 'from-a-page')
  })

  test('a request that the server itself cannot read does not end it', async () => {
    await service.server.listen({ port: 0, host: '127.0.0.1' })
    const { port } = service.server.server.address() as AddressInfo
    const status = await new Promise(resolve => {
      const sent = httpRequest({
        port,
        path: '/api/notifications',
        headers: { 'x-long': 'x'.repeat(100_000) },
      })
      sent.on('response', answer => resolve(answer.statusCode))
      sent.on('error', resolve)
      sent.end()
    })
    expect(status).toBe(431)
  })
})

test('the log names the key and the route, and nothing that was sent', async () => {
  const before = logged.length
  await key.ask('POST', '/api/notifications', { family_name: 'Unlogged', offence: 7 })
  await key.ask('GET', '/api/notifications/0193b1a0-7c00-7000-8000-00000000dead?name=Unlogged')
  const lines = logged.slice(before).join()
  const [row] = await service.asOwner('select key_id from api_key where system_id = $1', [key.systemId])
  expect(lines).toContain(`"key":"${row?.key_id}"`)
  expect(lines).toContain('/api/notifications/:notificationId')
  expect(lines).not.toMatch(/Unlogged|dead/)
})

describe('the document', () => {
  test('is a good one by the schema of OpenAPI 3.1', async () => {
    const validator = new Validator()
    const checked = await validator.validate(structuredClone(described.document))
    expect(checked.errors ?? []).toEqual([])
    expect(checked.valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  test('needs no key, sets no cookie, and is of the server that was asked', async () => {
    const answer = await service.server.inject('/api/openapi.json')
    expect(answer.headers['content-type']).toMatch(/^application\/json/)
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(answer.json().servers).toEqual([{ url: service.running.platform.config.publicUrl }])
  })

  test('names the scope of each operation and every problem that it can answer with', () => {
    for (const methods of Object.values(described.document.paths)) {
      for (const operation of Object.values(methods)) {
        expect(operation.security[0]?.key).toHaveLength(1)
        for (const status of ['400', '401', '403', '405', '429', '500', '503'])
          expect(Object.keys(operation.responses), operation.operationId).toContain(status)
      }
    }
  })

  test('has examples that are as its schemas say', () => {
    const { paths } = described.document
    for (const methods of Object.values(paths)) {
      for (const { operationId, responses } of Object.values(methods)) {
        for (const [status, { content }] of Object.entries(responses)) {
          const example = content['application/json']?.example
          if (example === undefined) continue
          const answer = {
            statusCode: Number(status),
            headers: { 'content-type': 'application/json' },
            json: () => example,
          }
          expect(described.faultsOf(operationId, answer as never), `${operationId} ${status}`).toEqual([])
        }
      }
    }
  })

  test('is the same for people, without scripts from anywhere', async () => {
    const page = await browserFor(service.server).get('/api/docs')
    expect(page.status).toBe(200)
    const names = Object.keys(described.document.components.schemas.Notification?.properties ?? {})
    for (const name of names) expect(page.html).toContain(`<code>${name}</code>`)
    for (const kind of Object.keys(problems)) expect(page.html).toContain(`id="${kind}"`)
    expect(page.text).toContain('curl')
    expect(page.text).toContain('Community resolution')
    const scripts = [...page.html.matchAll(/<script[^>]*src="([^"]*)"/g)].map(([, source]) => source)
    for (const source of scripts) expect(source).toMatch(/^\/assets\//)
  })
})
