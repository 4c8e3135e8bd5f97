import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { parse } from 'parse5'
import { type Logger, pino } from 'pino'
import type { Role } from '../../platform/access/index.ts'
import { readConfig } from '../../platform/config/index.ts'
import { type Context, inTransaction, type Work } from '../../platform/database/index.ts'
import type { Route } from '../../platform/http/index.ts'
import { addAccount, beginSession } from '../../platform/identity/index.ts'
import { assemble, type Running } from '../serve.ts'
import { makeTestDatabase, type TestDatabase } from './database.ts'

/** Somebody who has signed in, as a test sees them: a browser without scripts. */
export type TestPerson = {
  userId: string
  serviceId: string
  get(address: string): Promise<TestPage>
  /** Opens the page of a form and sends it, as a browser would. */
  fill(address: string, fields: Record<string, string | string[]>): Promise<TestPage>
  /** Sends a form without opening its page first. */
  post(
    address: string,
    fields: Record<string, string | string[]>,
    headers?: Record<string, string>,
  ): Promise<TestPage>
  /** Opens the page of a form that asks for a file, and sends it with one: to its own address unless another is given. */
  attach(address: string, fields: Record<string, string>, file: TestFile, to?: string): Promise<TestPage>
  /** Sends JSON, as a page's script would. */
  postJson(address: string, body: unknown): Promise<TestPage>
}

/** A file as a person chooses it. */
export type TestFile = { field: string; name: string; bytes: Buffer }

export type TestPage = {
  status: number
  location: string | undefined
  html: string
  text: string
  title: string
  response: LightMyRequestResponse
}

/** A whole service with its server, on a database of its own; the clock stands where the test puts it. */
export type TestService = TestDatabase & {
  serviceId: string
  server: FastifyInstance
  running: Running
  clock: { now: Temporal.Instant }
  person(role: Role | Role[], name?: string): Promise<TestPerson>
  /** Does something in a transaction on behalf of a person. */
  as<T>(person: { userId: string }, work: (tx: Work) => Promise<T>, more?: Partial<Context>): Promise<T>
  /** In which words the audit says that a child was seen, by whom: on its own pages, and among others on one page. */
  viewsOf(childId: string, person?: { userId: string }): Promise<string[]>
  close(): Promise<void>
}

/** Saturday 21 November 2026, 10:00 in London. */
export const testNow = Temporal.Instant.from('2026-11-21T10:00:00Z')

/** What a test sets otherwise: routes beside those of the product, and a logger to read. */
export type TestOptions = { routes?: readonly Route[]; logger?: Logger }

export async function makeTestService(
  name = 'Milton Brook Youth Justice Service',
  options: TestOptions = {},
): Promise<TestService> {
  const database = await makeTestDatabase()
  const serviceId = await addService(database, name)
  const clock = { now: testNow }
  const installation = {
    ...database,
    config: readConfig({ PORT: '0', THROUGHLINE_DATA: '/nowhere' }),
    migrated: [],
    close: async () => {},
  }
  const running = await assemble(installation, {
    now: () => clock.now,
    logger: options.logger ?? pino({ level: 'silent' }),
    moreRoutes: options.routes ?? [],
    withJobs: false,
  })
  const { server } = running
  return {
    ...database,
    serviceId,
    server,
    running,
    clock,
    person: (role, personName) => addPerson({ db: database.db, serviceId, server, clock }, role, personName),
    as: (person, work, more) =>
      inTransaction(database.db, { serviceId, userId: person.userId, ...more }, work),
    async viewsOf(childId, person) {
      const rows = await database.asOwner(
        `select purpose from audit_event where action = 'view' and (child_id = $1::uuid or after -> 'children' ? $1::text)
           and person_id = coalesce($2::uuid, person_id) order by id`,
        [childId, person?.userId ?? null],
      )
      return rows.map(({ purpose }) => String(purpose))
    },
    async close() {
      await running.stop()
      await database.close()
    },
  }
}

/** Adds a service to a database, as the owner. */
export async function addService(database: Pick<TestDatabase, 'asOwner'>, name: string): Promise<string> {
  const [row] = await database.asOwner('insert into service (name) values ($1) returning service_id', [name])
  return String(row?.service_id)
}

type Parts = {
  db: TestDatabase['db']
  serviceId: string
  server: FastifyInstance
  clock: { now: Temporal.Instant }
}
let people = 0

async function addPerson(
  { db, serviceId, server, clock }: Parts,
  role: Role | Role[],
  name?: string,
): Promise<TestPerson> {
  people += 1
  const roles = [role].flat()
  const person = {
    serviceId,
    email: `${roles[0]}.${people}@example.test`,
    name: name ?? `Test ${roles[0]} ${people}`,
    roles,
  }
  const account = await inTransaction(db, { serviceId }, async tx => {
    // No password leads to it: a test's person has a session, and counts as somebody who can sign in.
    const userId = await addAccount(tx, { ...person, passwordHash: 'none' })
    if (!userId) throw new Error('the account was there already')
    return {
      serviceId,
      userId,
      token: await beginSession(tx, { serviceId, userId }, 'test', true, clock.now),
    }
  })
  return { userId: account.userId, serviceId, ...browserFor(server, account.token) }
}

let browsers = 0

/** A browser without scripts, at an address of its own: keeps cookies, sends forms, follows nothing by itself. */
export function browserFor(
  server: FastifyInstance,
  token?: string,
): Pick<TestPerson, 'get' | 'fill' | 'post' | 'postJson' | 'attach'> {
  browsers += 1
  const remoteAddress = `10.0.${browsers >> 8}.${browsers & 255}`
  const jar = new Map<string, string>(token === undefined ? [] : [['throughline', token]])
  const send = async (
    method: 'GET' | 'POST',
    address: string,
    fields?: Record<string, string | string[]>,
    json?: { body: unknown; token: string },
    headers: Record<string, string> = {},
    parts?: { type: string; body: Buffer },
  ) => {
    const form = new URLSearchParams()
    for (const [field, value] of Object.entries(fields ?? {}))
      for (const each of [value].flat()) form.append(field, each)
    const response = await server.inject({
      method,
      url: address,
      remoteAddress,
      headers: {
        cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; '),
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        ...(json ? { 'content-type': 'application/json', 'x-csrf-token': json.token } : {}),
        ...headers,
        ...(parts ? { 'content-type': parts.type } : {}),
      },
      ...(json ? { payload: JSON.stringify(json.body) } : {}),
      ...(fields ? { payload: form.toString() } : {}),
      ...(parts ? { payload: parts.body } : {}),
    })
    for (const cookie of response.cookies) {
      if (cookie.value === '') jar.delete(cookie.name)
      else jar.set(cookie.name, cookie.value)
    }
    return pageOf(response)
  }
  // Signed in, every page carries the token in its sign-out form; before that, the sign-in form does.
  const findToken = async () =>
    hiddenValue((await send('GET', jar.has('throughline') ? '/account' : '/sign-in')).html, '_csrf') ??
    hiddenValue((await send('GET', '/sign-in')).html, '_csrf') ??
    ''
  const post: TestPerson['post'] = async (address, fields, headers) => {
    const all = fields._csrf === undefined ? { _csrf: await findToken(), ...fields } : fields
    return send('POST', address, all, undefined, headers)
  }
  return {
    get: address => send('GET', address),
    post,
    async attach(address, fields, file, to = address) {
      const opened = await send('GET', address)
      if (opened.status !== 200) throw new Error(`${address} answered ${opened.status}: ${opened.title}`)
      const typed = { _csrf: hiddenValue(opened.html, '_csrf') ?? '', ...fields }
      return send('POST', to, undefined, undefined, {}, inParts(typed, file))
    },
    postJson: async (address, body) => send('POST', address, undefined, { body, token: await findToken() }),
    async fill(address, fields) {
      const opened = await send('GET', address)
      if (opened.status !== 200) throw new Error(`${address} answered ${opened.status}: ${opened.title}`)
      const version = hiddenValue(opened.html, '_version')
      const read = hiddenValue(opened.html, 'read-mark')
      return send('POST', address, {
        _csrf: hiddenValue(opened.html, '_csrf') ?? '',
        ...(version ? { _version: version, _was: hiddenValue(opened.html, '_was') ?? '' } : {}),
        ...(read ? { 'read-mark': read } : {}),
        ...fields,
      })
    },
  }
}

/** A form with a file as a browser sends it (RFC 7578). */
function inParts(fields: Record<string, string>, { field, name, bytes }: TestFile) {
  const boundary = 'throughline-test-boundary'
  const head = (rest: string) => `--${boundary}\r\ncontent-disposition: form-data; ${rest}\r\n\r\n`
  const typed = Object.entries(fields).map(([key, value]) => `${head(`name="${key}"`)}${value}\r\n`)
  const body = Buffer.concat([
    Buffer.from(typed.join('')),
    Buffer.from(head(`name="${field}"; filename="${name}"`)),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { type: `multipart/form-data; boundary=${boundary}`, body }
}

/** The value of a hidden field on a page. */
export function hiddenValue(html: string, name: string): string | undefined {
  return new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1]
}

function pageOf(response: LightMyRequestResponse): TestPage {
  const location = response.headers.location
  const html = response.headers['content-type']?.toString().startsWith('text/html') ? response.body : ''
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
  const main = html.slice(html.indexOf('<body'))
  return {
    status: response.statusCode,
    location: location?.toString(),
    html,
    title: decode(title),
    text: textOf(main),
    response,
  }
}

function decode(text: string): string {
  return textOf(text)
}

/** The words of a page, as a reader sees them. */
function textOf(html: string): string {
  const words: string[] = []
  const walk = (node: { nodeName: string; value?: string; childNodes?: unknown[] }) => {
    if (node.nodeName === '#text' && node.value) words.push(node.value)
    for (const child of node.childNodes ?? []) walk(child as never)
  }
  walk(parse(html) as never)
  return words.join(' ').replace(/\s+/g, ' ').trim()
}
