import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addAuthenticatorApp, addColleague, signInAs, testPassword } from '../../app/testkit/colleagues.ts'
import { makeTestService, type TestService } from '../../app/testkit/service.ts'
import { codeAt } from '../../platform/identity/index.ts'

let service: TestService
const step = '/sign-in/second-factor'

/** The page with the square, behind the password. */
async function openSetUp(browser: Awaited<ReturnType<typeof signInAs>>['browser']) {
  const address = '/account/second-factors/authenticator'
  const asks = (await browser.get(address)).location ?? ''
  expect(asks).toBe('/account/second-factors/password/app')
  expect((await browser.fill(asks, { currentPassword: testPassword })).location).toBe(address)
  return browser.get(address)
}

beforeAll(async () => {
  service = await makeTestService()
})
beforeEach(() => {
  service.clock.now = service.clock.now.add({ hours: 1 })
})
afterAll(() => service.close())

test('the password leads to the second step, and the session begins only after it', async () => {
  const owner = await addColleague(service, 'app@example.test')
  const code = await addAuthenticatorApp(service, owner)
  const { browser, answer } = await signInAs(service, 'app@example.test', undefined, '/account')
  expect(answer.location).toBe(step)
  expect((await browser.get('/account')).location).toMatch(/^\/sign-in/)
  const through = await browser.fill(step, { code: code() })
  expect(through.location).toBe('/account')
  expect((await browser.get('/account')).status).toBe(200)
})

test('a code works once, and none from before it', async () => {
  const owner = await addColleague(service, 'once@example.test')
  const code = await addAuthenticatorApp(service, owner)
  const before = code()
  service.clock.now = service.clock.now.add({ seconds: 30 })
  const used = code()
  const first = await signInAs(service, 'once@example.test')
  expect((await first.browser.fill(step, { code: `${used.slice(0, 3)} ${used.slice(3)}` })).status).toBe(303)
  const second = await signInAs(service, 'once@example.test')
  for (const old of [used, before]) {
    const refused = await second.browser.fill(step, { code: old })
    expect(refused.status).toBe(422)
    expect(refused.title).toMatch(/^Error: /)
    expect(refused.text).toContain('it has been used')
  }
  service.clock.now = service.clock.now.add({ seconds: 30 })
  expect((await second.browser.fill(step, { code: code() })).status).toBe(303)
})

test('wrong codes rest the account, and giving the right password in between does not begin the count anew', async () => {
  const owner = await addColleague(service, 'guesser@example.test')
  const code = await addAuthenticatorApp(service, owner)
  for (let i = 0; i < 5; i++) {
    const { browser } = await signInAs(service, 'guesser@example.test')
    await browser.fill(step, { code: '000000' })
  }
  const { answer } = await signInAs(service, 'guesser@example.test')
  expect(answer.text).toContain('rests for 15 minutes')
  service.clock.now = service.clock.now.add({ minutes: 16 })
  const { browser } = await signInAs(service, 'guesser@example.test')
  expect((await browser.fill(step, { code: code() })).status).toBe(303)
})

test('a resting account takes no code, not even the right one', async () => {
  const owner = await addColleague(service, 'rests@example.test')
  const code = await addAuthenticatorApp(service, owner)
  const { browser } = await signInAs(service, 'rests@example.test')
  for (let i = 0; i < 5; i++) await browser.fill(step, { code: '000000' })
  const refused = await browser.fill(step, { code: code() })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Try again in 15 minutes')
})

test('whoever takes more than five minutes begins again with the password', async () => {
  const owner = await addColleague(service, 'slow@example.test')
  const code = await addAuthenticatorApp(service, owner)
  const { browser } = await signInAs(service, 'slow@example.test')
  service.clock.now = service.clock.now.add({ minutes: 5 })
  const late = await browser.post(step, { code: code() })
  expect(late.location).toBe('/sign-in')
  expect((await browser.get('/account')).status).toBe(303)
})

test('a manager is led to setting up a second step until there is one', async () => {
  await addColleague(service, 'manager@example.test', ['manager'])
  const { browser, answer } = await signInAs(service, 'manager@example.test')
  expect(answer.location).toBe('/')
  for (const address of ['/', '/account', '/account/password'])
    expect((await browser.get(address)).location).toBe('/account/second-factors')
  expect((await browser.get('/account/second-factors')).text).toContain('before you go on')
  const page = await openSetUp(browser)
  const shown =
    page.text.match(/spaces do not matter: ((?:[A-Z2-7]{4} ?){8})/)?.[1]?.replaceAll(' ', '') ?? ''
  const sealed = /name="_sealed" value="([^"]*)"/.exec(page.html)?.[1] ?? ''
  expect(page.html).toContain('<svg')
  const wrong = await browser.post('/account/second-factors/authenticator', {
    _sealed: sealed,
    code: '000000',
  })
  expect(wrong.status).toBe(422)
  const done = await browser.post('/account/second-factors/authenticator', {
    _sealed: sealed,
    code: codeAt(shown, service.clock.now),
  })
  expect(done.location).toBe('/account/second-factors/recovery-codes')
  expect((await browser.get('/')).status).toBe(200)
})

test('an officer is not made to, and setting one up ends the sessions that began without', async () => {
  const owner = await addColleague(service, 'officer@example.test')
  const elsewhere = await signInAs(service, 'officer@example.test')
  expect((await elsewhere.browser.get('/')).status).toBe(200)
  const { browser } = await signInAs(service, 'officer@example.test')
  const page = await openSetUp(browser)
  const shown =
    page.text.match(/spaces do not matter: ((?:[A-Z2-7]{4} ?){8})/)?.[1]?.replaceAll(' ', '') ?? ''
  const sealed = /name="_sealed" value="([^"]*)"/.exec(page.html)?.[1] ?? ''
  await browser.post('/account/second-factors/authenticator', {
    _sealed: sealed,
    code: codeAt(shown, service.clock.now),
  })
  expect((await browser.get('/')).status).toBe(200)
  expect((await elsewhere.browser.get('/')).status).toBe(303)
  const [message] = await service.asOwner(`select body from message where to_address = $1`, [
    'officer@example.test',
  ])
  expect(message?.body).toContain('An authenticator app has been set up')
  const [kept] = await service.asOwner('select secret from authenticator_app where user_id = $1', [
    owner.userId,
  ])
  expect(kept?.secret).not.toContain(shown)
})

test('a recovery code lets in once, however it is typed, and says how many are left', async () => {
  const owner = await addColleague(service, 'lost@example.test')
  const code = await addAuthenticatorApp(service, owner)
  const first = await signInAs(service, 'lost@example.test')
  await first.browser.fill(step, { code: code() })
  const made = await first.browser.fill('/account/second-factors/recovery-codes', {})
  const codes = [...made.html.matchAll(/<code>([^<]+)<\/code>/g)].map(found => found[1] ?? '')
  expect(new Set(codes).size).toBe(10)
  const typed = codes[3]?.replaceAll('-', ' ').toUpperCase() ?? ''
  const second = await signInAs(service, 'lost@example.test')
  expect((await second.browser.fill(`${step}?recovery`, { by: 'recovery', code: typed })).location).toBe('/')
  expect((await second.browser.get('/')).text).toContain('9 recovery codes left')
  const third = await signInAs(service, 'lost@example.test')
  expect((await third.browser.fill(`${step}?recovery`, { by: 'recovery', code: typed })).status).toBe(422)
})

test('new recovery codes replace the old ones, and ask for the password first', async () => {
  const owner = await addColleague(service, 'anew@example.test')
  const code = await addAuthenticatorApp(service, owner)
  const { browser } = await signInAs(service, 'anew@example.test')
  await browser.fill(step, { code: code() })
  const address = '/account/second-factors/recovery-codes'
  await browser.fill(address, {})
  expect((await browser.fill(address, { currentPassword: '' })).status).toBe(422)
  expect((await browser.fill(address, { currentPassword: 'not mine' })).text).toContain(
    'This is not your password',
  )
  expect((await browser.fill(address, { currentPassword: 'violet kettle harbour' })).status).toBe(200)
  const [left] = await service.asOwner(
    'select count(*)::int as count from recovery_code where user_id = $1',
    [owner.userId],
  )
  expect(left?.count).toBe(10)
})

test('a manager cannot remove the last one; an officer can, with the password', async () => {
  const manager = await addColleague(service, 'keeps@example.test', ['manager'])
  const officer = await addColleague(service, 'removes@example.test')
  const address = '/account/second-factors/authenticator/remove'
  for (const [email, owner, status] of [
    ['keeps@example.test', manager, 409],
    ['removes@example.test', officer, 303],
  ] as const) {
    const code = await addAuthenticatorApp(service, owner)
    const { browser } = await signInAs(service, email)
    await browser.fill(step, { code: code() })
    expect((await browser.fill(address, { currentPassword: 'wrong' })).status).toBe(422)
    expect((await browser.fill(address, { currentPassword: 'violet kettle harbour' })).status).toBe(status)
  }
  expect((await signInAs(service, 'removes@example.test')).answer.location).toBe('/')
  expect((await signInAs(service, 'keeps@example.test')).answer.location).toBe(step)
})
