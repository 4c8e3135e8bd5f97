import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  makeTestService,
  type TestPage,
  type TestPerson,
  type TestService,
} from '../../app/testkit/service.ts'

let service: TestService
let admin: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  admin = await service.person('administrator')
})
afterAll(() => service.close())

async function invite(email: string): Promise<string> {
  await admin.fill('/admin/people/invite', { name: 'Kit O’Hara', email, roles: 'officer' })
  const [row] = await service.asOwner('select message_id from message where to_address = $1', [email])
  return `/admin/messages/${row?.message_id}`
}

test('without a mail server the administrator reads the message, with a link that works, and that is written down', async () => {
  const address = await invite('kit@example.test')
  const list = await admin.get('/admin/messages')
  expect(list.text).toContain('No mail server is set')
  expect(list.text).toContain('For you to hand on')
  expect(list.html).not.toContain('/set-password/')
  const { html } = await admin.get(address)
  const link = /href="(http[^"]*\/set-password\/[^"]*)"/.exec(html)?.[1] ?? ''
  expect((await admin.get(new URL(link).pathname)).text).toContain('Choose your password')
  const events = await service.asOwner(
    `select person_id from audit_event where action = 'event' and purpose = 'Read a message in the outbox'`,
  )
  expect(events).toEqual([{ person_id: admin.userId }])
})

test('with a mail server the page says so, and a message that could not be sent can be sent again', async () => {
  const address = await invite('sent@example.test')
  const { platform } = service.running
  const asked: Record<string, string>[] = []
  const { config, later } = platform
  Object.assign(platform, {
    config: { ...config, smtpUrl: 'smtp://user:secret-word@mail.example.test' },
    later: async (_tx: unknown, _job: string, data: Record<string, string>) => void asked.push(data),
  })
  try {
    const list = await admin.get('/admin/messages')
    expect(list.text).toContain('sent by the mail server mail.example.test')
    expect(list.html).not.toContain('secret-word')
    expect((await admin.post(`${address}/send`, {})).location).toBe('/admin/messages')
    expect(asked).toHaveLength(1)
  } finally {
    Object.assign(platform, { config, later })
  }
})

test('a message of another service is not to be found', async () => {
  const [elsewhere] = await service.asOwner(
    `insert into service (name) values ('Another') returning service_id`,
  )
  const [message] = await service.asOwner(
    `insert into message (service_id, to_address, subject, body) values ($1, 'x@example.test', 'Theirs', 'text') returning message_id`,
    [elsewhere?.service_id],
  )
  expect((await admin.get(`/admin/messages/${message?.message_id}`)).status).toBe(404)
  expect((await admin.get('/admin/messages')).text).not.toContain('Theirs')
  expect((await admin.get('/admin/messages/not-an-id')).status).toBe(404)
})

test('more messages than a page lists are counted all, and each is on one page', async () => {
  await service.asOwner('delete from message')
  await service.asOwner(
    `insert into message (service_id, to_address, subject, body)
     select $1, 'x@example.test', 'Many', 'text' from generate_series(1, 230)`,
    [service.serviceId],
  )
  expect((await admin.get('/admin')).text).toContain('230 messages wait')
  const seen: string[] = []
  let at: string | undefined = '/admin/messages?state=waiting'
  while (at !== undefined) {
    const { html }: TestPage = await admin.get(at)
    seen.push(
      ...[...html.matchAll(/href="(\/admin\/messages\/[0-9a-f-]{36})"/g)].map(([, href]) => href ?? ''),
    )
    at = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(230)
  expect(new Set(seen).size).toBe(230)
  expect((await admin.get('/admin/messages?state=sent')).text).toContain('Nothing fits')
})
