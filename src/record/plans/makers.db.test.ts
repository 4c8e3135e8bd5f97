import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'
import { writePlan } from './writePlan.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let other: TestPerson
let childId: string
let plan: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
  other = await service.person('senior', 'Sofia Senior')
})
afterAll(() => service.close())

beforeEach(async () => {
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  const { planId } = await service.as(officer, tx =>
    writePlan(
      tx,
      { serviceId: service.serviceId, childId, by: officer.userId, at: service.clock.now },
      {
        ...{ involvementId: null, startsOn: Temporal.PlainDate.from('2026-11-23'), level: 'enhanced' },
        ...{
          reviewOn: Temporal.PlainDate.from('2027-02-23'),
          delivery: '',
          harmed: 'no',
          noWishesReason: '',
        },
        goals: (['good-life', 'child-safe', 'others-safe'] as const).map(strand => ({
          ...{ strand, words: `I want ${strand}`, why: '', lowWords: '', highWords: '', progress: [] },
          steps: [
            {
              ...{ words: 'Call the club', who: 'child', whoUserId: null, whoWords: '' },
              ...{ dueOn: null, state: 'to-do', stateOn: null, stateWords: '' },
            },
          ],
        })),
        contingencies: [],
      },
    ),
  )
  plan = `/children/${childId}/plan/${planId}`
})

const sign = () => officer.fill(`${plan}/sign`, { made: 'At home' })
const goal = () => senior.fill(`${plan}/goals/add/good-life`, { words: '“I want to swim”' })
const contingency = () =>
  senior.fill(`${plan}/if/add`, { if: 'He goes missing', do: 'We ring', who: 'Olive' })
const about = () =>
  senior.fill(`${plan}/about`, {
    ...{ 'starts-on': '24/11/2026', 'review-on': '23/2/2027', level: 'enhanced', harmed: 'no' },
    delivery: 'Short sentences',
  })

const copy = () => senior.fill(`${plan}/easy/en/words`, { 'words-1': 'I would like to swim' })

test.each([
  ['the words of the child’s copy', copy],
  ['a goal', goal],
  ['what is done if something goes wrong', contingency],
  ['about the plan', about],
])(
  'a senior who wrote %s does not countersign it: the page and the queue say so, another does',
  async (what, write) => {
    expect((await write()).status, what).toBe(303)
    const steps = await service.asOwner(
      `select goal_id from plan_goal g where child_id = $1 and not exists (select from plan_step s where s.goal_id = g.goal_id)`,
      [childId],
    )
    for (const { goal_id } of steps)
      await officer.fill(`${plan}/goals/${String(goal_id)}/steps/add`, { words: 'Go', who: 'child' })
    expect((await sign()).status).toBe(303)
    const refused = await senior.get(`${plan}/countersign`)
    expect(refused.status).toBe(403)
    expect(refused.text).toContain('You wrote in this plan yourself')
    const page = (await senior.get(`/children/${childId}/plan`)).text
    expect(page).toContain('You wrote in this plan yourself')
    expect(page).not.toContain('Countersign or give back')
    expect((await senior.get('/to-countersign')).text).toContain(
      'You wrote in it: somebody else countersigns.',
    )
    const done = await other.fill(`${plan}/countersign`, { decision: 'countersigned', words: 'Good' })
    expect(done.status).toBe(303)
  },
)

test('a senior who only gave it back, or only read it, countersigns it', async () => {
  await sign()
  expect(
    (await senior.fill(`${plan}/countersign`, { decision: 'returned', words: 'Who rings?' })).status,
  ).toBe(303)
  await sign()
  const done = await senior.fill(`${plan}/countersign`, { decision: 'countersigned', words: 'Good' })
  expect(done.status).toBe(303)
})

test('a plan whose next review lies in the past is neither signed nor countersigned, and the page to sign says so at once', async () => {
  const reviewed = (on: string) =>
    service.asOwner('update plan set starts_on = $2, review_on = $2 where child_id = $1', [childId, on])
  await reviewed('2026-11-20')
  const words = 'The day of the review has passed (20 November 2026)'
  expect((await officer.get(`${plan}/sign`)).text).toContain(words)
  expect((await sign()).status).toBe(422)
  await reviewed('2026-11-21')
  expect((await sign()).status).toBe(303)
  await reviewed('2026-11-20')
  expect((await senior.get(`${plan}/countersign`)).text).toContain(words)
  const refused = await senior.fill(`${plan}/countersign`, { decision: 'countersigned', words: 'Good' })
  expect(refused.status).toBe(422)
})

test('a step whose day has passed is asked about when the plan is signed and when it is countersigned', async () => {
  await service.asOwner(`update plan_step set due_on = '2026-11-20' where child_id = $1`, [childId])
  const words = 'The day of a step has passed (20 November 2026): Call the club'
  expect((await officer.get(`${plan}/sign`)).text).toContain(words)
  await sign()
  expect((await senior.get(`${plan}/countersign`)).text).toContain(words)
})

test('a comment beside a goal stands for the worker when the plan is given back, and is said to be dealt with', async () => {
  await sign()
  const read = await senior.get(`${plan}/countersign`)
  const [, href = ''] = /href="([^"]+\/comment)"/.exec(read.html) ?? []
  expect((await officer.get(href)).status).toBe(403)
  expect((await senior.fill(href, { words: 'Who goes with him?' })).status).toBe(303)
  expect((await senior.get(`${plan}/countersign`)).text).toContain('Who goes with him?')
  await senior.fill(`${plan}/countersign`, { decision: 'returned', words: 'See the comment' })
  const given = await officer.get(`/children/${childId}/plan`)
  expect(given.text).toContain('Who goes with him?')
  expect((await officer.get(`${plan}/sign`)).text).toContain('1 comment is not dealt with yet.')
  const [, answer = ''] = /href="([^"]+\/comments\/[^"]+)"/.exec(given.html) ?? []
  expect((await officer.fill(answer, { outcome: 'dealt-with' })).status).toBe(303)
  expect((await officer.get(`/children/${childId}/plan`)).text).toContain('Dealt with by Olive Officer')
  expect((await officer.get(`${plan}/sign`)).text).not.toContain('not dealt with yet')
})

test('a senior does not countersign a plan that was taken back and written in since they opened it', async () => {
  await sign()
  const opened = await senior.get(`${plan}/countersign`)
  const read = hiddenValue(opened.html, 'read-mark') ?? ''
  await officer.fill(`${plan}/take-back`, { words: 'Another day' })
  await officer.fill(`${plan}/if/add`, { if: 'He goes missing', do: 'We ring', who: 'Olive' })
  await sign()
  const said = { decision: 'countersigned', words: 'Good', 'read-mark': read }
  const refused = await senior.fill(`${plan}/countersign`, said)
  expect(refused.text).toContain('It has been changed since you opened this page')
  expect(refused.text).toContain('He goes missing')
  expect(
    (
      await senior.fill(`${plan}/countersign`, {
        ...said,
        'read-mark': hiddenValue(refused.html, 'read-mark') ?? '',
      })
    ).status,
  ).toBe(303)
})
