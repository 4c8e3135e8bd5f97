import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let manager: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  manager = await service.person('manager', 'Mona Manager')
})
afterAll(() => service.close())

/** A full assessment of a child, with what is said about a court and the score. */
async function assessed(givenName: string, answers: Record<string, string>): Promise<string> {
  const childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName, familyName: 'Listed', sex: '1' }),
  )
  const begun = await officer.fill(`/children/${childId}/assessments/begin/full-assessment`, { case: 'none' })
  await officer.fill(`${begun.location}/sections/basis`, answers)
  return childId
}

/** An export as rows of cells, its headings first. */
const rowsOf = (csv: string): string[][] =>
  csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map(line =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, bare]) => quoted ?? bare ?? '',
      ),
    )

/** What stands in the row of a child beneath a heading. */
function cellOf(csv: string, child: string, heading: string): string | undefined {
  const [headings = [], ...rows] = rowsOf(csv)
  expect(headings).toContain(heading)
  return rows.find(row => row.includes(child))?.[headings.indexOf(heading)]
}

test('the forms about all children stand in one list, narrowed by form, and every child in it is written down as seen', async () => {
  const childId = await assessed('Ash', { court: 'community' })
  const all = await manager.get('/assessments')
  expect(all.text).toContain('Ash Listed')
  expect(all.text).toContain('Full assessment')
  expect((await manager.get('/assessments?form=review')).text).not.toContain('Ash Listed')
  expect((await manager.get('/assessments?state=signed')).text).not.toContain('Ash Listed')
  const seen = await service.asOwner(
    `select from audit_event where child_id = $1 and action = 'view' and purpose = 'In the list of assessments'`,
    [childId],
  )
  expect(seen.length).toBeGreaterThan(0)
})

test('an export of one form has a column for what can be counted, and no words of anybody', async () => {
  const childId = await assessed('Elm', { court: 'custody' })
  const [form] = await service.asOwner('select assessment_id from assessment where child_id = $1', [childId])
  const at = `/children/${childId}/assessments/${form?.assessment_id}`
  await officer.fill(`${at}/sections/court`, { 'over-represented': 'A sentence that was typed' })
  const sent = await manager.post('/assessments/export', {
    query: 'form=full-assessment',
    format: 'csv',
  })
  expect(sent.status).toBe(200)
  const csv = sent.response.body
  expect(cellOf(csv, 'Elm Listed', 'Is there a charge, an order or a sentence?')).toBe(
    'Yes, and the child is in custody or on remand',
  )
  expect(cellOf(csv, 'Elm Listed', 'Reconviction score (OGRS3)')).toBe('')
  expect(csv).not.toContain('typed')
})

test('a form that was given back or taken back has no day on which it was signed', async () => {
  const childId = await assessed('Fir', { court: 'custody' })
  const [form] = await service.asOwner(
    `insert into assessment_signing (service_id, assessment_id, child_id, kind, words, signed_by, signed_at)
     select service_id, assessment_id, child_id, 'signed', '', begun_by, '2026-11-19T10:00Z' from assessment where child_id = $1
     returning assessment_id`,
    [childId],
  )
  const signedOn = async () => {
    const sent = await manager.post('/assessments/export', { query: 'form=full-assessment', format: 'csv' })
    return cellOf(sent.response.body, 'Fir Listed', 'Signed')
  }
  const put = (state: string) =>
    service.asOwner('update assessment set state = $2 where assessment_id = $1', [form?.assessment_id, state])
  await put('sent')
  expect(await signedOn()).toBe('2026-11-19')
  await put('open')
  expect(await signedOn()).toBe('')
})

test('whoever sees only the children in whose cases they have a part lists only theirs, and an analyst none', async () => {
  await assessed('Oak', { court: 'community' })
  const therapist = await service.person('speech-therapist')
  expect((await therapist.get('/assessments')).text).not.toContain('Oak Listed')
  expect((await (await service.person('analyst')).get('/assessments')).status).toBe(403)
  const support = await service.person('business-support')
  expect((await support.get('/assessments')).status).toBe(403)
})

test('a restricted record stands in no list of those who are not named', async () => {
  const childId = await assessed('Yew', { court: 'community' })
  await service.asOwner(
    `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
    [service.serviceId, childId, manager.userId],
  )
  expect((await manager.get('/assessments')).text).not.toContain('Yew Listed')
})
