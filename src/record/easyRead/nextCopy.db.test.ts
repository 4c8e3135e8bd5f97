import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'
import { writePlan } from '../plans/index.ts'

let service: TestService
let officer: TestPerson
let childId: string
let first: string
let next: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
})
afterAll(() => service.close())

/** A plan with two goals, in these words. */
const planWith = async (...goals: readonly string[]) => {
  const { serviceId } = service
  const plan = await service.as(officer, tx =>
    writePlan(
      tx,
      { serviceId, childId, by: officer.userId, at: service.clock.now },
      {
        ...{ involvementId: null, startsOn: null, reviewOn: null, level: null, delivery: '' },
        ...{ harmed: null, noWishesReason: '', contingencies: [] },
        goals: goals.map(words => ({
          ...{ strand: 'good-life' as const, words, why: '', lowWords: '', highWords: '' },
          ...{ steps: [], progress: [] },
        })),
      },
    ),
  )
  return plan.planId
}

beforeEach(async () => {
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  first = await planWith('Attend provision', 'Desist')
  await officer.fill(`${copy(first)}/words`, { 'words-1': 'Go to school', 'words-2': 'Be good' })
  await service.asOwner(`update plan set state = 'signed' where plan_id = $1`, [first])
  next = await planWith('Attend provision', 'Desist', 'Swim')
})

const copy = (plan: string) => `/children/${childId}/plan/${plan}/easy/en`
const read = async (plan: string) => (await officer.get(copy(plan))).text

test('the next plan’s copy begins with the words of the one before', async () => {
  expect(await read(next)).toMatch(/Go to school.*Be good.*Swim/)
})

test('words that were taken out in the next plan’s copy are not read any more', async () => {
  await officer.fill(`${copy(next)}/words`, { 'words-1': 'Go to school', 'words-2': '', 'words-3': '' })
  expect(await read(next)).toMatch(/Go to school.*Desist/)
  expect(await read(next)).not.toContain('Be good')
  expect((await officer.get(`${copy(next)}/words`)).text).not.toContain('Be good')
  expect(await read(first)).toContain('Be good')
})

test('all of them can be taken out', async () => {
  await officer.fill(`${copy(next)}/words`, { 'words-1': '', 'words-2': '', 'words-3': '' })
  expect(await read(next)).toMatch(/Attend provision.*Desist/)
})

test('words for a sentence that stands in the plan again are kept with the copy', async () => {
  const other = await planWith('Swim')
  await officer.fill(`${copy(other)}/words`, { 'words-1': 'Swim like a fish' })
  await service.asOwner(`update plan_goal set words = 'Desist' where plan_id = $1`, [other])
  expect(await read(other)).toContain('Be good')
})

test('what is changed in an earlier copy afterwards does not change the next', async () => {
  await officer.fill(`${copy(next)}/words`, {
    ...{ 'words-1': 'Go to school', 'words-2': 'Be good', 'words-3': '' },
  })
  await officer.fill(`${copy(first)}/words`, { 'words-1': 'Go to college', 'words-2': '' })
  expect(await read(next)).toMatch(/Go to school.*Be good/)
})
