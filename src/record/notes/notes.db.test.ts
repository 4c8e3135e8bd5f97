import { afterAll, beforeAll, expect, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let colleague: TestPerson
let childId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  colleague = await service.person('officer', 'Otto Officer')
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
})
afterAll(() => service.close())

const unsaid = { kind: 'conversation', day: '20/11/2026', time: '', sensitivity: 'ordinary' }

const write = (fields: Record<string, string>) =>
  officer.fill(`/children/${childId}/notes/add`, { ...unsaid, ...fields })

const change = (location: string, fields: Record<string, string>) =>
  officer.fill(`${location}/edit`, { ...unsaid, ...fields })

test('a note says what happened, when, and who wrote it', async () => {
  const { location = '' } = await write({
    text: 'He wants to be a plumber.\r\n\r\nHis own words.',
    time: '4:30pm',
  })
  const page = await officer.get(location)
  expect(page.text).toContain('Happened Friday 20 November 2026, 4:30pm')
  expect(page.text).toContain('Written by Olive Officer, Saturday 21 November 2026, 10am')
  expect(page.html).toContain('plumber.\n\nHis own words.')
})

test('a note without a time says the day alone, everywhere, and stays in its place', async () => {
  const { location = '' } = await write({ text: 'Yesterday, I do not know when, kites' })
  const day = 'Friday 20 November 2026'
  const page = await officer.get(location)
  expect(page.text).toContain(`Happened ${day}.`)
  const pages = ['notes', 'chronology', 'chronology?all', 'throughline'].map(
    at => `/children/${childId}/${at}`,
  )
  for (const at of pages) expect((await officer.get(at)).text, at).not.toContain('midday')
  await officer.fill(`/children/${childId}/notes/search`, { q: 'kites', child: childId })
  const found = await officer.get(`/children/${childId}/notes/search`)
  expect(found.text).toContain(day)
  expect(found.text).not.toContain('midday')
  const edit = await officer.get(`${location}/edit`)
  expect(edit.html).not.toMatch(/name="time"[^>]*value="[^"]/)
  const [before] = await momentOf(location)
  await change(location, { text: 'Yesterday, still not known when' })
  expect(await momentOf(location)).toEqual([before])
  expect(before).toMatchObject({ is_day: true })
  await change(location, { text: 'At noon, they say', time: '12pm' })
  expect((await officer.get(location)).text).toContain(`Happened ${day}, midday.`)
  expect((await officer.get(`${location}/versions?version=1`)).text).toContain(`Happened ${day}.`)
})

test('a note of today without a time stands among those of today, and says no time', async () => {
  const { location = '' } = await write({ text: 'Just now', day: '21/11/2026' })
  expect((await officer.get(location)).text).toContain('Happened Saturday 21 November 2026.')
  expect(await momentOf(location)).toEqual([{ is_day: true, at: service.clock.now.epochMilliseconds }])
})

test('a note of a day before the child was born is refused; one that stands there can be put right', async () => {
  const { location = '' } = await write({ text: 'Born before this, they said', day: '1/2/2007' })
  await service.asOwner(
    `update child set birth_date = '2009-08-13', birth_date_basis = 'known' where child_id = $1`,
    [childId],
  )
  const refused = await write({ text: 'In the wrong year', day: '1/2/2007' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('The day lies before the child’s date of birth, 13 August 2009')
  expect(refused.html).toContain('In the wrong year')
  expect((await change(location, { text: 'Still', day: '2/2/2007' })).status).toBe(422)
  expect((await change(location, { text: 'Other words', day: '1/2/2007', time: '4pm' })).status).toBe(303)
  await service.asOwner(
    `update child set birth_date = null, birth_date_basis = 'unknown' where child_id = $1`,
    [childId],
  )
})

const momentOf = (location: string) =>
  service.asOwner(
    'select is_day, (extract(epoch from happened_at) * 1000)::float8 as at from note where note_id = $1',
    [location.split('/').at(-1)],
  )

test('two megabytes are kept whole; the list shows the beginning', async () => {
  const text = 'All that was said. '.repeat(110_000).trimEnd()
  const { location = '' } = await write({ text })
  expect((await officer.get(location)).html).toContain(text)
  const list = await officer.get(`/children/${childId}/notes`)
  expect(list.html.length).toBeLessThan(50_000)
  expect(list.text).toContain('All that was said.')
  const history = await officer.get(`/children/${childId}/history`)
  expect(history.html.length).toBeLessThan(100_000)
})

test('what looks like a page is shown as it was typed', async () => {
  const { location = '' } = await write({ text: '<script>alert(1)</script> & "so"' })
  const page = await officer.get(location)
  expect(page.html).not.toContain('<script>alert')
  expect(page.text).toContain('<script>alert(1)</script> & "so"')
})

test('a note of the future is refused, and what was typed stays', async () => {
  for (const when of [{ day: '22/11/2026' }, { day: '21/11/2026', time: '11am' }]) {
    const refused = await write({ text: 'Not yet', ...when })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('It cannot have happened in the future')
    expect(refused.html).toContain('Not yet')
  }
})

test('a note of white space is refused', async () => {
  expect((await write({ text: ' \n ' })).status).toBe(422)
})

test('of two people who change a note, the second sees both and loses nothing', async () => {
  const { location = '' } = await write({ text: 'First words' })
  const opened = await colleague.get(`${location}/edit`)
  const fields = { kind: 'conversation', day: '20/11/2026', time: '12:00', sensitivity: 'ordinary' }
  await officer.fill(`${location}/edit`, { ...fields, text: 'The officer’s words' })
  const second = await colleague.post(`${location}/edit`, {
    ...fields,
    text: 'The colleague’s words',
    _version: hiddenValue(opened.html, '_version') ?? '',
  })
  expect(second.status).toBe(409)
  expect(second.text).toContain('The officer’s words')
  expect(second.html).toContain('The colleague’s words')
  await colleague.post(`${location}/edit`, {
    ...fields,
    text: 'The colleague’s words',
    _version: hiddenValue(second.html, '_version') ?? '',
  })
  const page = await officer.get(location)
  expect(page.text).toContain('The colleague’s words')
  expect(page.text).toContain('Changed since')
  // What it said before stays to be read, whole, with who wrote it.
  const versions = await officer.get(`${location}/versions?version=1`)
  expect(versions.text).toMatch(/Version 3 .* Version 2 .* Version 1 .* Olive Officer/)
  expect(versions.text).toContain('Version 1: Conversation with the child')
  expect(versions.text).toContain('First words')
  expect((await officer.get(`${location}/versions?version=2`)).text).toContain('The officer’s words')
  expect((await officer.get(`${location}/versions`)).text).toContain('The officer’s words')
  expect((await officer.get(`${location}/versions?version=nonsense`)).text).toContain('The colleague’s words')
})

test('the newest happening stands first, and a page leads to the next', async () => {
  const other = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Many', familyName: 'Notes' }),
  )
  for (let i = 0; i < 30; i++) {
    await service.asOwner(
      `insert into note (service_id, child_id, kind, text, happened_at, written_by)
       values ($1, $2, 'other', $3, '2026-11-01T10:00:00Z'::timestamptz + make_interval(hours => $5), $4)`,
      [service.serviceId, other, `Entry ${i}.`, officer.userId, i],
    )
  }
  const first = await officer.get(`/children/${other}/notes`)
  expect(first.text.indexOf('Entry 29.')).toBeLessThan(first.text.indexOf('Entry 28.'))
  const next = /href="([^"]+after=[^"]+)"/.exec(first.html)?.[1] ?? ''
  const second = await officer.get(next)
  const entries = [first, second].flatMap(({ text }) => text.match(/Entry \d+\./g) ?? [])
  expect(entries).toHaveLength(30)
})

test('business support and the police read no notes; an inspector reads and writes none', async () => {
  const { location = '' } = await write({ text: 'Between us' })
  for (const role of ['business-support', 'police-officer'] as const)
    expect((await (await service.person(role)).get(location)).status).toBe(403)
  const inspector = await service.person('inspector')
  expect((await inspector.get(location)).text).not.toContain('Change')
  expect((await inspector.get(`${location}/edit`)).status).toBe(403)
})
