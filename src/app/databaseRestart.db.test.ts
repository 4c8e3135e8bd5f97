import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Config, readConfig } from '../platform/config/index.ts'
import { type EmbeddedPostgres, inTransaction, startEmbeddedPostgres } from '../platform/database/index.ts'
import { addAccount, beginSession } from '../platform/identity/index.ts'
import { type Installation, openInstallation } from './installation.ts'
import { assemble, type Running } from './serve.ts'
import { addService } from './serviceQueries.ts'
import { freePort } from './testkit/program.ts'
import { browserFor } from './testkit/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-restart-'))
const secret = { derive: (purpose: string) => `restart ${purpose}` }
let settings: Record<string, string>
let postgres: EmbeddedPostgres
let installation: Installation
let running: Running
let browser: ReturnType<typeof browserFor>

const nextTurn = () => new Promise(resolve => setImmediate(resolve))
const startPostgres = () => startEmbeddedPostgres({ folder, secret, settings })

beforeAll(async () => {
  // The same port each time, as a server that is restarted has.
  settings = { port: String(await freePort()), fsync: 'off' }
  postgres = await startPostgres()
  const config: Config = readConfig({ THROUGHLINE_DATA: folder, DATABASE_URL: postgres.ownerUrl, PORT: '0' })
  installation = await openInstallation(config)
  running = await assemble(installation, { logger: pino({ level: 'silent' }) })
  const serviceId = await addService(installation.ownerUrl, { name: 'Restart' })
  if (!serviceId) throw new Error('the service was there already')
  const token = await inTransaction(installation.db, { serviceId }, async tx => {
    const person = { serviceId, email: 'a@example.test', name: 'Ada Fen', roles: ['officer'] as const }
    const userId = await addAccount(tx, person)
    if (!userId) throw new Error('the account was there already')
    return beginSession(tx, { serviceId, userId }, 'test', true, Temporal.Now.instant())
  })
  browser = browserFor(running.server, token)
}, 60_000)

afterAll(async () => {
  await running.stop()
  await installation.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

test('the database is restarted under load: requests fail decently, and the server recovers by itself', async () => {
  const statuses: number[] = []
  let isDone = false
  const visitor = async () => {
    while (!isDone) {
      const { status, text } = await browser.get('/account')
      statuses.push(status)
      if (status === 503) expect(text).toContain('Nothing was changed')
    }
  }
  const visitors = Promise.all([visitor(), visitor(), visitor(), visitor()])
  const seen = async (status: number, from: number) => {
    while (!statuses.slice(from).includes(status)) await Promise.race([visitors, nextTurn()])
  }
  await seen(200, 0)

  await postgres.stop()
  const whileDown = statuses.length
  await seen(503, whileDown)
  const watcher = browserFor(running.server)
  expect((await watcher.get('/health/ready')).status).toBe(503)
  expect((await watcher.get('/health/live')).status).toBe(200)
  const refused = await browser.get('/account')
  expect(refused.status).toBe(503)
  expect(refused.response.headers['retry-after']).toBe('10')

  postgres = await startPostgres()
  const whenUp = statuses.length
  await seen(200, whenUp)
  isDone = true
  await visitors
  // Every answer was the page or “not for a moment”: never a failure, never a sign-out.
  expect([...new Set(statuses)].sort()).toEqual([200, 503])
  expect((await watcher.get('/health/ready')).status).toBe(200)
}, 60_000)
