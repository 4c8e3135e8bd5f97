import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addColleague, signInAs, testPassword } from '../../app/testkit/colleagues.ts'
import { makeSoftPasskey, type SoftPasskey } from '../../app/testkit/passkey.ts'
import { browserFor, makeTestService, type TestService } from '../../app/testkit/service.ts'

let service: TestService
let origin: string
const factors = '/account/second-factors'

beforeAll(async () => {
  service = await makeTestService()
  origin = service.running.platform.config.publicUrl
})
beforeEach(() => {
  service.clock.now = service.clock.now.add({ hours: 1 })
})
afterAll(() => service.close())

type Browser = ReturnType<typeof browserFor>

async function register(browser: Browser, passkey: SoftPasskey) {
  await browser.fill(`${factors}/password/passkey`, { currentPassword: testPassword })
  const options = await browser.get(`${factors}/passkey-options`)
  return browser.postJson(`${factors}/passkeys`, passkey.register(options.response.json()))
}

async function addWithPasskey(email: string, passkey: SoftPasskey) {
  const owner = await addColleague(service, email)
  const { browser } = await signInAs(service, email)
  expect((await register(browser, passkey)).status).toBe(200)
  service.clock.now = service.clock.now.add({ seconds: 1 })
  return { owner, browser }
}

/** Asks the page's question and answers it with the passkey. */
async function signInWith(browser: Browser, passkey: SoftPasskey, next = '/account') {
  const options = await browser.get('/sign-in/passkey-options')
  const answer = passkey.signIn(options.response.json())
  return browser.postJson(`/sign-in/passkey?next=${encodeURIComponent(next)}`, answer)
}

test('a passkey that makes sure of the person opens the account without the password', async () => {
  const passkey = makeSoftPasskey(origin)
  const { browser: first } = await addWithPasskey('alone@example.test', passkey)
  expect((await first.get(`${factors}/recovery-codes`)).text).toContain('Your passkey has been added')
  const browser = browserFor(service.server)
  const answer = await signInWith(browser, passkey)
  expect(answer.response.json()).toEqual({ location: '/account' })
  expect((await browser.get('/account')).text).toContain('alone@example.test')
})

test('a passkey leads to no other site either', async () => {
  const passkey = makeSoftPasskey(origin)
  await addWithPasskey('led@example.test', passkey)
  const browser = browserFor(service.server)
  const answer = await signInWith(browser, passkey, '/\t/example.org/x')
  expect(answer.response.json()).toEqual({ location: '/' })
})

test('a passer-by at an open screen adds no passkey: the password comes first, and the owner is told', async () => {
  await addColleague(service, 'open.screen@example.test')
  const { browser } = await signInAs(service, 'open.screen@example.test')
  expect((await browser.get(factors)).html).not.toContain('data-passkey-register')
  expect((await browser.get(`${factors}/passkey-options`)).status).toBe(422)
  const passkey = makeSoftPasskey(origin)
  expect((await browser.fill(`${factors}/password/passkey`, { currentPassword: 'guess' })).status).toBe(422)
  expect((await browser.get(`${factors}/passkey-options`)).status).toBe(422)
  expect((await register(browser, passkey)).status).toBe(200)
  const messages = await service.asOwner('select body from message where to_address = $1', [
    'open.screen@example.test',
  ])
  expect(messages.map(({ body }) => String(body)).join()).toContain('A passkey has been added')
  service.clock.now = service.clock.now.add({ minutes: 10 })
  expect((await browser.get(`${factors}/passkey-options`)).status).toBe(422)
})

test('after a reset the owner is led to the passkeys that still open the account', async () => {
  await addWithPasskey('reset@example.test', makeSoftPasskey(origin))
  await browserFor(service.server).fill('/reset-password', { email: 'reset@example.test' })
  const messages = await service.asOwner(
    `select body from message where to_address = 'reset@example.test' and body like '%set-password%'`,
    [],
  )
  const link = /https?:\/\/\S+/.exec(String(messages[0]?.body))?.[0] ?? ''
  const browser = browserFor(service.server)
  const done = await browser.fill(new URL(link).pathname, { newPassword: 'copper lantern meadow' })
  expect(done.location).toBe('/sign-in?next=%2Faccount%2Fsecond-factors')
  expect((await browser.get('/sign-in')).text).toContain('remove any passkey')
})

test('a passkey serves as the second step after the password', async () => {
  const passkey = makeSoftPasskey(origin, false)
  await addWithPasskey('second@example.test', passkey)
  const { browser, answer } = await signInAs(service, 'second@example.test', testPassword, '/account')
  expect(answer.location).toBe('/sign-in/second-factor')
  const options = await browser.get('/sign-in/second-factor/passkey-options')
  const asked = options.response.json() as { challenge: string; allowCredentials: { id: string }[] }
  expect(asked.allowCredentials.map(({ id }) => id)).toEqual([passkey.id])
  const through = await browser.postJson('/sign-in/second-factor/passkey', passkey.signIn(asked))
  expect(through.response.json()).toEqual({ location: '/account' })
  expect((await browser.get('/account')).status).toBe(200)
})

test('a plain security key that does not ask for its owner opens nothing by itself', async () => {
  const passkey = makeSoftPasskey(origin, false)
  await addWithPasskey('plain@example.test', passkey)
  const browser = browserFor(service.server)
  const answer = await signInWith(browser, passkey)
  expect(answer.status).toBe(422)
  expect((await browser.get('/account')).status).toBe(303)
})

test('the second step takes only a passkey of the person whose password it was', async () => {
  const mine = makeSoftPasskey(origin)
  const theirs = makeSoftPasskey(origin)
  await addWithPasskey('mine@example.test', mine)
  await addWithPasskey('theirs@example.test', theirs)
  const { browser } = await signInAs(service, 'mine@example.test')
  const options = await browser.get('/sign-in/second-factor/passkey-options')
  const answer = theirs.signIn(options.response.json())
  expect((await browser.postJson('/sign-in/second-factor/passkey', answer)).status).toBe(422)
  expect((await browser.get('/account')).status).toBe(303)
})

test('an answer that somebody overheard opens nothing, even with the question it belongs to', async () => {
  const passkey = makeSoftPasskey(origin)
  await addWithPasskey('overheard@example.test', passkey)
  const browser = browserFor(service.server)
  const options = await browser.get('/sign-in/passkey-options')
  const question = options.response.cookies.find(({ name }) => name === 'throughline-challenge')?.value
  const answer = passkey.signIn(options.response.json())
  expect((await browser.postJson('/sign-in/passkey', answer)).status).toBe(200)
  const sign = await browserFor(service.server).get('/sign-in')
  const csrf = /name="_csrf" value="([^"]*)"/.exec(sign.html)?.[1] ?? ''
  const cookies = sign.response.cookies.map(({ name, value }) => `${name}=${value}`)
  const again = await service.server.inject({
    method: 'POST',
    url: '/sign-in/passkey',
    headers: {
      cookie: [...cookies, `throughline-challenge=${question}`].join('; '),
      'x-csrf-token': csrf,
      'content-type': 'application/json',
    },
    payload: JSON.stringify(answer),
  })
  expect(again.statusCode).toBe(422)
})

test('a question is good for five minutes', async () => {
  const passkey = makeSoftPasskey(origin)
  await addWithPasskey('late@example.test', passkey)
  const browser = browserFor(service.server)
  const options = await browser.get('/sign-in/passkey-options')
  service.clock.now = service.clock.now.add({ minutes: 5 })
  expect((await browser.postJson('/sign-in/passkey', passkey.signIn(options.response.json()))).status).toBe(
    422,
  )
})

test('a passkey made for another site is not taken', async () => {
  await addColleague(service, 'phished@example.test')
  const { browser } = await signInAs(service, 'phished@example.test')
  expect((await register(browser, makeSoftPasskey('https://throughIine.example'))).status).toBe(422)
})

test.each([null, 'words', {}, { id: 'x', response: {} }])('%j is no answer of a passkey', async body => {
  const browser = browserFor(service.server)
  await browser.get('/sign-in/passkey-options')
  const answer = await browser.postJson('/sign-in/passkey', body)
  expect(answer.status).toBe(422)
  expect(answer.response.json()).toHaveProperty('message')
})

test('a disabled account is not opened by its passkey', async () => {
  const passkey = makeSoftPasskey(origin)
  const { owner } = await addWithPasskey('gone@example.test', passkey)
  await service.asOwner('update person_account set disabled_at = now() where user_id = $1', [owner.userId])
  expect((await signInWith(browserFor(service.server), passkey)).status).toBe(422)
})

test('a passkey can be renamed and removed, by its owner only', async () => {
  const passkey = makeSoftPasskey(origin)
  const { browser } = await addWithPasskey('tidy@example.test', passkey)
  const page = await browser.get(factors)
  const [name = ''] = /\/account\/second-factors\/passkeys\/[^/]+\/name/.exec(page.html) ?? []
  expect((await browser.fill(name, { name: 'My work laptop' })).status).toBe(303)
  expect((await browser.get(factors)).text).toContain('My work laptop')
  const stranger = await service.person('officer')
  const remove = name.replace(/name$/, 'remove')
  expect((await stranger.get(remove)).status).toBe(404)
  expect((await browser.fill(remove, { currentPassword: testPassword })).status).toBe(303)
  expect((await signInWith(browserFor(service.server), passkey)).status).toBe(422)
})
