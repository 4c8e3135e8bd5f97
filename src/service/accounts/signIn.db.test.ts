import { afterAll, beforeAll, expect, test } from 'vitest'
import { addColleague, signInAs, testPassword } from '../../app/testkit/colleagues.ts'
import { makeTestService, type TestService } from '../../app/testkit/service.ts'

let service: TestService
const password = testPassword
/** Addresses that a browser reads as another site's. */
const elsewhere = [
  'https://example.org/',
  '//example.org',
  '/\\example.org',
  'javascript:alert(1)',
  '/\t/example.org/x',
  '/\n/example.org/x',
  '/.//example.org/x',
  '/a/..//example.org',
  '/./\\example.org',
]

beforeAll(async () => {
  service = await makeTestService()
})
afterAll(() => service.close())

const addOfficer = (email: string) => addColleague(service, email)
const signIn = (email: string, typed: string, next = '/') => signInAs(service, email, typed, next)

test('the right password leads to the page that was asked for', async () => {
  await addOfficer('right@example.test')
  const { browser, answer } = await signIn('Right@Example.test ', password, '/account')
  expect(answer.status).toBe(303)
  expect(answer.location).toBe('/account')
  expect((await browser.get('/')).text).toContain('Robin Vale')
})

test('a wrong password and an unknown address are answered alike, and nothing typed is lost but the password', async () => {
  await addOfficer('wrong@example.test')
  const wrong = await signIn('wrong@example.test', 'not this one')
  const unknown = await signIn('nobody@example.test', 'not this one')
  for (const { answer } of [wrong, unknown]) {
    expect(answer.status).toBe(422)
    expect(answer.title).toMatch(/^Error: /)
    expect(answer.text).toContain('The email address or the password is not right')
    expect(answer.html).not.toContain('not this one')
  }
  expect(wrong.answer.html).toContain('value="wrong@example.test"')
})

test('five wrong passwords in a row rest the account for a quarter of an hour', async () => {
  await addOfficer('rests@example.test')
  for (let i = 0; i < 5; i++) await signIn('rests@example.test', 'guess')
  const resting = await signIn('rests@example.test', password)
  expect(resting.answer.status).toBe(422)
  expect(resting.answer.text).toContain('rests for 15 minutes')
  service.clock.now = service.clock.now.add({ minutes: 16 })
  expect((await signIn('rests@example.test', password)).answer.status).toBe(303)
})

test('an office of forty signs in from one connection within a minute', async () => {
  const office = Array.from({ length: 40 }, (_, at) => `office${at}@example.test`)
  for (const email of office) await addOfficer(email)
  for (const email of office) expect((await signIn(email, password)).answer.status).toBe(303)
})

test('passwords guessed at once are counted one by one', async () => {
  await addOfficer('flood@example.test')
  const guesses = Array.from({ length: 8 }, () => signIn('flood@example.test', 'guess'))
  await Promise.all(guesses)
  const [row] = await service.asOwner(
    `select failed_sign_ins, locked_until from person_account where email = 'flood@example.test'`,
    [],
  )
  expect(row).toMatchObject({ failed_sign_ins: 0, locked_until: expect.anything() })
})

test('an address of another site is never gone to after signing in', async () => {
  await addOfficer('next@example.test')
  for (const next of elsewhere) {
    expect((await signIn('next@example.test', password, next)).answer.location, next).toBe('/')
  }
  const asked = '/account?a=b'
  expect((await signIn('next@example.test', password, asked)).answer.location).toBe(asked)
})

test('a session ends after half an hour without a request', async () => {
  const officer = await service.person('officer')
  expect((await officer.get('/')).status).toBe(200)
  service.clock.now = service.clock.now.add({ minutes: 29 })
  expect((await officer.get('/')).status).toBe(200)
  service.clock.now = service.clock.now.add({ minutes: 30 })
  const away = await officer.get('/')
  expect(away.location).toBe('/sign-in')
})

test('a session ends after twelve hours, however busy', async () => {
  const officer = await service.person('officer')
  for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
    expect((await officer.get('/')).status).toBe(200)
    service.clock.now = service.clock.now.add({ minutes: 20 })
  }
  expect((await officer.get('/')).status).toBe(303)
})

test('a form sent without its token is refused', async () => {
  const officer = await service.person('officer')
  const refused = await officer.post('/sign-out', { _csrf: 'made up' })
  expect(refused.status).toBe(403)
  expect((await officer.get('/')).status).toBe(200)
})
