import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserFor, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion } from '../cases/cases.testkit.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson

const said = [
  ...Array.from({ length: 7 }, () => ({ fair: 'yes' })),
  ...Array.from({ length: 2 }, () => ({ fair: 'no' })),
  { fair: 'yes', best: 'The boxing, and that you rang', better: '' },
]

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
  for (const answers of said) await give(answers)
})
afterAll(() => service.close())

async function give(answers: Record<string, string>): Promise<string> {
  const { childId, involvementId } = await service.as(officer, tx =>
    caseAfter(tx, { serviceId: service.serviceId, userId: officer.userId }, diversion(), []),
  )
  const invite = `/children/${childId}/cases/${involvementId}/feedback/feedback-child/invite`
  const { text } = await officer.fill(invite, { email: '' })
  const link = /\/feedback\/[\w-]+/.exec(text)?.[0] ?? ''
  expect((await browserFor(service.server).fill(link, answers)).text).toContain('Thank you')
  return link
}

describe('what they say in a quarter', () => {
  test('is counted by answer, beside the quarter before, and what few said is not told', async () => {
    const { text } = await senior.get('/what-they-say')
    expect(text).toContain('What they say: October to December 2026')
    expect(text).toMatch(/Were we fair to you\?.*Yes few 0 A bit 0 0 No few 0 All 10 0/)
    const earlier = await senior.get('/what-they-say?quarter=2026-3')
    expect(earlier.text).toContain('What they say: July to September 2026')
    expect(earlier.text).toContain('Nobody has answered in this quarter.')
  })

  test('leaves out what was taken back', async () => {
    const link = await give({ fair: 'no' })
    expect((await senior.get('/what-they-say')).text).toContain('All 11 0')
    await browserFor(service.server).post(`${link}/take-back`, {})
    expect((await senior.get('/what-they-say')).text).toContain('All 10 0')
  })

  test('is told in words without names, and with what they are about', async () => {
    const { html, text } = await senior.get('/what-they-say')
    expect(text).toContain('The boxing, and that you rang')
    expect(text).not.toContain('Stepwise')
    const [, themes = ''] = /href="(\/what-they-say\/words\/[^"]+)"/.exec(html) ?? []
    await senior.fill(themes, { themes: ['worker', 'help'] })
    expect((await senior.get('/what-they-say')).text).toMatch(
      /What the words are about: Children About How often What helped 1 The worker 1|What the words are about: Children About How often The worker 1 What helped 1/,
    )
    await senior.fill(themes, { themes: ['worker'] })
    expect((await senior.get('/what-they-say')).text).toMatch(/About How often The worker 1/)
  })
})

test('you said, we did: written down, changed, and not before it began', async () => {
  const early = await senior.fill('/what-they-say/done/add', {
    ...{ said: 'Rooms are cold', done: 'Heaters' },
    ...{ since: '1/11/2026', ended: '1/10/2026' },
  })
  expect(early.status).toBe(422)
  await senior.fill('/what-they-say/done/add', {
    ...{ said: 'Rooms are cold', done: 'Heaters in both rooms', since: '1/11/2026', ended: '' },
  })
  const { html, text } = await senior.get('/what-they-say')
  expect(text).toContain('Rooms are cold Heaters in both rooms 1 November 2026')
  const [, entry = ''] = /href="(\/what-they-say\/done\/[0-9a-f-]{36})"/.exec(html) ?? []
  await senior.fill(entry, { said: 'Rooms are cold', done: 'New windows', since: '1/11/2026', ended: '' })
  expect((await senior.get('/what-they-say')).text).toContain('New windows')
})

describe('who reads it', () => {
  test.each([
    ['officer', 403],
    ['business-support', 403],
    ['victim-worker', 403],
    ['board-member', 200],
    ['inspector', 200],
    ['manager', 200],
  ] as const)('%s: %i', async (role, status) => {
    expect((await (await service.person(role)).get('/what-they-say')).status).toBe(status)
  })

  test('a board member reads counts and what was done, and no words', async () => {
    const { text, html } = await (await service.person('board-member')).get('/what-they-say')
    expect(text).toContain('All 10 0')
    expect(text).not.toContain('The boxing')
    expect(html).not.toContain('/what-they-say/words/')
    expect(html).not.toContain('/what-they-say/done/add')
  })
})

describe('words that tell of danger', () => {
  const whose = async () => {
    const { html } = await senior.get('/what-they-say')
    return /href="(\/what-they-say\/words\/[^"]+\/whose)"/.exec(html)?.[1] ?? ''
  }

  test('lead a senior to the child, with the reason in the child’s history', async () => {
    const at = await whose()
    const [row] = await service.asOwner('select child_id from feedback where feedback_id = $1', [
      at.split('/')[3],
    ])
    expect((await senior.fill(at, {})).text).toContain('Say who may not be safe')
    const shown = await senior.fill(at, { reason: 'He says that somebody hits him' })
    expect(shown.location).toBe(`/children/${row?.child_id}`)
    const kept = await service.asOwner(
      `select purpose, person_id from audit_event where child_id = $1 and after::text like '%somebody hits him%'`,
      [row?.child_id],
    )
    expect(kept).toMatchObject([
      { purpose: 'Asked whose words of feedback these are', person_id: senior.userId },
    ])
  })

  test('show nobody else whose they are: whoever asks from outside is told to tell a senior', async () => {
    const at = await whose()
    const asker = await service.person('participation-worker')
    const page = await asker.get('/what-they-say')
    expect(page.text).toContain('Tell a senior at once')
    expect(page.html).not.toContain('/whose')
    for (const role of ['participation-worker', 'officer', 'board-member', 'inspector'] as const)
      expect((await (await service.person(role)).get(at)).status, role).toBe(403)
  })

  test('are told of on the day, to be read', async () => {
    expect((await senior.get('/')).text).toMatch(/people have told us how it was since yesterday/)
    expect((await officer.get('/')).text).not.toContain('have told us how it was')
  })
})
