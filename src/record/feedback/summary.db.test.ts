import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserFor, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { type Role, roles, rolesWith } from '../../platform/access/index.ts'
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

  test('lead a senior to the child, with the reason kept behind the wall of those who may ask', async () => {
    const at = await whose()
    const [row] = await service.asOwner('select child_id from feedback where feedback_id = $1', [
      at.split('/')[3],
    ])
    expect((await senior.fill(at, {})).text).toContain('Say who may not be safe')
    const shown = await senior.fill(at, { why: 'He says that somebody hits him' })
    expect(shown.location).toBe(`/children/${row?.child_id}`)
    const told = await service.asOwner(
      `select purpose, person_id, after::text like '%hits him%' as is_told from audit_event
       where child_id = $1 and table_name = 'feedback_whose'`,
      [row?.child_id],
    )
    expect(told).toEqual([
      { purpose: 'Asked whose words of feedback these are', person_id: senior.userId, is_told: false },
    ])
  })

  test.each(roles.map(role => [role]))(
    'why it was asked, in the database as in the program: %s',
    async role => {
      const person = await service.person(role as Role)
      const rows = await service.as(person, tx => tx.selectFrom('feedback_whose').select('reason').execute())
      expect(rows.length > 0).toBe(rolesWith('feedback.whose').includes(role as Role))
    },
  )

  test('show nobody else whose they are: whoever asks from outside is told to tell a senior', async () => {
    const at = await whose()
    const asker = await service.person('participation-worker')
    const page = await asker.get('/what-they-say')
    expect(page.text).toContain('Tell a senior at once')
    expect(page.html).not.toContain('/whose')
    for (const role of ['participation-worker', 'officer', 'board-member', 'inspector'] as const)
      expect((await (await service.person(role)).get(at)).status, role).toBe(403)
  })

  test('stand on the day until somebody who can see whose they are has read them, over a weekend and a quarter', async () => {
    await give({ better: 'My dad hits me' })
    await service.asOwner(`update feedback set given_at = '2026-12-31T19:00:00Z'
      where answers ->> 'better' = 'My dad hits me'`)
    const { now } = service.clock
    service.clock.now = Temporal.Instant.from('2027-01-04T09:00:00Z')
    const reader = await service.person('senior')
    const asker = await service.person('participation-worker')
    const other = await service.person('officer')
    const day = await reader.get('/')
    expect(day.text).toContain('2 people have told us in words how it was , the first on 21 November 2026')
    expect(day.html).toContain('href="/what-they-say/to-read"')
    expect((await asker.get('/')).html).toContain('href="/what-they-say?quarter=2026-4"')
    expect((await other.get('/')).text).not.toContain('told us in words')
    const page = await reader.get('/what-they-say/to-read')
    expect(page.text).toContain('“My dad hits me”')
    expect(page.text).not.toContain('Stepwise')
    expect(page.html).toMatch(/href="\/what-they-say\/words\/[^"]+\/better\/whose"/)
    expect((await reader.fill('/what-they-say/to-read', {})).text).toContain('Choose what you have read')
    const ids = [...page.html.matchAll(/value="([0-9a-f-]{36})"/g)].map(([, id]) => String(id))
    expect(ids).toHaveLength(2)
    await reader.fill('/what-they-say/to-read', { read: [ids[0] ?? ''] })
    expect((await reader.get('/')).text).toContain(
      '1 person has told us in words how it was , on 31 December 2026',
    )
    await reader.fill('/what-they-say/to-read', { read: [ids[1] ?? ''] })
    expect((await reader.get('/')).text).not.toContain('told us in words')
    expect((await reader.get('/what-they-say/to-read')).location).toBe('/what-they-say')
    service.clock.now = now
  })

  test('are marked as read by nobody who cannot see whose they are', async () => {
    for (const role of ['participation-worker', 'officer', 'board-member', 'inspector'] as const)
      expect((await (await service.person(role)).get('/what-they-say/to-read')).status, role).toBe(403)
  })
})
