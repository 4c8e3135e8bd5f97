import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestService, type TestService } from '../../app/testkit/service.ts'
import type { Platform } from '../http/index.ts'
import { emptyMessages, findMessage, queueMessage, resumeMessages, sendMessages } from './index.ts'
import { startMailServer, type TestMailServer } from './mailServer.testkit.ts'

let service: TestService
let mail: TestMailServer
let platform: Platform

beforeAll(async () => {
  service = await makeTestService()
  mail = await startMailServer()
  const { running } = service
  platform = { ...running.platform, config: { ...running.platform.config, smtpUrl: mail.url } }
})
beforeEach(() => {
  mail.received.length = 0
  mail.refuseWith = undefined
})
afterAll(async () => {
  await mail.close()
  await service.close()
})

const program = { userId: '' }
const body = 'Hello Zoë\n\nChoose a password:\nhttps://throughline.example/set-password/secret-token\n'

async function queue() {
  const { serviceId } = service
  const message = { serviceId, to: 'zoe@example.test', subject: 'Your account: naïve?', body }
  const messageId = await service.as(program, tx => queueMessage(platform, tx, message))
  return { serviceId, messageId }
}
const find = (message: { messageId: string }) =>
  service.as(program, tx => findMessage(tx, service.serviceId, message.messageId))

test('a message is sent once, and its text is kept no longer than that', async () => {
  const message = await queue()
  await sendMessages.run(message, platform)
  await sendMessages.run(message, platform)
  expect(mail.received).toHaveLength(1)
  expect(mail.received[0]).toContain('To: zoe@example.test')
  expect(mail.received[0]).toContain(`Message-ID: <${message.messageId}@throughline>`)
  expect(await find(message)).toMatchObject({ body: '', failure: null, sentAt: service.clock.now })
})

test('without a mail server it stays in the outbox with its text', async () => {
  const message = await queue()
  await sendMessages.run(message, service.running.platform)
  expect(mail.received).toHaveLength(0)
  expect(await find(message)).toMatchObject({ body, sentAt: null, failure: null })
})

test('once a mail server is set, what was written before is sent, or says why not when it has waited long', async () => {
  const { clock } = service
  const old = await queue()
  clock.now = clock.now.add({ hours: 2 })
  const fresh = await queue()
  const asked: string[] = []
  const later: Platform['later'] = async (_tx, _job, data) => {
    asked.push(String(data.messageId))
  }
  await resumeMessages({ ...service.running.platform, later })
  expect(asked).toEqual([])
  await resumeMessages({ ...platform, later, now: () => clock.now })
  expect(asked).toEqual([fresh.messageId])
  expect(await find(old)).toMatchObject({
    sentAt: null,
    failure: 'Nothing could send it when it was written',
  })
  expect(await find(fresh)).toMatchObject({ failure: null })
})

test('a refusal is noted without the address that the mail server named, and the job fails so as to be tried again', async () => {
  const message = await queue()
  mail.refuseWith = '550 no such mailbox: zoe@example.test'
  const why = 'The mail server did not accept the sender or the recipient (550)'
  await expect(sendMessages.run(message, platform)).rejects.toThrow(why)
  expect(await find(message)).toMatchObject({ body, sentAt: null, failure: why })
  mail.refuseWith = undefined
  await sendMessages.run(message, platform)
  expect(mail.received).toHaveLength(1)
  expect(await find(message)).toMatchObject({ body: '', failure: null })
})

test('a mail server that is not there is noted in plain words', async () => {
  const message = await queue()
  const nowhere = { ...platform, config: { ...platform.config, smtpUrl: 'smtp://127.0.0.1:1' } }
  await expect(sendMessages.run(message, nowhere)).rejects.toThrow('The mail server could not be reached')
})

test('the audit does not keep what a message says', async () => {
  const { messageId } = await queue()
  const rows = await service.asOwner(
    `select before::text, after::text from audit_event where table_name = 'message' and row_key ->> 'message_id' = $1`,
    [messageId],
  )
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('secret-token')
})

test('the texts of messages are emptied after eight days, when every link in them is out of date', async () => {
  const old = await queue()
  service.clock.now = service.clock.now.add({ hours: 24 })
  const newer = await queue()
  service.clock.now = service.clock.now.add({ hours: 7 * 24, minutes: 1 })
  await emptyMessages.run({}, platform)
  expect(await find(old)).toMatchObject({ body: '' })
  expect(await find(newer)).toMatchObject({ body })
})
