import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserFor, hiddenValue, makeTestService, type TestService } from '../../app/testkit/service.ts'
import { addAccount, beginSession } from '../identity/index.ts'
import { page, path, type Route, route } from './index.ts'

let service: TestService
let broken: TestService
const logged: string[] = []

const nothing = { kind: 'none', why: 'a test' } as const
const failing = (address: string, fault: () => unknown): Route =>
  route({
    method: 'GET',
    path: path(address),
    permission: 'anyone',
    audit: nothing,
    handle: () => Promise.reject(fault()),
  })

/** Pages that go wrong in the ways that pages do. */
const faulty: Route[] = [
  failing('/test/bug', () => new Error('a plain bug')),
  failing('/test/refused', () =>
    Object.assign(new Error('Key (name)=(Ruth Secret) already exists'), { code: '23505' }),
  ),
  failing('/test/gone', () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
  failing('/test/no-file', () =>
    Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT', syscall: 'open' }),
  ),
  route({
    method: 'POST',
    path: path('/test/gone'),
    permission: 'anyone',
    audit: nothing,
    handle: () => Promise.reject(Object.assign(new Error('terminated'), { code: '57P01' })),
  }),
  route({
    method: 'POST',
    path: path('/test/form'),
    permission: 'anyone',
    audit: nothing,
    handle: async ({ sent }) => page('Sent', sent.one('words')),
  }),
  route({
    method: 'POST',
    path: path('/test/files'),
    permission: 'arrivals.work',
    maxBytes: 1_000,
    audit: nothing,
    handle: async ({ sent }) => page('Sent', sent.files.map(({ bytes }) => bytes.length).join()),
  }),
]

beforeAll(async () => {
  service = await makeTestService()
  const logger = pino({ level: 'info' }, { write: line => logged.push(line) })
  broken = await makeTestService('Faulty Youth Justice Service', { routes: faulty, logger })
})
afterAll(async () => {
  await service.close()
  await broken.close()
})

describe('every answer', () => {
  test('forbids scripts, styles and frames from elsewhere, and is not kept by the browser', async () => {
    const { headers } = (await browserFor(service.server).get('/sign-in')).response
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}'/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
    expect(headers['x-request-id']).toMatch(/^[\w-]{12}$/)
  })

  test('carries a nonce of its own', async () => {
    const nonceOf = async () =>
      /nonce-([0-9a-f]+)/.exec(
        String((await browserFor(service.server).get('/help')).response.headers['content-security-policy']),
      )?.[1]
    expect(await nonceOf()).not.toBe(await nonceOf())
  })

  test('holds no inline script, style or handler', async () => {
    const { html } = await (await service.person('senior')).get('/')
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(html).not.toMatch(/<style|\sstyle="|\son\w+="/)
  })
})

describe('pages for what goes wrong', () => {
  test('an address that is not there says so, with a way on', async () => {
    const answer = await browserFor(service.server).get('/nowhere')
    expect(answer.status).toBe(404)
    expect(answer.text).toContain('Page not found')
  })

  test('a bug is answered with a number that stands in the log', async () => {
    const answer = await browserFor(broken.server).get('/test/bug')
    expect(answer.status).toBe(500)
    const id = String(answer.response.headers['x-request-id'])
    expect(answer.text).toContain(id)
    expect(logged.find(line => line.includes(id) && line.includes('a request failed'))).toBeDefined()
  })

  test('what a person typed is neither on the page nor in the log when the database refuses it', async () => {
    const answer = await browserFor(broken.server).get('/test/refused')
    expect(answer.status).toBe(500)
    expect(answer.html).not.toContain('Ruth')
    expect(logged.join()).toContain('23505')
    expect(logged.join()).not.toContain('Ruth')
  })

  test('a database that does not answer is said to come back', async () => {
    const answer = await browserFor(broken.server).get('/test/gone')
    expect(answer.status).toBe(503)
    expect(answer.response.headers['retry-after']).toBe('10')
    expect(answer.text).not.toContain('saved')
    const sent = await browserFor(broken.server).post('/test/gone', {})
    expect(sent.status).toBe(503)
    expect(sent.text).toContain('may not have been saved: look before you send it again')
    expect(sent.text).toContain('what you typed is still there')
  })

  test('a file that is missing is no fault of the database', async () => {
    expect((await browserFor(broken.server).get('/test/no-file')).status).toBe(500)
  })

  test('a form that is too large says so', async () => {
    const answer = await browserFor(broken.server).post('/test/form', { words: 'x'.repeat(15_000_000) })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('larger than this page can take')
  })

  test('more than two megabytes of writing arrive', async () => {
    const answer = await browserFor(broken.server).post('/test/form', { words: 'é'.repeat(900_000) })
    expect(answer.status).toBe(200)
  })

  test('too many tries to sign in from one connection are held back with a page', async () => {
    const browser = browserFor(broken.server)
    const form = await browser.get('/sign-in')
    const token = hiddenValue(form.html, '_csrf') ?? ''
    const tries = []
    for (let i = 0; i < 125; i++)
      tries.push(await browser.post('/sign-in', { _csrf: token, email: '', password: '' }))
    expect(tries.at(-1)?.status).toBe(429)
    expect(tries.at(-1)?.text).toContain('Too many requests')
  })
})

describe('forms with files', () => {
  /** Sends files of so many bytes as a browser would, and says how much of the body was read. */
  async function upload(
    to: string,
    sizes: number[],
    {
      token = '',
      csrf = '',
      cookie = '',
      cutOff = 0,
    }: { token?: string; csrf?: string; cookie?: string; cutOff?: number } = {},
  ) {
    const form = new FormData()
    form.append('_csrf', csrf)
    for (const size of sizes) form.append('file', new File(['x'.repeat(size)], 'list.csv'))
    const whole = new Response(form)
    const sent = Buffer.from(await whole.arrayBuffer())
    const body = sent.subarray(0, sent.length - cutOff)
    let read = 0
    const stream = new Readable({
      read(size) {
        const chunk = body.subarray(read, read + size)
        read += chunk.length
        this.push(chunk.length > 0 ? chunk : null)
      },
    })
    const answer = await broken.server.inject({
      method: 'POST',
      url: to,
      headers: {
        'content-type': whole.headers.get('content-type') ?? '',
        cookie: [cookie, token && `throughline=${token}`].filter(Boolean).join('; '),
      },
      payload: stream,
    })
    return { status: answer.statusCode, location: answer.headers.location, body: answer.body, read }
  }

  /** Somebody who has signed in, with the form's token. */
  async function sender(role: 'officer' | 'analyst') {
    const token = await broken.as({ userId: '' }, async tx => {
      const person = {
        serviceId: broken.serviceId,
        email: `${role}.${randomUUID()}@example.test`,
        name: 'Fi',
        roles: [role],
      }
      const userId = (await addAccount(tx, person)) ?? ''
      return beginSession(tx, { ...person, userId }, 'test', true, broken.clock.now)
    })
    const page = await broken.server.inject({ url: '/account', headers: { cookie: `throughline=${token}` } })
    const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    return { token, cookie, csrf: hiddenValue(page.body, '_csrf') ?? '' }
  }

  test('are not read where a page takes none', async () => {
    const answer = await upload('/sign-in', [5_000_000])
    expect(answer.status).toBe(422)
    expect(answer.read).toBeLessThan(500_000)
  })

  test('are not read from somebody who has not signed in, or whose role has no part in it', async () => {
    const stranger = await upload('/test/files', [500])
    expect(stranger.location).toMatch(/^\/sign-in/)
    expect(await upload('/test/files', [500], await sender('analyst'))).toMatchObject({ status: 403 })
  })

  test('are not taken where half of one arrived', async () => {
    const worker = await sender('officer')
    const answer = await upload('/test/files', [400], { ...worker, cutOff: 200 })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('not complete')
  })

  test('count together, however many parts they come in', async () => {
    const worker = await sender('officer')
    expect((await upload('/test/files', [400, 400], worker)).body).toContain('400,400')
    for (const sizes of [[1_001], [400, 400, 400], [5_000_000]]) {
      const answer = await upload('/test/files', sizes, worker)
      expect(answer.status).toBe(422)
      expect(answer.body).toContain('larger than this page can take')
    }
  })
})

describe('forms', () => {
  test('are never unpacked: a small body could become a very large one', async () => {
    const payload = gzipSync(`words=${'x'.repeat(1_000)}`)
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' }
    const answer = await broken.server.inject({ method: 'POST', url: '/test/form', headers, payload })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.body).not.toContain('xxxx')
  })

  test('a form from another site is refused', async () => {
    const browser = browserFor(broken.server)
    const token = hiddenValue((await browser.get('/sign-in')).html, '_csrf') ?? ''
    const answer = await broken.server.inject({
      method: 'POST',
      url: '/test/form',
      headers: { 'sec-fetch-site': 'cross-site', 'content-type': 'application/x-www-form-urlencoded' },
      payload: `_csrf=${token}&words=x`,
    })
    expect(answer.statusCode).toBe(403)
  })

  test('a token made for one browser does not serve another', async () => {
    const token = hiddenValue((await browserFor(broken.server).get('/sign-in')).html, '_csrf') ?? ''
    expect((await browserFor(broken.server).post('/test/form', { _csrf: token, words: 'x' })).status).toBe(
      403,
    )
  })

  test('what is typed into a form is shown as text, never as markup', async () => {
    const answer = await browserFor(broken.server).post('/test/form', { words: '<script>alert(1)</script>' })
    expect(answer.html).toContain('&lt;script>')
    expect(answer.html).not.toContain('<script>alert')
  })
})

test('the log names the route, never the address, the person’s name or what was searched for', async () => {
  const before = logged.length
  const officer = await broken.person('officer', 'Otto Nobody')
  await officer.get('/children/0193b1a0-7c00-7000-8000-00000000dead/cases?name=Ruth')
  const lines = logged.slice(before).join()
  expect(lines).toContain('/children/:childId/cases')
  expect(lines).not.toMatch(/dead|Ruth|Otto|@example/)
})

test('health is told to machines without a sign-in, and without a cookie', async () => {
  const live = await service.server.inject('/health/live')
  const ready = await service.server.inject('/health/ready')
  expect([live.statusCode, ready.statusCode]).toEqual([200, 200])
  expect(live.headers['set-cookie']).toBeUndefined()
})

test('assets are kept for a year, since their names change with their contents', async () => {
  const { html } = await browserFor(service.server).get('/sign-in')
  const address = /href="(\/assets\/main-[^"]+\.css)"/.exec(html)?.[1] ?? ''
  const { headers, statusCode } = await service.server.inject(address)
  expect(statusCode).toBe(200)
  expect(headers['cache-control']).toContain('immutable')
})
