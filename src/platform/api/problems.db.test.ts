import { randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserFor } from '../../app/testkit/service.ts'
import { type ApiService, expectProblem, makeApiService } from './api.testkit.ts'

let service: ApiService['service']
let key: ApiService['key']
let described: ApiService['described']
let logged: ApiService['logged']

beforeAll(async () => {
  ;({ service, key, described, logged } = await makeApiService())
})
afterAll(() => service.close())

const echo = (body: unknown, headers: Record<string, string> = {}) =>
  key.ask('POST', '/api/test/echo', body, headers)

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
