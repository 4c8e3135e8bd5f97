import { pino } from 'pino'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { type Job, JobFault, type Jobs, prepareJobs, startJobs } from '../../platform/jobs/index.ts'

let service: TestService
let admin: TestPerson
let queue: Jobs
let isMended = false

const fragile: Job = {
  name: 'test-fragile',
  title: 'Carry the eggs',
  async run({ kind }) {
    if (isMended) return
    if (kind === 'ours') throw new JobFault('The basket is missing')
    throw Object.assign(new Error('value “Kit O’Hara” violates something'), { code: '23514' })
  },
}

beforeAll(async () => {
  service = await makeTestService()
  admin = await service.person('administrator')
  await prepareJobs(service.ownerUrl, [fragile])
  const { platform } = service.running
  queue = await startJobs(service.appUrl, [fragile], () => platform, pino({ level: 'silent' }))
  Object.assign(platform, { jobs: { known: [fragile], retry: queue.retry } })
})
afterAll(async () => {
  await queue.stop()
  await service.close()
})

/** Asks for a job that is not tried again by itself. */
async function ask(data: Record<string, string>): Promise<void> {
  await queue.boss.send(fragile.name, data, { retryLimit: 0 })
}

test('a failed job is shown with words of ours, never with the words of a person, and can be tried again', async () => {
  const { serviceId } = service
  await ask({ serviceId, kind: 'ours' })
  await ask({ serviceId, kind: 'unknown' })
  await ask({ serviceId: '00000000-0000-7000-8000-000000000000', kind: 'ours' })
  await vi.waitUntil(async () => (await failed()) === 3, { timeout: 20_000, interval: 100 })

  const page = await admin.get('/admin/jobs')
  expect(page.text).toContain('Carry the eggs')
  expect(page.text).toContain('The basket is missing')
  expect(page.text).toContain('A fault in the program: Error 23514')
  const kept = await service.asOwner(`select output::text from pgboss.job where name = 'test-fragile'`)
  expect(JSON.stringify(kept)).not.toContain('O’Hara')
  const ids = [...page.html.matchAll(/name="id" value="([^"]+)"/g)].map(found => found[1] ?? '')
  expect(ids).toHaveLength(2)

  isMended = true
  for (const id of ids) {
    const answer = await admin.post('/admin/jobs/retry', { job: fragile.name, id })
    expect(answer.location).toBe('/admin/jobs')
  }
  await vi.waitUntil(async () => (await failed()) === 1, { timeout: 20_000, interval: 100 })
  expect((await admin.get('/admin/jobs')).text).toContain('No job has failed')
})

test('a failed job of another service cannot be tried again', async () => {
  const [theirs] = await service.asOwner(
    `select id from pgboss.job where name = 'test-fragile' and state = 'failed'`,
  )
  await admin.post('/admin/jobs/retry', { job: fragile.name, id: String(theirs?.id) })
  expect((await admin.get('/admin/jobs')).text).toContain('not among the failed ones')
  expect(await failed()).toBe(1)
})

test('the page about the audit says why it could not be sealed, until it is sealed again', async () => {
  const { boss } = queue
  const job = async () => {
    await boss.send('seal-audit', {}, { retryLimit: 0 })
    return (await boss.fetch('seal-audit'))[0]?.id ?? ''
  }
  const why = 'The audit no longer holds what was sealed before'
  await boss.fail('seal-audit', await job(), new JobFault(why))
  expect((await admin.get('/admin/audit')).text).toContain(why)
  await boss.complete('seal-audit', await job())
  expect((await admin.get('/admin/audit')).text).not.toContain(why)
})

test('more failed jobs than a page lists are counted all, and the list says that it is cut', async () => {
  await service.asOwner(`delete from pgboss.job where state = 'failed'`)
  await service.asOwner(
    `insert into pgboss.job (name, state, data, completed_on)
     select 'test-fragile', 'failed', jsonb_build_object('serviceId', $1::text), now() from generate_series(1, 120)`,
    [service.serviceId],
  )
  expect((await admin.get('/admin')).text).toContain('120 jobs have failed')
  expect((await admin.get('/admin/jobs')).text).toContain('The newest 100 of 120 failed jobs')
})

async function failed(): Promise<unknown> {
  const [row] = await service.asOwner(
    `select count(*)::int as n from pgboss.job where name = 'test-fragile' and state = 'failed'`,
  )
  return row?.n
}
