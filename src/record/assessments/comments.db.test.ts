import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let childId: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
})
afterAll(() => service.close())

/** A screening that waits for a senior. */
async function sent(): Promise<string> {
  const begun = await officer.fill(`/children/${childId}/assessments/begin/initial-screening`, {
    case: 'none',
  })
  const at = begun.location ?? ''
  await officer.fill(`${at}/sections/picture`, { strengths: 'Kind to his sisters', worries: 'Nothing' })
  await service.asOwner(`update assessment set state = 'sent' where assessment_id = $1`, [
    at.split('/').at(-1),
  ])
  await service.asOwner(
    `insert into assessment_signing (service_id, assessment_id, child_id, kind, signed_by, signed_at)
     values ($1, $2, $3, 'signed', $4, $5)`,
    [service.serviceId, at.split('/').at(-1), childId, officer.userId, service.clock.now],
  )
  return at
}

const commentOn = (at: string, question: string, words: string, by = senior) =>
  by.fill(`${at}/comment/${question}`, { words })

/** Where the writer answers the first comment that is open. */
async function answerAddress(at: string): Promise<string> {
  const found = /href="([^"]+\/comments\/[0-9a-f-]{36})"/.exec((await officer.get(at)).html)?.[1]
  if (found === undefined) throw new Error('no comment to answer')
  return found
}

describe('a comment', () => {
  test('stands beside its question for the senior, and for the writer once the form is given back', async () => {
    const at = await sent()
    expect((await senior.get(`${at}/countersign`)).html).toContain(`${at}/comment/strengths`)
    const written = await commentOn(at, 'strengths', 'What does his school say?')
    expect(written.location).toBe(`${at}/countersign`)
    expect((await senior.get(`${at}/countersign`)).text).toContain('What does his school say?')
    await senior.fill(`${at}/countersign`, { decision: 'returned', words: 'See the comment' })
    const list = await officer.get(at)
    expect(list.text).toContain('1 comment to deal with')
    expect(list.text).toContain('What is going well for this child?')
    expect((await officer.get(`${at}/sections/picture`)).text).toContain('What does his school say?')
    expect((await officer.get(`${at}/sign`)).text).toContain('1 comment is not dealt with yet')
  })

  test('is answered with a reason or dealt with by the writer, and stays with the form', async () => {
    const at = await sent()
    await commentOn(at, 'strengths', 'What does his school say?')
    await commentOn(at, 'part.picture', 'Good and short.')
    await senior.fill(`${at}/countersign`, { decision: 'returned', words: 'See the comments' })
    const first = await answerAddress(at)
    expect((await officer.fill(first, { outcome: 'answered' })).text).toContain('Say why')
    const answered = { outcome: 'answered', 'outcome-reason-answered': 'He has had no school since May' }
    expect((await officer.fill(first, answered)).status).toBe(303)
    expect((await officer.get(first)).status, 'it is answered once').toBe(303)
    await officer.fill(await answerAddress(at), { outcome: 'dealt-with' })
    const list = await officer.get(at)
    expect(list.text).toContain('0 comments to deal with')
    expect(list.text).toContain('Answered by Olive Officer')
    expect(list.text).toContain('He has had no school since May')
    await officer.fill(`${at}/set-aside`, { words: 'Begun anew' })
    expect((await senior.get(at)).text).toContain('He has had no school since May')
  })
})

describe('who may', () => {
  test('only whoever may countersign comments, and only while it waits', async () => {
    const at = await sent()
    expect((await officer.get(`${at}/comment/strengths`)).status).toBe(403)
    const colleague = await service.person('officer')
    expect((await colleague.get(`${at}/comment/strengths`)).status).toBe(403)
    const inspector = await service.person('inspector')
    expect((await inspector.get(`${at}/comment/strengths`)).status).toBe(403)
    expect((await senior.get(`${at}/comment/nothing-asks-this`)).status).toBe(404)
    await senior.fill(`${at}/countersign`, { decision: 'countersigned', words: 'Good' })
    expect((await senior.get(`${at}/comment/strengths`)).status, 'it waits no more').toBe(303)
  })

  test('a comment on another form is not found under this one', async () => {
    const [one, other] = [await sent(), await sent()]
    await commentOn(one, 'strengths', 'Why?')
    await senior.fill(`${one}/countersign`, { decision: 'returned', words: 'See the comment' })
    const address = await answerAddress(one)
    expect((await officer.get(address.replace(one, other))).status).toBe(404)
    const inspector = await service.person('inspector')
    expect((await inspector.get(address)).status).toBe(403)
  })
})

test('that a therapist found no need is asked back where no therapist’s form stands in the record, and stops nobody', async () => {
  const begun = await officer.fill(`/children/${childId}/assessments/begin/initial-screening`, {
    case: 'none',
  })
  const at = begun.location ?? ''
  const none = { communication: 'none', 'communication-reason-none': 'In May, at school' }
  expect((await officer.fill(`${at}/sections/communication`, none)).status).toBe(303)
  const question = 'No signed assessment by a speech and language therapist stands in this record.'
  expect((await officer.get(`${at}/sections/communication`)).text).toContain(question)
  await service.asOwner(
    `insert into assessment (service_id, child_id, form, wording, state, begun_by, begun_at)
     values ($1, $2, 'communication', '2026-1', 'signed', $3, $4)`,
    [service.serviceId, childId, officer.userId, service.clock.now],
  )
  expect((await officer.get(`${at}/sections/communication`)).text).not.toContain(question)
})

test('what is often missing is asked back once a part is written, and stops nobody', async () => {
  const begun = await officer.fill(`/children/${childId}/assessments/begin/review`, { case: 'none' })
  const at = begun.location ?? ''
  expect((await officer.get(`${at}/sections/plan`)).text).not.toContain('Think once more')
  const saved = await officer.fill(`${at}/sections/plan`, { 'plan-fits': 'yes' })
  expect(saved.status).toBe(303)
  const question = 'What is done if things go wrong? Nothing is written yet.'
  expect((await officer.get(`${at}/sections/plan`)).text).toContain(question)
  expect((await officer.get(at)).text).toContain(question)
})
