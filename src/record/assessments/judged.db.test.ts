import { afterAll, beforeAll, expect, test } from 'vitest'
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

/** A review with the judgements given, which waits for a senior. */
async function review(levels: Record<string, string>): Promise<string> {
  service.clock.now = service.clock.now.add({ minutes: 5 })
  const begun = await officer.fill(`/children/${childId}/assessments/begin/review`, { case: 'none' })
  const at = begun.location ?? ''
  const why = Object.fromEntries(Object.keys(levels).map(name => [`${name}-why`, 'Because of what happened']))
  await officer.fill(`${at}/sections/judgements`, { ...levels, ...why })
  // The other parts are another test's matter: here they are signed as they are.
  const id = at.split('/').at(-1)
  await service.asOwner(`update assessment set state = 'sent' where assessment_id = $1`, [id])
  await service.asOwner(
    `insert into assessment_signing (service_id, assessment_id, child_id, kind, signed_by, signed_at)
      select service_id, assessment_id, child_id, 'signed', begun_by, begun_at from assessment where assessment_id = $1`,
    [id],
  )
  return at
}

test('a level that rose or fell since the last signed form is flagged to the senior, wherever the form stands', async () => {
  const first = await review({ reoffending: 'medium', 'serious-harm': 'high', 'safety-wellbeing': 'low' })
  expect((await senior.get(first)).text, 'the first is no change').not.toContain('the last time')
  expect((await senior.get('/')).text).not.toContain('a judgement has changed')
  const second = await review({ reoffending: 'high', 'serious-harm': 'medium', 'safety-wellbeing': 'low' })
  for (const address of [second, `${second}/countersign`, '/to-countersign']) {
    const { text } = await senior.get(address)
    expect(text, address).toContain(
      '▲ Higher How likely the child is to offend again: Medium the last time, High now',
    )
    expect(text, address).toContain(
      '▼ Lower The risk of serious harm to others: High the last time, Medium now',
    )
    expect(text, address).not.toContain('safety and wellbeing: Low')
  }
  expect((await senior.get('/')).text).toContain('In 1 of them a judgement has changed.')
})

test('a judgement needs its reason: without it the form is not signed', async () => {
  service.clock.now = service.clock.now.add({ minutes: 5 })
  const begun = await officer.fill(`/children/${childId}/assessments/begin/review`, { case: 'none' })
  const at = begun.location ?? ''
  await officer.fill(`${at}/sections/judgements`, { reoffending: 'very-high' })
  expect((await officer.fill(`${at}/sign`, { words: '' })).text).toContain('Answer what is missing in “')
  expect((await officer.get(`${at}/sections/judgements`)).text, 'the last one stands beside').toContain(
    'High',
  )
})
