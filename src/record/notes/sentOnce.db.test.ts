import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let colleague: TestPerson
let childId: string
let address: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer')
  colleague = await service.person('officer')
})
afterAll(() => service.close())
beforeEach(async () => {
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  address = `/children/${childId}/notes/add`
})

/** What a browser sends back of a page that it has opened, with what was typed into it. */
async function formOn(at: string, typed: Record<string, string>, who = officer) {
  const { html } = await who.get(at)
  const marks = ['_csrf', '_once', '_version', '_was'].map(name => [name, hiddenValue(html, name)])
  return { ...Object.fromEntries(marks.filter(([, value]) => value !== undefined)), ...typed }
}
const aNote = (text: string) => ({
  ...{ kind: 'family', day: '20/11/2026', time: '10:00' },
  ...{ sensitivity: 'ordinary', text },
})
const notes = () => service.asOwner('select note_id from note where child_id = $1', [childId])
const forgetToken = ({ _once, ...rest }: Record<string, string>) => rest

test('a form that arrives twice is saved once, and the second sending leads to where the first did', async () => {
  const form = await formOn(address, aNote('Rang his mother.'))
  const first = await officer.post(address, form)
  const second = await officer.post(address, form)
  expect(first.location).toBeDefined()
  expect(second.location).toBe(first.location)
  expect(await notes()).toHaveLength(1)
  expect((await officer.get(second.location ?? '')).text).toContain('The note has been saved.')
})

test('of two that arrive at the same moment one is saved', async () => {
  const form = await formOn(address, aNote('Rang his mother.'))
  const both = await Promise.all([officer.post(address, form), officer.post(address, form)])
  expect(new Set(both.map(({ location }) => location)).size).toBe(1)
  expect(await notes()).toHaveLength(1)
})

test('a page that was loaded anew in between changes nothing: the same words with the same token are the same form', async () => {
  const form = await formOn(address, aNote('Rang his mother.'))
  await officer.post(address, form)
  const { _csrf } = await formOn(address, {})
  await officer.post(address, { ...form, _csrf: _csrf ?? '' })
  expect(await notes()).toHaveLength(1)
})

test('a form that was saved and then typed on is neither saved silently nor lost', async () => {
  const form = await formOn(address, aNote('Rang his mother.'))
  const first = await officer.post(address, form)
  const longer = await officer.post(address, { ...form, text: 'Rang his mother, and his school.' })
  expect(longer.status).toBe(409)
  expect(longer.text).toContain('What you sent from this page before was saved at 10am')
  expect(longer.html).toContain(`href="${first.location}"`)
  expect(longer.html).toContain('Rang his mother, and his school.')
  expect(await notes()).toHaveLength(1)
  const again = {
    ...form,
    text: 'Rang his mother, and his school.',
    _once: hiddenValue(longer.html, '_once') ?? '',
  }
  expect((await officer.post(address, again)).status).toBe(303)
  expect(await notes()).toHaveLength(2)
})

test('a form that came back to be mended is not counted as sent', async () => {
  const form = await formOn(address, aNote(''))
  expect((await officer.post(address, form)).status).toBe(422)
  expect((await officer.post(address, { ...form, text: 'Rang his mother.' })).status).toBe(303)
  expect(await notes()).toHaveLength(1)
})

test('two forms with the same words are two', async () => {
  await officer.post(address, await formOn(address, aNote('No answer.')))
  await officer.post(address, await formOn(address, aNote('No answer.')))
  expect(await notes()).toHaveLength(2)
})

test('a form that somebody else left open is not saved in one’s own name', async () => {
  const theirs = await formOn(address, aNote('Rang his mother.'), colleague)
  const { _csrf } = await formOn(address, {})
  const sent = await officer.post(address, { ...theirs, _csrf: _csrf ?? '' })
  expect(sent.status).toBe(403)
  expect(sent.text).toContain('This form has been open too long')
  expect(await notes()).toHaveLength(0)
})

test('a form without a token is saved as often as it is sent', async () => {
  const form = forgetToken(await formOn(address, aNote('Rang his mother.')))
  await officer.post(address, form)
  await officer.post(address, form)
  expect(await notes()).toHaveLength(2)
})

test('forms that ask for secrets carry no token, so that no browser keeps them', async () => {
  const { html } = await officer.get('/account/password')
  expect(html).toContain('name="_secret"')
  expect(html.slice(html.indexOf('<main'))).not.toContain('name="_once"')
})

test('a script that sends a form is told where it leads', async () => {
  const { html } = await officer.get(address)
  const fields = { ...(await formOn(address, aNote('Rang.'))), _csrf: hiddenValue(html, '_csrf') ?? '' }
  const told = await officer.post(address, fields, { 'x-throughline-form': '1' })
  expect(told.status).toBe(200)
  expect(told.response.json()).toEqual({
    to: expect.stringMatching(new RegExp(`^/children/${childId}/notes`)),
  })
})

test('what is remembered tells nothing about what was typed, is its sender’s alone, and is forgotten in time', async () => {
  await officer.post(address, await formOn(address, aNote('Rang his mother.')))
  const [row] = await service.asOwner(
    'select * from form_sent where user_id = $1 order by sent_at desc limit 1',
    [officer.userId],
  )
  expect(JSON.stringify(row)).not.toContain('mother')
  const count = sql<{ n: number }>`select count(*)::int as n from form_sent`
  expect((await service.as(colleague, tx => count.execute(tx))).rows[0]?.n).toBe(0)
  const longAgo = service.clock.now.add({ hours: 1 })
  await service.as(colleague, tx => sql`select clear_forms_sent(${longAgo})`.execute(tx))
  expect(await service.asOwner('select from form_sent')).toHaveLength(0)
})
