import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestKey } from '../../app/testkit/apiKey.ts'
import { askedNames } from '../../engine/forms/index.ts'
import { clearApiAnswers, problems } from '../../platform/api/index.ts'
import { notificationBodies } from './apiNotification.ts'
import { reference, today } from './arrivals.testkit.ts'
import { closeReasons } from './closeReasons.ts'
import { askedRoutes } from './notification.form.ts'
import { type Api, makeApi } from './notificationApi.testkit.ts'

let service: Api['service']
let officer: Api['officer']
let arrived: Api['arrived']
let police: Api['police']
let described: Api['described']
let child: Api['child']
let send: Api['send']
let errorsOf: Api['errorsOf']
let countOf: Api['countOf']

beforeAll(async () => {
  ;({ service, officer, arrived, police, described, child, send, errorsOf, countOf } = await makeApi())
})
afterAll(() => service.close())

describe('a notification that a system sends', () => {
  test('is kept as if it had been typed in, and waits in Arrivals', async () => {
    const body = child({ first_name: 'Ìyábọ̀', notes: 'Says: “no”.\n\nتحية' })
    expect(described.faultsOfBody('sendNotification', body)).toEqual([])
    const answer = await send(body)
    expect(answer.statusCode).toBe(201)
    const { id, ...rest } = answer.json()
    expect(rest).toEqual({ known: false, differs: [] })
    expect(answer.headers.location).toBe(`/api/notifications/${id}`)
    const row = await arrived(body.police_reference)
    expect(row).toMatchObject({ notification_id: id, given_name: 'Ìyábọ̀', family_name: 'Okafor-Reed' })
    expect(row?.details).toMatchObject({ outcome: '8', 'date-of-birth': '2011-05-14', notes: body.notes })
    expect((await officer.get(`/arrivals/${id}`)).text).toContain('Who is Ìyábọ̀ Okafor-Reed?')
  })

  test('stands in the audit under the system, with the key that it used', async () => {
    const answer = await send(child())
    const [event] = await service.asOwner(
      `select person_id, purpose, request from audit_event where action = 'insert' and row_key ->> 'notification_id' = $1 and table_name = 'notification'`,
      [answer.json().id],
    )
    expect(event).toEqual({
      person_id: police.systemId,
      purpose: 'Sent a notification through the API',
      request: answer.headers['x-request-id'],
    })
  })

  test('is known by reference, name and date of birth; what differs is named and nothing changed', async () => {
    const body = child()
    const first = await send(body)
    const again = await send({ ...body, first_name: 'IMANI', school: 'Hill School' })
    expect(again.statusCode).toBe(200)
    expect(again.json()).toEqual({
      id: first.json().id,
      known: true,
      differs: ['first_name', 'school'],
    })
    expect((await arrived(body.police_reference))?.details).toMatchObject({ school: 'Brookside Academy' })
    const other = await send({ ...body, school: 'Hill School' }, { key: await makeTestKey(service) })
    expect(other.json(), 'nobody finds out by guessing what another has sent').toEqual({
      id: first.json().id,
      known: true,
      differs: [],
    })
    const sibling = await send({ ...body, first_name: 'Temi', date_of_birth: '2009-02-01' })
    expect(sibling.statusCode).toBe(201)
  })

  test('needs no more than the form does', async () => {
    const needed = ['route', 'police_reference', 'received', 'family_name', 'offence', 'outcome']
    const body = Object.fromEntries(Object.entries(child()).filter(([name]) => needed.includes(name)))
    const answer = await send({ ...body, phone: null })
    expect(answer.statusCode).toBe(201)
  })

  test.each<[string, object, string, RegExp]>([
    ['without a family name', { family_name: undefined }, '#/family_name', /^Enter the family name$/],
    ['with a number for a text', { offence: 7 }, '#/offence', /must be text/],
    ['with a list for a date', { received: [] }, '#/received', /must be a date that there is/],
    ['with a date as the British write it', { offence_date: '15/11/2026' }, '#/offence_date', /2026-03-27/],
    ['with a day that there is not', { date_of_birth: '2011-02-29' }, '#/date_of_birth', /that there is/],
    ['of tomorrow', { received: '2026-11-22' }, '#/received', /cannot be in the future/],
    ['with words for a code', { outcome: 'Community resolution' }, '#/outcome', /one of the codes/],
    ['of somebody who is 19', { date_of_birth: '2007-05-14' }, '#/date_of_birth', /19 when the outcome/],
    [
      'with an outcome that was not yet',
      { outcome: '23', resolution_date: '2026-01-02' },
      '#/outcome',
      /no such/,
    ],
    ['with a formula', { notes: '=HYPERLINK("x")' }, '#/notes', /spreadsheet formula/],
    ['with a lost character', { school: 'St Mary\ufffds' }, '#/school', /could not be read/],
    ['with half a postcode', { postcode: 'MK9' }, '#/postcode', /full postcode/],
    ['with too much', { school: 'x'.repeat(151) }, '#/school', /150 characters or fewer/],
    [
      'with a field that there is not',
      { 'date-of-birth': '2011-05-14' },
      '#/date-of-birth',
      /no field of this/,
    ],
  ])('%s is refused, and the field is named', async (_, more, pointer, detail) => {
    const body = child(more)
    const answer = await send(body)
    expect(answer.statusCode).toBe(422)
    expect(errorsOf(answer).map(each => each.pointer)).toContain(pointer)
    expect(errorsOf(answer).find(each => each.pointer === pointer)?.detail).toMatch(detail)
    expect(await countOf(body.police_reference)).toBe('0')
  })

  test('has everything that is wrong with it said at once', async () => {
    const answer = await send(child({ offence: 7, family_name: '', received: '2030-01-01' }))
    expect(
      errorsOf(answer)
        .map(({ pointer }) => pointer)
        .sort(),
    ).toEqual(['#/family_name', '#/offence', '#/received'])
  })

  test.each([null, [], 'text', 7, [[[]]]])('is an object, and not %j', async body => {
    expect((await send(body)).statusCode).toBe(422)
  })

  test('has the fields of its form, and so has the document: a question added there is in both', () => {
    const { schemas } = described.document.components
    for (const { form } of askedRoutes(today)) {
      const name =
        { yot1: 'Yot1', 'esp-referral': 'EspReferral', 'out-of-court-referral': 'OutOfCourtReferral' }[
          form.id
        ] ?? ''
      const names = askedNames(form).map(asked => asked.name.replaceAll('-', '_'))
      expect(Object.keys(schemas[name]?.properties ?? {})).toEqual(['route', ...names])
    }
  })

  test('in every example of the document is taken', async () => {
    const operation = described.document.paths['/api/notifications']?.post
    const examples = Object.values(operation?.requestBody?.content['application/json']?.examples ?? {})
    expect(examples).toHaveLength(3)
    for (const { value } of examples) {
      expect(described.faultsOfBody('sendNotification', value)).toEqual([])
      expect((await send(value)).statusCode).toBe(201)
    }
  })

  test('comes by every way in that there is, and says by which', async () => {
    const bodies = notificationBodies.of(today)
    const routes = bodies.flatMap(({ is, example }) => is.map(route => ({ ...example, route })))
    expect(routes).toHaveLength(askedRoutes(today).length)
    for (const body of routes) {
      const answer = await send(body)
      expect(answer.statusCode, body.route).toBeLessThan(300)
      const [row] = await service.asOwner('select route_in from notification where notification_id = $1', [
        answer.json().id,
      ])
      expect(row?.route_in).toBe(body.route)
    }
  })

  test.each([[undefined], ['neighbour'], [7]])('by no way in that there is (%j) is refused', async route => {
    const answer = await send(child({ route }))
    expect(answer.statusCode).toBe(422)
    expect(errorsOf(answer)).toEqual([
      { pointer: '#/route', detail: expect.stringContaining('"police-notification", "social-care"') },
    ])
  })

  test('comes only by the ways that its key is for', async () => {
    const school = await makeTestKey(service, { ways: ['school-or-college'] })
    const [, referral] = notificationBodies.of(today)
    const body = { ...referral?.example, their_reference: reference() }
    const refused = await send({ ...body, route: 'youth-risk-meeting' }, { key: school })
    expect(refused.statusCode).toBe(403)
    expect(refused.json().detail).toContain('may not send by “youth-risk-meeting”')
    expect((await send({ ...body, route: 'school-or-college' }, { key: school })).statusCode).toBe(201)
    expect((await send(child(), { key: school })).statusCode).toBe(403)
  })

  test('keeps an age, several worries and the reason for one, which are no texts in JSON', async () => {
    const [, referral] = notificationBodies.of(today)
    const answer = await send({ ...referral?.example, their_reference: reference() })
    expect(answer.statusCode).toBe(201)
    const [row] = await service.asOwner('select details from notification where notification_id = $1', [
      answer.json().id,
    ])
    expect(row?.details).toMatchObject({
      age: 13,
      'worried-about': ['school', 'other'],
      'worried-about-reason': 'An older brother was hurt in the summer',
    })
  })

  test('with a reason left out is refused, and the field of the reason is named', async () => {
    const [, referral] = notificationBodies.of(today)
    const answer = await send({ ...referral?.example, worried_about_reason_other: null })
    expect(errorsOf(answer).map(({ pointer }) => pointer)).toEqual(['#/worried_about_reason_other'])
  })
})

test('what docs/api.md shows is so: the example is taken, and every problem is there', async () => {
  const text = readFileSync('docs/api.md', 'utf8')
  const example: unknown = JSON.parse(/-d '(\{[^']*\})'/.exec(text)?.[1] ?? '')
  expect(described.faultsOfBody('sendNotification', example)).toEqual([])
  expect([200, 201]).toContain((await send(example)).statusCode)
  expect(Object.keys(problems).filter(kind => !text.includes(`\`#${kind}\``))).toEqual([])
  for (const { told } of closeReasons) expect(text).toContain(`\`${told}\``)
})

describe('the same idempotency key', () => {
  test('with the same body is answered alike, and done once', async () => {
    const [body, once] = [child(), randomUUID()]
    const first = await send(body, { once })
    const again = await send(body, { once })
    expect(again.statusCode).toBe(201)
    expect(again.json()).toEqual(first.json())
    expect(again.headers.location).toBe(first.headers.location)
    expect(await countOf(body.police_reference)).toBe('1')
  })

  test('with another body is refused, and nothing is kept', async () => {
    const [body, once] = [child(), randomUUID()]
    await send(child(), { once })
    const answer = await send(body, { once })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().type).toMatch(/#idempotency-key-used$/)
    expect(await countOf(body.police_reference)).toBe('0')
  })

  test('after a refusal is good for the corrected body', async () => {
    const [body, once] = [child(), randomUUID()]
    expect((await send({ ...body, offence: 7 }, { once })).statusCode).toBe(422)
    expect((await send(body, { once })).statusCode).toBe(201)
  })

  test('at the same moment: one is done, the others are told to wait or answered alike', async () => {
    const [body, once] = [child(), randomUUID()]
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(body, { once })))
    const done = answers.filter(({ statusCode }) => statusCode === 201)
    const told = answers.filter(({ statusCode }) => statusCode === 409)
    expect(done.length).toBeGreaterThan(0)
    expect(done.length + told.length).toBe(6)
    expect(new Set(done.map(answer => answer.json().id)).size).toBe(1)
    for (const answer of told) expect(answer.headers['retry-after']).toBe('1')
    expect(await countOf(body.police_reference)).toBe('1')
  })

  test('while the first is being worked on is answered 409', async () => {
    const [body, once] = [child(), randomUUID()]
    // Holds what the first request holds while it works.
    const first = await service.pool.connect()
    await first.query('begin')
    await first.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `idempotency ${service.serviceId} ${police.systemId} ${once}`,
    ])
    const answer = await send(body, { once })
    await first.query('rollback')
    first.release()
    expect(answer.statusCode).toBe(409)
    expect(answer.json().type).toMatch(/#in-progress$/)
    expect((await send(body, { once })).statusCode).toBe(201)
  })

  test('of another system, or in another service, is another key', async () => {
    const [body, once] = [child(), randomUUID()]
    await send(body, { once })
    const other = await makeTestKey(service)
    expect((await send(child(), { once, key: other })).statusCode).toBe(201)
  })

  test('is the same with a new key of the same system', async () => {
    const [body, once] = [child(), randomUUID()]
    const first = await send(body, { once })
    const next = await makeTestKey(service, { systemId: police.systemId })
    expect((await send(body, { once, key: next })).json()).toEqual(first.json())
  })

  test('in quotation marks, as the draft writes it, is the same', async () => {
    const [body, once] = [child(), randomUUID()]
    const first = await send(body, { once })
    expect((await send(body, { once: `"${once}"` })).json()).toEqual(first.json())
    expect((await send({ ...body, school: 'x' }, { once })).statusCode).toBe(422)
  })

  test('is free again after 24 hours, and what was answered is deleted', async () => {
    const before = service.clock.now
    const [body, once] = [child(), randomUUID()]
    await send(body, { once })
    const kept = async () =>
      (await service.asOwner('select from api_answer where idempotency_key = $1', [once])).length
    service.clock.now = before.add({ hours: 23, minutes: 59 })
    await clearApiAnswers.run({}, service.running.platform)
    expect(await kept()).toBe(1)
    service.clock.now = before.add({ hours: 24 })
    const again = await send(body, { once })
    expect(again.statusCode).toBe(200)
    expect(again.json()).toMatchObject({ known: true })
    service.clock.now = before.add({ hours: 48 })
    await clearApiAnswers.run({}, service.running.platform)
    expect(await kept()).toBe(0)
    service.clock.now = before
  })

  test('keeps nothing of what was sent', async () => {
    const [body, once] = [child({ family_name: 'Zzyzx-Unkept' }), randomUUID()]
    await send(body, { once })
    const rows = await service.asOwner('select a::text as row from api_answer a')
    expect(JSON.stringify(rows)).not.toMatch(/Zzyzx|2011-05-14|Quarry/)
  })
})
