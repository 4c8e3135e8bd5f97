import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'
import { type Plan, writePlan } from '../plans/index.ts'

let service: TestService
let officer: TestPerson
let colleague: TestPerson
let childId: string
let plan: Plan

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  colleague = await service.person('officer', 'Otto Officer')
  const { serviceId } = service
  await service.as(officer, async tx => {
    childId = await addChild(tx, { serviceId, givenName: 'Tariq', familyName: 'Amin' })
    plan = await writePlan(
      tx,
      { serviceId, childId, by: officer.userId, at: service.clock.now },
      {
        ...{ involvementId: null, startsOn: Temporal.PlainDate.from('2026-11-23') },
        ...{ reviewOn: Temporal.PlainDate.from('2027-02-23'), level: 'standard', delivery: '' },
        ...{ harmed: 'no', noWishesReason: '' },
        goals: [
          {
            ...{
              strand: 'good-life',
              words: 'Attend educational provision',
              why: 'Private',
              lowWords: '',
              highWords: '',
            },
            steps: [
              {
                ...{ words: 'Ring the school', who: 'worker', whoUserId: officer.userId, whoWords: '' },
                ...{
                  dueOn: Temporal.PlainDate.from('2027-03-02'),
                  state: 'to-do',
                  stateOn: null,
                  stateWords: '',
                },
              },
            ],
            progress: [],
          },
        ],
        contingencies: [{ ifWords: 'He is stopped', thenWords: 'Ring', whoWords: 'Olive' }],
      },
    )
  })
})
afterAll(() => service.close())

const copy = (language = 'en') => `/children/${childId}/plan/${plan.planId}/easy/${language}`

describe('the child’s copy', () => {
  test('stands in the words of the plan until somebody writes plainer ones, each sentence for itself', async () => {
    const before = await officer.get(copy())
    expect(before.text).toContain('Attend educational provision')
    expect(before.text).toContain('Olive Officer : Ring the school By Tuesday 2 March.')
    expect(before.text).toContain('We look at the plan again : Tuesday 23 February')
    const saved = await officer.fill(`${copy()}/words`, {
      'words-1': 'I want to go to school. It is a good place to be.',
      'picture-1': 'school',
    })
    expect(saved.location).toBe(copy())
    const after = await officer.get(copy())
    expect(after.text).toContain('I want to go to school.')
    expect(after.text).toContain('Ring the school')
    expect(after.text).not.toContain('Attend educational provision')
    expect(after.html).toContain('/school.svg')
  })

  test('shows neither why nor what could go wrong: that was said to the worker', async () => {
    const { text } = await officer.get(copy())
    expect(text).not.toContain('Private')
    expect(text).not.toContain('He is stopped')
  })

  test('says beside each sentence at what age it can be read, as it was saved', async () => {
    const { text } = await officer.get(`${copy()}/words`)
    expect(text).toMatch(/Reading age 5 : “?I want to go to school\./)
    const goal = await officer.get(`/children/${childId}/plan/${plan.planId}/goals/${plan.goals[0]?.goalId}`)
    expect(goal.text).toMatch(/Reading age \d\d Long words: educational, provision/)
  })

  test('stands in another language where its words were entered, and marks what is English still', async () => {
    const asked = await officer.fill(`/children/${childId}/plan/${plan.planId}/easy-language`, {
      language: 'ur',
    })
    expect(asked.location).toBe(`${copy('ur')}/words`)
    await officer.fill(`${copy('ur')}/words`, {
      'words-1': 'میں اسکول جانا چاہتا ہوں',
      'fixed-title': 'میرا منصوبہ',
      'help-1': 'ابھی میری مدد کریں',
    })
    const { html, text } = await officer.get(copy('ur'))
    expect(text).toContain('ابھی میری مدد کریں')
    expect(html).toMatch(/<span lang="en" dir="ltr">Are you in danger\? Call 999\.<\/span>/)
    expect(text).toContain('میں اسکول جانا چاہتا ہوں')
    expect(html).toMatch(/lang="ur" dir="rtl"/)
    expect(html).toMatch(/<span lang="en" dir="ltr">Ring the school<\/span>/)
    expect((await officer.get(copy())).text).toContain('Urdu')
    expect((await officer.get(copy('xx'))).status).toBe(404)
  })

  test('does not keep words for a sentence that has changed', async () => {
    const goal = `/children/${childId}/plan/${plan.planId}/goals/${plan.goals[0]?.goalId}`
    await officer.fill(goal, { words: 'Attend college', why: '', 'low-words': '', 'high-words': '' })
    expect((await officer.get(copy())).text).toContain('Attend college')
    await officer.fill(goal, {
      words: 'Attend educational provision',
      why: '',
      'low-words': '',
      'high-words': '',
    })
    expect((await officer.get(copy())).text).toContain('I want to go to school.')
  })

  test('shows both versions where two write it', async () => {
    const opened = await colleague.get(`${copy()}/words`)
    await officer.fill(`${copy()}/words`, { 'words-2': 'Olive rings the school' })
    const marks = Object.fromEntries(
      ['_csrf', '_version'].map(name => [name, hiddenValue(opened.html, name) ?? '']),
    )
    const second = await colleague.post(`${copy()}/words`, { ...marks, 'words-2': 'She rings the school' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Olive rings the school')
  })

  test('looks as its reader needs it', async () => {
    expect((await officer.get(`${copy()}?look=contrast&look=letters`)).html).toContain(
      'tl-easy-copy tl-look--contrast tl-look--letters',
    )
    expect((await officer.get(`${copy()}?look=none`)).html).not.toContain('tl-look--')
  })

  test('says on paper nothing of the child’s name, nor what the service is for', async () => {
    const { text, html, title } = await officer.get(`${copy()}?paper=yes&look=contrast`)
    expect(title).toBe('My plan')
    expect(text).toContain('rings the school')
    expect(html).toContain('tl-look--contrast')
    expect(text).not.toMatch(/Tariq|Amin|justice|Throughline|offen[cd]/i)
  })

  test('calls a worker what children call them, and says which words for others are English still', async () => {
    const paper = `${copy()}?paper=yes`
    expect((await officer.get(paper)).text).toContain('Olive Officer :')
    await service.asOwner(`insert into worker_card (service_id, user_id, called) values ($1, $2, 'Liv')`, [
      service.serviceId,
      officer.userId,
    ])
    const { text } = await officer.get(paper)
    expect(text).toContain('Liv :')
    expect(text).not.toContain('Olive Officer')
    await officer.fill(`/children/${childId}/plan/${plan.planId}/goals/${plan.goals[0]?.goalId}/steps/add`, {
      ...{ words: 'Talk about sleep', who: 'other', other: 'The school nurse' },
    })
    const before = await officer.get(copy('ur'))
    expect(before.html).toContain('<span lang="en" dir="ltr">The school nurse</span>')
    expect(before.html).toContain('<bdi>Liv</bdi>')
    const form = await officer.get(`${copy('ur')}/words`)
    const [, name = ''] = /for="([^"]+)"[^>]*>\s*The school nurse/.exec(form.html) ?? []
    await officer.fill(`${copy('ur')}/words`, { [name]: 'اسکول کی نرس' })
    const { html } = await officer.get(copy('ur'))
    expect(html).toContain('<bdi>اسکول کی نرس</bdi>')
    expect(html).not.toContain('The school nurse</span>')
  })

  test('is read by whoever reads the plan, and written by whoever writes it', async () => {
    const inspector = await service.person('inspector')
    expect((await inspector.get(copy())).status).toBe(200)
    expect((await inspector.get(`${copy()}/words`)).status).toBe(403)
    for (const role of ['business-support', 'analyst', 'victim-worker'] as const) {
      const other = await service.person(role)
      expect((await other.get(copy())).status).toBeGreaterThanOrEqual(403)
      expect((await other.get(`${copy()}/words`)).status).toBeGreaterThanOrEqual(403)
    }
  })
})
