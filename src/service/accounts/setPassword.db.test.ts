import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addColleague, signInAs, testPassword } from '../../app/testkit/colleagues.ts'
import { browserFor, makeTestService, type TestService } from '../../app/testkit/service.ts'
import { inviteAccount } from './index.ts'

let service: TestService
const chosen = 'copper lantern meadow'

beforeAll(async () => {
  service = await makeTestService()
})
beforeEach(() => {
  service.clock.now = service.clock.now.add({ hours: 3 })
})
afterAll(() => service.close())

async function newestLinkTo(email: string): Promise<string | undefined> {
  const [message] = await service.asOwner(
    'select body from message where to_address = $1 order by created_at desc, message_id desc limit 1',
    [email],
  )
  const link = /https?:\/\/\S+/.exec(String(message?.body ?? ''))?.[0]
  return link && new URL(link).pathname
}

async function invite(email: string): Promise<string> {
  const invited = await service.as({ userId: '' }, tx =>
    inviteAccount(service.running.platform, tx, {
      serviceId: service.serviceId,
      email,
      name: 'Robin Vale',
      roles: ['officer'],
    }),
  )
  if (!invited.ok) throw new Error(invited.reason)
  return new URL(invited.value.link).pathname
}

const askForReset = (email: string) => browserFor(service.server).fill('/reset-password', { email })
const set = (link: string, newPassword = chosen) => browserFor(service.server).fill(link, { newPassword })

test('an invitation says what it is for, and its link lets the person choose a password once', async () => {
  const link = await invite('invited@example.test')
  expect(await newestLinkTo('invited@example.test')).toBe(link)
  const browser = browserFor(service.server)
  expect((await browser.get(link)).text).toContain('For Robin Vale, who signs in as invited@example.test')
  expect((await set(link)).location).toBe('/sign-in')
  expect((await signInAs(service, 'invited@example.test', chosen)).answer.status).toBe(303)
  expect((await browser.get(link)).status).toBe(410)
  expect((await browser.post(link, { newPassword: 'another one entirely' })).status).toBe(410)
})

test('passwords that are guessed first are refused with words, and the link can still be used', async () => {
  const link = await invite('common@example.test')
  for (const [password, words] of [
    ['', 'Enter a new password'],
    ['qwertyuiop', 'guessed first'],
    ['robinvale2026', 'does not contain your name'],
    ['aaaaaaaaaaaa', 'more different characters'],
  ] as const) {
    const refused = await set(link, password)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words)
  }
  expect((await set(link)).status).toBe(303)
})

test.each([
  ['invitation', { hours: 7 * 24 - 1 }, 200],
  ['invitation', { hours: 7 * 24 }, 410],
  ['reset', { minutes: 119 }, 200],
  ['reset', { minutes: 120 }, 410],
] as const)('%s: the link after %o answers %i', async (kind, later, status) => {
  const email = `${kind}.${status}@example.test`
  let link: string | undefined
  if (kind === 'invitation') link = await invite(email)
  else {
    await addColleague(service, email)
    await askForReset(email)
    link = await newestLinkTo(email)
  }
  service.clock.now = service.clock.now.add(later)
  expect((await browserFor(service.server).get(link ?? '')).status).toBe(status)
})

test('a made-up link is answered like a spent one', async () => {
  const page = await browserFor(service.server).get('/set-password/made-up')
  expect(page.status).toBe(410)
  expect(page.text).toContain('This link can no longer be used')
})

test('asking for a new password is answered alike whether or not the address is known', async () => {
  await addColleague(service, 'known@example.test')
  const known = await askForReset('Known@Example.test ')
  const unknown = await askForReset('unknown@example.test')
  for (const answer of [known, unknown]) expect(answer.status).toBe(200)
  const withoutRequest = (text: string) => text.replace(/· request \S+/, '')
  expect(withoutRequest(known.text)).toBe(withoutRequest(unknown.text))
  expect(await newestLinkTo('known@example.test')).toBeDefined()
  expect(await newestLinkTo('unknown@example.test')).toBeUndefined()
})

test('a reset ends every session, and a newer link replaces the older', async () => {
  await addColleague(service, 'resets@example.test')
  const { browser } = await signInAs(service, 'resets@example.test')
  await askForReset('resets@example.test')
  const older = (await newestLinkTo('resets@example.test')) ?? ''
  service.clock.now = service.clock.now.add({ minutes: 1 })
  await askForReset('resets@example.test')
  const newer = (await newestLinkTo('resets@example.test')) ?? ''
  expect((await browserFor(service.server).get(older)).status).toBe(410)
  expect((await browser.get('/account')).status).toBe(200)
  expect((await set(newer)).status).toBe(303)
  expect((await browser.get('/account')).status).toBe(303)
  expect((await signInAs(service, 'resets@example.test', testPassword)).answer.status).toBe(422)
})

test('a reset wakes an account that rests after wrong passwords', async () => {
  await addColleague(service, 'wakes@example.test')
  for (let i = 0; i < 5; i++) await signInAs(service, 'wakes@example.test', 'guess')
  await askForReset('wakes@example.test')
  await set((await newestLinkTo('wakes@example.test')) ?? '')
  expect((await signInAs(service, 'wakes@example.test', chosen)).answer.status).toBe(303)
})

test('nobody’s inbox is filled: three links an hour', async () => {
  await addColleague(service, 'flooded@example.test')
  for (let i = 0; i < 5; i++) await askForReset('flooded@example.test')
  const count = async () =>
    (
      await service.asOwner('select count(*)::int as n from message where to_address = $1', [
        'flooded@example.test',
      ])
    )[0]?.n
  expect(await count()).toBe(3)
  service.clock.now = service.clock.now.add({ minutes: 61 })
  await askForReset('flooded@example.test')
  expect(await count()).toBe(4)
})

test('a disabled account gets no link, and its links stop working', async () => {
  const { userId } = await addColleague(service, 'shut@example.test')
  await askForReset('shut@example.test')
  const link = (await newestLinkTo('shut@example.test')) ?? ''
  await service.asOwner('update person_account set disabled_at = now() where user_id = $1', [userId])
  expect((await browserFor(service.server).get(link)).status).toBe(410)
})

test('one connection may ask five times a minute', async () => {
  const browser = browserFor(service.server)
  const answers = []
  for (let i = 0; i < 6; i++) answers.push((await browser.post('/reset-password', { email: '' })).status)
  expect(answers).toEqual([422, 422, 422, 422, 422, 429])
})
