import { expect, test } from 'vitest'
import { clearDraftsJob } from './clearDrafts.ts'
import { addService, makeTestService } from './testkit/service.ts'

test('drafts go after 14 days and searches after one, in every service and whoever typed them', async () => {
  const service = await makeTestService()
  const officer = await service.person('officer')
  const elsewhere = await addService(service, 'Another service')
  const account = `insert into person_account (service_id, email, name, roles, disabled_at) values ($1, 'gone@example.test', 'Gone', '{officer}', now()) returning user_id`
  const [gone] = await service.asOwner(account, [elsewhere])
  for (const [serviceId, userId] of [
    [service.serviceId, officer.userId],
    [elsewhere, String(gone?.user_id)],
  ]) {
    for (const [form, hours] of [
      ['/notes/of/yesterday', 25],
      ['/notes/old', 14 * 24 + 1],
      ['/notes/new', 14 * 24 - 1],
      ['/search', 25],
    ] as const)
      await service.asOwner(
        'insert into draft (service_id, user_id, form, answers, saved_at) values ($1, $2, $3, $4, $5)',
        [serviceId, userId, form, '{}', service.clock.now.subtract({ hours })],
      )
  }
  for (const hours of [14 * 24 + 1, 14 * 24 - 1])
    await service.asOwner(
      `insert into form_sent (service_id, user_id, token_hash, content_hash, led_to, said, sent_at) values ($1, $2, $3, '', '/', '', $4)`,
      [service.serviceId, officer.userId, Buffer.from(String(hours)), service.clock.now.subtract({ hours })],
    )
  await clearDraftsJob.run({}, service.running.platform)
  const left = await service.asOwner('select service_id, form from draft order by form, service_id')
  expect(left.map(({ form }) => form)).toEqual([
    '/notes/new',
    '/notes/new',
    '/notes/of/yesterday',
    '/notes/of/yesterday',
  ])
  expect(new Set(left.map(({ service_id }) => service_id)).size).toBe(2)
  expect(await service.asOwner('select from form_sent')).toHaveLength(1)
  await service.close()
})
