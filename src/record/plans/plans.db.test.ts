import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'
import type { Voice } from './plan.ts'
import { insertVoice } from './voiceQueries.ts'

let service: TestService
let officer: TestPerson
let colleague: TestPerson
let senior: TestPerson
let childId: string
let children = 0

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  colleague = await service.person('officer', 'Otto Officer')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

beforeEach(async () => {
  children += 1
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: `Tariq ${children}`, familyName: 'Amin' }),
  )
})

const at = () => `/children/${childId}/plan`
const page = (who = officer) => who.get(at())

/** The addresses on the page that end like this. */
const links = (html: string, end: RegExp) => [
  ...new Set(
    [...html.matchAll(/href="([^"#]+)"/g)].map(([, href]) => String(href)).filter(href => end.test(href)),
  ),
]

async function begin(who = officer): Promise<string> {
  expect((await who.fill(`${at()}/begin`, { case: 'none' })).status).toBe(303)
  const [about = ''] = links((await page(who)).html, /\/plan\/[^/]+\/about$/)
  return about.replace(/\/about$/, '')
}

const about = (plan: string, more: Record<string, string> = {}) =>
  officer.fill(`${plan}/about`, {
    'starts-on': '23/11/2026',
    'review-on': '23/2/2027',
    level: 'enhanced',
    delivery: 'Short sentences',
    harmed: 'no',
    ...more,
  })

const strands = ['good-life', 'child-safe', 'others-safe'] as const

async function addGoals(plan: string) {
  for (const strand of strands)
    await officer.fill(`${plan}/goals/add/${strand}`, {
      words: `“I want ${strand}”`,
      'high-words': 'Every week',
    })
  for (const add of links((await page()).html, /steps\/add$/))
    await officer.fill(add, { words: `Step of ${add.length}`, who: 'child', due: '1/12/2026' })
}

async function complete(): Promise<string> {
  const plan = await begin()
  await about(plan)
  await addGoals(plan)
  return plan
}

const sign = (plan: string, who = officer) =>
  who.fill(`${plan}/sign`, { made: 'At home with his mother; he chose the goals' })

const countersign = (plan: string, decision: string, who = senior) =>
  who.fill(`${plan}/countersign`, { decision, words: 'The steps are his own' })

const tell = (voice: Partial<Voice> & { at?: Temporal.Instant }) =>
  service.as(officer, tx =>
    insertVoice(tx, {
      ...{ serviceId: service.serviceId, childId, by: officer.userId, at: service.clock.now },
      ...{ victimId: '01a20000-0000-7000-8000-000000000001', knownAs: 'the shop', wishes: [] },
      ...{ wishesWords: '', noWishesReason: '', safetyWords: '' },
      ...voice,
    }),
  )

/** What an opened form sends along unseen. */
const marksOf = (html: string) =>
  Object.fromEntries(
    ['_csrf', '_form', '_version'].flatMap(name => {
      const value = hiddenValue(html, name)
      return value === undefined ? [] : [[name, value]]
    }),
  )

describe('a plan', () => {
  test('is written part by part, and says what is missing before it can be signed', async () => {
    const plan = await begin()
    const { text } = await page()
    for (const words of [
      'Say when the work begins',
      'Add a goal to “A good life”',
      'Say whether anybody was harmed',
    ])
      expect(text).toContain(words)
    const refused = await sign(plan)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('This is missing still: Say when the work begins')
    expect((await page()).text).toContain('Being written')
  })

  test('is signed by whoever wrote it, countersigned by a senior, and in force', async () => {
    const plan = await complete()
    expect((await page()).text).not.toContain('Before it can be signed')
    expect((await sign(plan)).location).toBe(at())
    expect((await page()).text).toContain('Waits for a senior')
    const queue = await senior.get('/to-countersign')
    expect(queue.text).toMatch(/Amin Plan Olive Officer, Saturday 21 November 2026, 10am 5 working days left/)
    expect((await senior.get('/')).text).toMatch(/waits? to be countersigned/)
    expect((await countersign(plan, 'countersigned')).location).toBe(at())
    const { text } = await page()
    expect(text).toContain('In force')
    expect(text).toContain('0 of 4 contacts kept this month. From 15 February 2027 on it is 2 a month.')
    expect(text).toContain('Countersigned by Sam Senior')
  })

  test('is not countersigned by whoever signed it, nor by an officer', async () => {
    const plan = await complete()
    expect((await sign(plan, senior)).status).toBe(303)
    expect((await senior.get(`${plan}/countersign`)).status).toBe(403)
    expect((await colleague.get(`${plan}/countersign`)).status).toBe(403)
  })

  test('is given back with the reason, and written on', async () => {
    const plan = await complete()
    await sign(plan)
    await countersign(plan, 'returned')
    const { text } = await page()
    expect(text).toContain('Being written')
    expect(text).toContain('Given back by Sam Senior')
    expect((await officer.get('/')).text).toMatch(
      /Plan of Tariq \d+ Amin was given back to you: The steps are his own/,
    )
    expect((await about(plan, { delivery: 'In Urdu' })).status).toBe(303)
  })

  test('that was signed is not written on', async () => {
    const plan = await complete()
    const before = await officer.get(`${plan}/goals/add/good-life`)
    await sign(plan)
    expect((await officer.get(`${plan}/about`)).location).toBe(at())
    const late = await officer.post(`${plan}/goals/add/good-life`, {
      words: 'Another',
      ...marksOf(before.html),
    })
    expect(late.status).toBe(303)
    expect((await page()).text).not.toContain('Another')
  })

  test('shows both versions where two change the same goal', async () => {
    const plan = await begin()
    await officer.fill(`${plan}/goals/add/good-life`, { words: '“I want to swim”' })
    const [goal = ''] = links((await page()).html, /goals\/[0-9a-f-]{36}$/)
    const opened = await colleague.get(goal)
    await officer.fill(goal, { words: '“I want to swim every week”' })
    const second = await colleague.post(goal, { words: '“I want to dive”', ...marksOf(opened.html) })
    expect(second.status).toBe(409)
    expect(second.text).toContain('swim every week')
    expect(second.html).toContain('I want to dive')
  })

  test('begins with what a signed form says already', async () => {
    const begun = await officer.fill(`/children/${childId}/assessments/begin/full-assessment`, {
      case: 'none',
    })
    const at_ = begun.location ?? ''
    await officer.fill(`${at_}/sections/change`, {
      'child-goals': ['1'],
      'child-goals-1-goal': 'To build engines',
      'child-goals-1-first': 'Visit the college',
    })
    const unsigned = await officer.get(`${at()}/begin`)
    expect(unsigned.text, 'not signed yet').not.toContain('It begins with')
    await service.asOwner(`update assessment set state = 'signed' where assessment_id = $1`, [
      at_.split('/').at(-1),
    ])
    expect((await officer.get(`${at()}/begin`)).text).toContain(
      'It begins with what was written already in: Full assessment. 1 goal.',
    )
    await begin()
    const { text } = await page()
    expect(text).toContain('To build engines')
    expect(text).toContain('Visit the college The child No day To do')
  })

  test('is begun once where two begin it', async () => {
    await begin()
    expect((await colleague.get(`${at()}/begin`)).location).toBe(at())
  })
})

describe('a plan in force', () => {
  const inForce = async () => {
    const plan = await complete()
    await sign(plan)
    await countersign(plan, 'countersigned')
    return plan
  }

  test('is ticked step by step, and marked on the child’s own scale', async () => {
    await inForce()
    const [done = ''] = links((await page()).html, /\/done$/)
    await officer.fill(done, { state: 'done', on: '21/11/2026', words: 'He went alone' })
    const [progress = ''] = links((await page()).html, /\/progress$/)
    await officer.fill(progress, { mark: '6', 'said-by': 'child', words: 'Better', on: '21/11/2026' })
    const { text } = await page()
    expect(text).toContain('Done 21 November 2026')
    expect(text).toContain('He went alone')
    expect(text).toContain('6 of 10 , says the child, 21 November 2026: “Better” (10 is “Every week”)')
  })

  test('passes what is still open on to the next, which takes its place when it is countersigned', async () => {
    await inForce()
    const first = await page()
    const [done = '', other = ''] = links(first.html, /\/done$/)
    expect(other).not.toBe('')
    await officer.fill(done, { state: 'done', on: '21/11/2026', words: '' })
    const [progress = ''] = links(first.html, /\/progress$/)
    await officer.fill(progress, { mark: '3', 'said-by': 'child', words: '', on: '21/11/2026' })
    const next = await begin()
    const both = await page()
    expect(both.text).toContain('The next plan')
    expect(both.text).toContain('In force')
    expect(both.text.match(/3 of 10 , says the child/g)).toHaveLength(2)
    expect(both.text).toContain('Add a step to the goal: “I want good-life”')
    for (const add of links(both.html, /steps\/add$/))
      await officer.fill(add, { words: 'A new step', who: 'family' })
    await about(next, { 'review-on': '23/3/2027' })
    await sign(next)
    await countersign(next, 'countersigned')
    const { text, html } = await page()
    expect(text.match(/In force/g)).toHaveLength(1)
    expect(text).toContain('Earlier plans')
    const [earlier = ''] = links(html, /\/plan\/[0-9a-f-]{36}$/)
    expect((await officer.get(earlier)).text).toContain('Replaced')
  })

  test('keeps a goal that has ended, and does not pass it on', async () => {
    await inForce()
    const [outcome = ''] = links((await page()).html, /\/outcome$/)
    await officer.fill(outcome, { outcome: 'reached', words: 'His uncle drove him', on: '21/11/2026' })
    expect((await page()).text).toContain('Reached, 21 November 2026. His uncle drove him')
    await begin()
    expect((await page()).text).toContain('Add a goal to “A good life”')
  })
})

describe('somebody who was harmed', () => {
  test('stands beside the child, and holds the plan back until they are heard', async () => {
    await tell({})
    const plan = await complete()
    expect((await page()).text).toContain('Nothing is recorded of what the shop wishes')
    expect((await sign(plan)).status).toBe(422)
    await tell({ wishes: ['letter'], wishesWords: 'Not by post', safetyWords: 'Not inside the shop' })
    const { text } = await page()
    expect(text).toContain('What the shop wishes')
    expect(text).toContain('A letter from the child')
    expect(text).toContain('What keeps them safe Not inside the shop')
    expect((await sign(plan)).text).toContain(
      'says that somebody was harmed: put the answer of the plan right',
    )
    await about(plan, { harmed: 'yes' })
    expect((await sign(plan)).status).toBe(303)
  })
})

describe('a reason why nothing is known of what they wish', () => {
  const other = { victimId: '01a20000-0000-7000-8000-000000000002', knownAs: 'the boy' }
  const unheard = async () => links((await page()).html, /\/victims\/[0-9a-f-]{36}$/)

  test('is given for each of them', async () => {
    await tell({})
    await tell(other)
    const plan = await complete()
    await about(plan, { harmed: 'yes', 'no-wishes-reason': 'The police have not told us' })
    expect((await sign(plan)).text).toMatch(/what the shop wishes.*what the boy wishes/)
    const [shop = '', boy = ''] = await unheard()
    expect((await officer.fill(shop, { words: 'It has closed down' })).location).toBe(at())
    expect((await page()).text).toContain('Not recorded: It has closed down')
    const refused = await sign(plan)
    expect(refused.status).toBe(422)
    expect(refused.text).not.toContain('what the shop wishes:')
    await officer.fill(boy, { words: 'His parents do not answer' })
    expect((await sign(plan)).status).toBe(303)
  })

  test('is asked anew in the next plan, and where somebody was passed on later', async () => {
    const plan = await complete()
    await about(plan, { harmed: 'yes', 'no-wishes-reason': 'The police have not told us' })
    await sign(plan)
    await countersign(plan, 'countersigned')
    await tell({})
    const next = await begin()
    expect((await page()).text).toContain('Nothing is recorded of what the shop wishes')
    await about(next, { 'review-on': '23/3/2027' })
    expect((await sign(next)).text).toContain('Nothing is recorded of what the shop wishes')
  })

  test('is asked anew where the victim worker has told something since', async () => {
    await tell({})
    const plan = await complete()
    await about(plan, { harmed: 'yes' })
    const [shop = ''] = await unheard()
    await officer.fill(shop, { words: 'It has closed down' })
    const { now } = service.clock
    await tell({ safetyWords: 'Not inside the shop', at: now.add({ seconds: 1 }) })
    expect((await sign(plan)).status).toBe(422)
    service.clock.now = now.add({ seconds: 2 })
    await officer.fill(shop, { words: 'Closed down; the owner did not answer' })
    expect((await sign(plan)).status).toBe(303)
    service.clock.now = now
  })

  test('shows both where two give one', async () => {
    await tell({})
    await complete()
    const [shop = ''] = await unheard()
    const opened = await colleague.get(shop)
    await officer.fill(shop, { words: 'It has closed down' })
    const second = await colleague.post(shop, { words: 'Nobody answers', ...marksOf(opened.html) })
    expect(second.status).toBe(409)
    expect(second.text).toContain('It has closed down')
  })

  test('is not asked of somebody who is not of this child, nor by whoever writes no plans', async () => {
    const plan = await complete()
    expect((await officer.get(`${plan}/victims/${other.victimId}`)).status).toBe(404)
    await tell(other)
    expect((await officer.get(`${plan}/victims/${other.victimId}`)).status).toBe(200)
    const inspector = await service.person('inspector')
    expect((await inspector.get(`${plan}/victims/${other.victimId}`)).status).toBe(403)
  })
})

describe('a plan that waits for a senior', () => {
  test('is not countersigned where somebody was passed on since it was signed: it is given back', async () => {
    const plan = await complete()
    await sign(plan)
    const before = await senior.get(`${plan}/countersign`)
    await tell({})
    expect((await page()).text).toContain('Missing since it was signed')
    const opened = await senior.get(`${plan}/countersign`)
    expect(opened.text).toMatch(/Missing since it was signed.*what the shop wishes.*Give it back/)
    expect(opened.html).not.toContain('value="countersigned"')
    const late = await senior.post(`${plan}/countersign`, {
      ...{ decision: 'countersigned', words: 'Good' },
      ...marksOf(before.html),
    })
    expect(late.status).toBe(422)
    expect((await page()).text).toContain('Waits for a senior')
    expect((await countersign(plan, 'returned')).location).toBe(at())
    expect((await page()).text).toContain('Being written')
  })
})

describe('needs that are not met', () => {
  test('are recorded where they are found, and put right when they are met', async () => {
    await officer.fill(`/children/${childId}/needs/add`, {
      need: 'mental-health',
      reason: 'waiting',
      words: 'Referred in June',
      found: '1/6/2026',
    })
    const before = await page()
    expect(before.text).toMatch(/Mental health.*The child waits for a service.*Referred in June.*Not met/)
    const [change = ''] = links(before.html, /\/needs\/[0-9a-f-]{36}$/)
    const early = await officer.fill(change, {
      ...{ need: 'mental-health', reason: 'waiting', words: '', found: '1/6/2026' },
      ...{ met: '31/5/2026', how: '' },
    })
    expect(early.status).toBe(422)
    await officer.fill(change, {
      ...{ need: 'mental-health', reason: 'waiting', words: '', found: '1/6/2026' },
      ...{ met: '1/11/2026', how: 'A first session' },
    })
    expect((await page()).text).toContain('1 November 2026: A first session')
  })
})

test.each([
  ['health-worker', 403],
  ['business-support', 403],
  ['victim-worker', 403],
  ['analyst', 403],
] as const)('a %s without a part in the case sees no plan', async (role, status) => {
  await begin()
  const other = await service.person(role)
  expect((await page(other)).status).toBeGreaterThanOrEqual(status)
  expect((await other.get(`${at()}/begin`)).status).toBeGreaterThanOrEqual(status)
})

test('an inspector reads a plan and writes nothing', async () => {
  const plan = await complete()
  const inspector = await service.person('inspector')
  const { status, html } = await page(inspector)
  expect(status).toBe(200)
  expect(links(html, /\/(add|sign|about|begin)/)).toEqual([])
  expect((await inspector.get(`${plan}/about`)).status).toBe(403)
})
