import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'

let service: TestService
let manager: TestPerson
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  manager = await service.person('manager', 'Mona Manager')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

test('before anybody has exported anything the list says what will stand there', async () => {
  const { text } = await manager.get('/admin/exports')
  expect(text).toContain('Whoever exports a list as a file stands here')
  expect(text).not.toContain('narrowed to')
})

test('who exported which list is shown with what it held, to managers and administrators only', async () => {
  await senior.get('/children')
  const sent = await senior.post('/children/export', { query: 'whose=all&state=ended', format: 'csv' })
  expect(sent.status).toBe(200)
  await manager.post('/follow-ups/export', { query: '', format: 'ods' })
  const admin = await service.person('administrator')
  for (const person of [manager, admin]) {
    const { text } = await person.get('/admin/exports')
    expect(text).toMatch(/Sam Senior Children Whose: Everybody’s\. Open or ended: Ended 0 CSV/)
    expect(text).toMatch(/Mona Manager Follow-up Running or over: Running 0 OpenDocument/)
    expect(text.indexOf('Mona Manager Follow-up')).toBeLessThan(text.indexOf('Sam Senior Children'))
    const { text: front } = await person.get('/admin')
    expect(front).toContain('in the last 30 days')
  }
  for (const role of ['senior', 'officer', 'inspector', 'business-support', 'analyst'] as const)
    expect((await (await service.person(role)).get('/admin/exports')).status, role).toBe(403)
})

test('is narrowed by who took it, and by the days', async () => {
  const byWho = await manager.get(`/admin/exports?person=${senior.userId}`)
  expect(byWho.text).toContain('Sam Senior Children')
  expect(byWho.text).not.toContain('Mona Manager Follow-up')
  const since = await manager.get('/admin/exports?taken-from=2020-01-01')
  expect(since.text).toContain('Sam Senior Children')
  const before = await manager.get('/admin/exports?taken-to=2020-01-01')
  expect(before.text).toContain('Nothing fits what the list is narrowed to')
})

test('of earlier exports, of which no words were kept, it says what stood in the address', async () => {
  await service.as(senior, async tx => {
    const details = { list: '/children', filter: 'state=all', rows: 7, format: 'xlsx' }
    await sql`select record_event('Exported the list “Children”', null, ${JSON.stringify(details)}::jsonb)`.execute(
      tx,
    )
  })
  const { text } = await manager.get('/admin/exports')
  expect(text).toContain('Kept in the words of the address: state=all 7 Excel')
})
