import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'
import { insertNote } from './index.ts'

let service: TestService
let officer: TestPerson
let one: string
let other: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  one = await aChild('Tariq')
  other = await aChild('Amara')
  await write(one, 'He mended three bicycles. His mother works nights.')
  await write(one, 'Late start agreed; the start was late.', '2026-11-10T10:00:00Z')
  await write(other, '<b>Bicycle</b> & café — محمد', '2026-11-05T10:00:00Z')
})
afterAll(() => service.close())

const aChild = (givenName: string) =>
  service.as(officer, tx => addChild(tx, { serviceId: service.serviceId, givenName, familyName: 'Quill' }))

const write = (childId: string, text: string, at = '2026-11-20T10:00:00Z', details = {}) =>
  service.as(officer, tx =>
    insertNote(tx, {
      serviceId: service.serviceId,
      childId,
      involvementId: null,
      kind: 'other',
      text,
      details,
      happenedAt: Temporal.Instant.from(at),
      by: officer.userId,
      at: service.clock.now,
    }),
  )

const search = async (q: string, who = officer, childId?: string) => {
  const address = childId === undefined ? '/notes/search' : `/children/${childId}/notes/search`
  const sent = await who.fill(address, { q, child: childId ?? '' })
  expect(sent.location).toBe(address)
  return who.get(address)
}

test.each([
  ['bicycle', 'in another form', ['Tariq', 'Amara']],
  ['MENDING', 'by its stem', ['Tariq']],
  ['bicy', 'by its beginning', ['Tariq', 'Amara']],
  ['bicy mending', 'by its beginning beside another form', ['Tariq']],
  ['mother bicycle', 'where all stand', ['Tariq']],
  ['"late start"', 'one after the other', ['Tariq']],
  ['"start late"', 'not in another order', []],
  ['café', 'with its accent', ['Amara']],
  ['محمد', 'in another script', ['Amara']],
  ['the', 'not, as a small word', []],
  [`'); drop table note; --`, 'not, as signs', []],
])('%s is found %s', async (typed, _how, children) => {
  const { text } = await search(typed)
  for (const name of ['Tariq', 'Amara'])
    expect(text.includes(`${name} Quill`), name).toBe(children.includes(name))
})

test('what was found is marked, and nothing of a note becomes a part of the page', async () => {
  const { html } = await search('bicycle')
  expect(html).toContain('<mark>bicycles</mark>')
  expect(html).toContain('<mark>Bicycle</mark>')
  expect(html).toContain('&amp; café')
  expect(html).not.toContain('<b>')
})

test('the words do not stand in an address, and every child who was named counts as seen', async () => {
  await search('bicycle')
  const looked = await officer.get(`/children/${other}/history?show=looks`)
  expect(looked.text).toContain('Found by a search in notes')
  const words = await service.asOwner(
    `select from audit_event where after::text like '%bicycle%' and action <> 'insert'`,
  )
  expect(words).toEqual([])
})

test('a search in one child’s notes finds no other’s, and is not carried elsewhere', async () => {
  const { html } = await search('bicycle', officer, other)
  expect(html).toContain('<mark>Bicycle</mark>')
  expect(html).not.toContain('mended')
  expect((await officer.get('/notes/search')).html).not.toContain('<mark>')
  expect((await officer.get(`/children/${one}/notes/search`)).html).not.toContain('<mark>')
})

test('what a kind of note asks is found as well', async () => {
  await write(one, 'She rang.', '2026-11-01T10:00:00Z', { 'with-whom': 'Zenobia the neighbour' })
  expect((await search('zenobia')).html).toContain('<mark>Zenobia</mark>')
})

test('nobody finds notes that they may not read: of hidden children, or without a part in the case', async () => {
  const therapist = await service.person('speech-therapist')
  expect((await search('bicycle', therapist)).text).toContain('Nothing was found')
  expect((await therapist.get(`/children/${one}/notes/search`)).status).toBe(404)
  const aunt = await service.person('officer')
  await service.asOwner(
    `insert into conflict_of_interest (service_id, child_id, user_id, relation) values ($1, $2, $3, 'Aunt')`,
    [service.serviceId, one, aunt.userId],
  )
  const { text } = await search('bicycle', aunt)
  expect(text).toContain('Amara Quill')
  expect(text).not.toContain('Tariq')
  const support = await service.person('business-support')
  expect((await support.get('/notes/search')).status).toBe(403)
})

test('the newest stand first, and a page leads to the next', async () => {
  const many = await aChild('Many')
  for (let i = 0; i < 30; i++)
    await write(many, `Rhubarb entry ${i}.`, `2026-10-01T10:${String(i).padStart(2, '0')}:00Z`)
  const first = await search('rhubarb')
  expect(first.text.indexOf('entry 29')).toBeLessThan(first.text.indexOf('entry 28'))
  const next = /href="([^"]+after=[^"]+)"/.exec(first.html)?.[1] ?? ''
  expect(next).not.toContain('rhubarb')
  const second = await officer.get(next)
  const entries = [first, second].flatMap(({ text }) => text.match(/entry \d+/g) ?? [])
  expect(new Set(entries).size).toBe(30)
})

test('an index finds the words in a large service', async () => {
  await service.asOwner(
    `insert into note (service_id, child_id, kind, text, happened_at, written_by)
     select $1, $2, 'other', 'entry ' || md5(i::text), now(), $3 from generate_series(1, 3000) i`,
    [service.serviceId, one, officer.userId],
  )
  await service.asOwner('analyze note')
  const plan = await service.asOwner(
    `explain select from note n where n.service_id = $1 and note_words(n.text, n.details) @@ to_tsquery('english', 'rhubarb:*')`,
    [service.serviceId],
  )
  expect(plan.map(line => line['QUERY PLAN']).join('\n')).toContain('note_by_words')
})

test('long forms are found as notes are: with the part that holds the words, for whoever may read them', async () => {
  const begun = await officer.fill(`/children/${one}/assessments/begin/initial-screening`, { case: 'none' })
  await officer.fill(`${begun.location}/sections/picture`, {
    strengths: 'He restores old tractors with his grandfather.',
    worries: 'Nothing',
  })
  const { text, html } = await search('tractor')
  expect(text).toMatch(
    /In assessments.*Initial screening: Strengths and worries.*Tariq.*restores old tractors/,
  )
  expect(html).toContain('<mark>tractors</mark>')
  expect((await search('tractor', officer, other)).text).toContain('Nothing was found')
  const therapist = await service.person('speech-therapist', 'Tess Therapist')
  expect((await search('tractor', therapist)).text, 'has no part in a case').toContain('Nothing was found')
})
