import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestKey } from '../../app/testkit/apiKey.ts'
import { addService, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'

let service: TestService
let admin: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  admin = await service.person('administrator', 'Ada Minster')
})
afterAll(() => service.close())

const asked = {
  system: 'new',
  'system-name': 'Brook Valley Police',
  name: 'Live',
  scopes: ['notifications:write', 'notifications:read'],
  ways: ['police-notification'],
  'last-day': '21/11/2027',
}
const keyOn = (text: string) => /throughline_[0-9A-Za-z]{49}/.exec(text)?.[0] ?? ''
const systemId = async (name: string) =>
  String(
    (await service.asOwner('select system_id from partner_system where name = $1', [name]))[0]?.system_id,
  )
const idOf = async (name: string) =>
  String((await service.asOwner('select key_id from api_key where name = $1', [name]))[0]?.key_id)
const tryIt = async (key: string) =>
  (
    await service.server.inject({
      url: '/api/notifications/0193b1a0-7c00-7000-8000-00000000dead',
      headers: { authorization: `Bearer ${key}` },
    })
  ).statusCode

test('an administrator makes a key, sees it once, and it works', async () => {
  expect((await admin.get('/admin/keys')).text).toContain('No keys yet')
  const made = await admin.fill('/admin/keys/new', asked)
  expect(made.status).toBe(200)
  expect(made.text).toContain('It is shown only now')
  expect(made.text).toContain('good until the end of 21 November 2027')
  const key = keyOn(made.text)
  expect(await tryIt(key)).toBe(404)
  const list = await admin.get('/admin/keys')
  expect(list.html).not.toContain(key)
  expect(list.text).toContain(`Live ${key.slice(0, 16)}… Brook Valley Police`)
  expect(list.text).toContain(
    'Send notifications (Police notification of a community resolution). Ask what became',
  )
  expect(list.text).toContain('Ada Minster Saturday 21 November 2026, 10am 21 November 2027 Good')
  expect((await admin.get('/admin')).text).toContain('1 key can be used.')
  const events = await service.asOwner(
    `select purpose, after ->> 'token_hash' as hash, person_id from audit_event where table_name = 'api_key'`,
  )
  expect(events).toEqual([{ purpose: 'Made an API key', hash: 'not kept', person_id: admin.userId }])
})

test('a second key is for the same system, chosen by its name; no two systems have one name', async () => {
  const own = await systemId('Brook Valley Police')
  const next = await admin.fill('/admin/keys/new', { ...asked, system: own, 'system-name': '', name: 'Next' })
  expect(next.status).toBe(200)
  const again = await admin.fill('/admin/keys/new', { ...asked, 'system-name': 'BROOK VALLEY  police' })
  expect(again.status).toBe(422)
  expect(again.text).toContain('There is a system of this name already')
  expect(await service.asOwner('select from partner_system')).toHaveLength(1)
})

test.each([
  [
    'more than a year',
    { 'last-day': '22/11/2027' },
    'more than a year ahead. The latest is 21 November 2027',
  ],
  ['the past', { 'last-day': '20/11/2026' }, 'cannot be in the past'],
  ['nothing it may do', { scopes: '' }, 'Choose what the key may do'],
  ['a scope that there is not', { scopes: 'children:read' }, 'Choose from the answers'],
  ['nobody as whom it may send', { ways: '' }, 'Choose as whom it may send'],
  ['no system', { system: '' }, 'Choose the system that the key is for'],
  ['no name of the system', { 'system-name': ' ' }, 'Enter the name of the system'],
  ['no name', { name: '' }, 'Enter a name for the key'],
])('a key with %s is not made', async (_, more, words) => {
  const before = await service.asOwner('select from api_key')
  const refused = await admin.fill('/admin/keys/new', { ...asked, 'system-name': 'Other', ...more })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain(words)
  expect(await service.asOwner('select from api_key')).toHaveLength(before.length)
})

test('a key that is ended is refused at once, and stays in the list', async () => {
  const key = keyOn(
    (await admin.fill('/admin/keys/new', { ...asked, 'system-name': 'Court', name: 'Lost' })).text,
  )
  const address = `/admin/keys/${await idOf('Lost')}/end`
  expect((await admin.get(address)).text).toContain('From now on Court is refused with it')
  expect((await admin.fill(address, {})).location).toBe('/admin/keys')
  expect(await tryIt(key)).toBe(401)
  expect((await admin.get('/admin/keys')).text).toMatch(/Lost throughline_\w+… Court .* Ended/)
  expect((await admin.get(address)).status).toBe(303)
})

test('a key says when it ends soon, and when it is past its last day', async () => {
  const before = service.clock.now
  await admin.fill('/admin/keys/new', {
    ...asked,
    'system-name': 'School',
    name: 'Short',
    'last-day': '25/11/2026',
  })
  expect((await admin.get('/admin/keys')).text).toMatch(/School .*25 November 2026 Good, ends soon/)
  expect((await admin.get('/admin')).text).toContain('1 of them ends within a month')
  service.clock.now = before.add({ hours: 5 * 24 })
  const later = await service.person('administrator')
  expect((await later.get('/admin/keys')).text).toMatch(/School .*25 November 2026 Past its last day/)
  service.clock.now = before
})

test('nobody else comes in, and keys of another service are not to be found', async () => {
  for (const role of ['manager', 'officer', 'inspector'] as const) {
    const other = await service.person(role)
    for (const address of ['/admin/keys', '/admin/keys/new'])
      expect((await other.get(address)).status).toBe(403)
  }
  const serviceId = await addService(service, 'Another')
  const as: TestService['as'] = (person, work, more) => service.as(person, work, { ...more, serviceId })
  const theirs = await makeTestKey({ ...service, serviceId, as })
  const [row] = await service.asOwner('select key_id from api_key where system_id = $1', [theirs.systemId])
  expect((await admin.get(`/admin/keys/${row?.key_id}/end`)).status).toBe(404)
  expect((await admin.get('/admin/keys/not-an-id/end')).status).toBe(404)
  const chosen = await admin.fill('/admin/keys/new', { ...asked, system: theirs.systemId })
  expect(chosen.status).toBe(422)
})
