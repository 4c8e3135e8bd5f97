import { afterAll, beforeAll, expect, test } from 'vitest'
import { addColleague, signInAs, testPassword } from '../../app/testkit/colleagues.ts'
import { makeTestService, type TestService } from '../../app/testkit/service.ts'

let service: TestService

beforeAll(async () => {
  service = await makeTestService()
})
afterAll(() => service.close())

test('my account shows who I am and where I am signed in', async () => {
  await addColleague(service, 'me@example.test', ['officer', 'victim-worker'], 'Zoë Ångström')
  await signInAs(service, 'me@example.test')
  const { browser } = await signInAs(service, 'me@example.test')
  const { text } = await browser.get('/account')
  for (const words of ['Zoë Ångström', 'me@example.test', 'Youth justice officer, Victim worker'])
    expect(text).toContain(words)
  expect(text.match(/\(this one\)/g)).toHaveLength(1)
  expect(text.match(/End the session/g)).toHaveLength(1)
})

test('ending one session ends that one; ending the others leaves this one', async () => {
  await addColleague(service, 'ends@example.test')
  const [a, b, c] = [
    await signInAs(service, 'ends@example.test'),
    await signInAs(service, 'ends@example.test'),
    await signInAs(service, 'ends@example.test'),
  ]
  const isIn = async ({ browser }: typeof a) => (await browser.get('/account')).status === 200
  const page = await a.browser.get('/account')
  const [end = ''] = /\/account\/sessions\/[^/"]+\/end/.exec(page.html) ?? []
  expect((await a.browser.post(end, {})).status).toBe(303)
  expect([await isIn(b), await isIn(c)].filter(Boolean)).toHaveLength(1)
  await a.browser.post('/account/sessions/end-others', {})
  expect([await isIn(a), await isIn(b), await isIn(c)]).toEqual([true, false, false])
})

test('nobody can end a session of somebody else', async () => {
  const other = await service.person('officer')
  const [session] = await service.asOwner('select session_id from session where user_id = $1', [other.userId])
  const me = await service.person('officer')
  expect((await me.post(`/account/sessions/${session?.session_id}/end`, {})).status).toBe(404)
  expect((await other.get('/account')).status).toBe(200)
})

test('changing the password asks for the old one, ends the other sessions and tells the person', async () => {
  await addColleague(service, 'changes@example.test')
  const elsewhere = await signInAs(service, 'changes@example.test')
  const { browser } = await signInAs(service, 'changes@example.test')
  const address = '/account/password'
  const wrong = await browser.fill(address, {
    currentPassword: 'guess',
    newPassword: 'copper lantern meadow',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('This is not your password')
  expect(wrong.html).not.toContain('copper lantern meadow')
  for (const [newPassword, words] of [
    ['password123', 'one of those that are guessed first'],
    ['short', 'at least 10 characters'],
    [testPassword, 'not the one you have now'],
  ] as const) {
    const refused = await browser.fill(address, { currentPassword: testPassword, newPassword })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words)
  }
  const changed = await browser.fill(address, {
    currentPassword: testPassword,
    newPassword: 'copper lantern meadow',
  })
  expect(changed.location).toBe('/account')
  expect((await browser.get('/account')).status).toBe(200)
  expect((await elsewhere.browser.get('/account')).status).toBe(303)
  expect((await signInAs(service, 'changes@example.test')).answer.status).toBe(422)
  expect((await signInAs(service, 'changes@example.test', 'copper lantern meadow')).answer.status).toBe(303)
  const [message] = await service.asOwner('select subject from message where to_address = $1', [
    'changes@example.test',
  ])
  expect(message?.subject).toBe('Your Throughline account has been changed')
})

test('guessing the old password rests the account too', async () => {
  await addColleague(service, 'open.screen@example.test')
  const { browser } = await signInAs(service, 'open.screen@example.test')
  const guess = () =>
    browser.fill('/account/password', { currentPassword: 'guess', newPassword: 'copper lantern meadow' })
  for (let i = 0; i < 5; i++) await guess()
  expect((await guess()).text).toContain('Try again in 15 minutes')
})

test('guesses sent at once are counted one by one, and hold up nobody else', async () => {
  await addColleague(service, 'many.at.once@example.test')
  const { browser } = await signInAs(service, 'many.at.once@example.test')
  const guesses = Array.from({ length: 12 }, () =>
    browser.post('/account/password', { currentPassword: 'guess', newPassword: 'copper lantern meadow' }),
  )
  const answers = await Promise.all(guesses)
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 422))
  expect(answers.filter(({ text }) => text.includes('This is not your password'))).toHaveLength(5)
  expect(answers.filter(({ text }) => text.includes('Try again in 15 minutes'))).toHaveLength(7)
  const [event] = await service.asOwner(
    `select purpose from audit_event where table_name = 'person_account' order by id desc limit 1`,
    [],
  )
  expect(event?.purpose).toBe('Wrong password')
})

test('the key that leads to the search box can be turned off', async () => {
  const officer = await service.person('officer')
  expect((await officer.get('/')).html).toContain('data-search-key="/"')
  await officer.fill('/account/search-key', { key: 'off' })
  expect((await officer.get('/')).html).not.toContain('data-search-key')
})
