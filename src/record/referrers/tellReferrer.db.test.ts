import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'

let service: TestService
let senior: TestPerson
let manager: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
  manager = await service.person('manager')
})
afterAll(() => service.close())

let sent = 0
const referral = {
  received: '16/11/2026',
  'referrer-name': 'Bronwen Achebe',
  'referrer-post': 'Head of year, Brook School',
  'strengths-seen': 'Runs fast',
  'worried-about': ['school'],
  'what-happened': 'Sent home twice',
  'child-knows': 'both',
}

/** A referral that waits. @returns its address, and the address to which its sender is told */
async function refer(change: Record<string, string> = {}) {
  sent += 1
  const to = `school${sent}@brook.example`
  const saved = await senior.fill('/arrivals/new/school-or-college', {
    ...referral,
    'family-name': `Quillon${'abcdefghijklmnopq'[sent]}`,
    'referrer-email': to,
    'their-reference': `B/${sent}`,
    ...change,
  })
  expect(saved.status).toBe(303)
  return { at: saved.location ?? '', to: change['referrer-email'] ?? to }
}

/** The messages to somebody, the first first. */
async function messagesTo(to: string): Promise<string[]> {
  const rows = await service.asOwner(
    'select subject, body from message where to_address = $1 order by message_id',
    [to],
  )
  return rows.map(({ subject, body }) => `${subject}: ${body}`)
}

const screening = {
  'asked-of': ['child'],
  strengths: 'Runs fast',
  worries: 'Nothing',
  communication: 'to-be-assessed',
  exploitation: 'no-sign',
  'shared-with-hub': '17/11/2026',
  'danger-now': 'no',
}
const accepting = { 'accepted-by': ['child'], hopes: 'To run', sharing: 'yes' }
const declining = { 'declined-by': ['child'], 'why-declined': ['no-need'], 'in-their-words': 'Leave me be' }

/** Takes steps in a case, each by the page, all on one day. */
async function go(at: string, ...steps: [string, Record<string, string | string[]>][]) {
  let last: Awaited<ReturnType<TestPerson['fill']>> | undefined
  for (const [step, fields] of steps) {
    last = await senior.fill(`${at}/steps/${step}`, { 'happened-on': '21/11/2026', ...fields })
    expect(last.status, `${step}: ${last.text.slice(0, 600)}`).toBe(303)
  }
  return last
}

async function openCase(change: Record<string, string> = {}) {
  const it = await refer(change)
  const opened = await senior.fill(it.at, { child: 'new' })
  const at = opened.location ?? ''
  await go(at, ['screen', screening])
  return { ...it, at }
}
const suitable: [string, Record<string, string>] = ['triage', { decision: 'suitable', reason: 'Asks for it' }]
const offering: [string, Record<string, string[] | string>] = [
  'offer',
  { 'offered-to': ['child'], how: ['visit'], offered: 'Twelve weeks' },
]

describe('whoever referred a child', () => {
  test('is told when it is taken up, when the child says yes, and when it ends; the case shows what and when', async () => {
    const { at, to } = await openCase()
    expect(await messagesTo(to)).toEqual([])
    await go(at, suitable)
    expect((await senior.get(at)).text).toContain('Whoever sent the child is told by e-mail.')
    await go(at, offering, ['accept', accepting])
    expect(await messagesTo(to)).toEqual([
      expect.stringContaining('We have taken it up.'),
      expect.stringContaining('The child has said yes to our help.'),
    ])
    const page = await senior.get(at)
    expect(page.text).toContain('Sent by Bronwen Achebe, Head of year, Brook School')
    expect(page.text).toContain('That we contact the child and offer help (the message waits to be sent)')
    expect(page.text).toContain('Told on Saturday 21 November 2026')
  })

  test('is not told who said no, nor why, nor the child’s name', async () => {
    const { at, to } = await openCase({ 'first-name': 'Hedda' })
    await go(at, suitable, offering, ['decline', declining])
    const messages = await messagesTo(to)
    expect(messages).toHaveLength(2)
    expect(messages[1]).toContain('We have closed the case before any work began')
    expect(messages.join()).not.toMatch(/said no|Leave me be|Hedda|Quillon|see no need/)
  })

  test('is told nothing of a case that was recorded in error', async () => {
    const { at, to } = await openCase()
    await go(at, [
      'close',
      {
        outcome: 'recorded-in-error',
        'outcome-reason-recorded-in-error': 'Another child',
        'family-told': 'no',
      },
    ])
    expect(await messagesTo(to)).toEqual([])
  })

  test('is written to in words that an administrator does not read', async () => {
    const { at, to } = await openCase({ 'first-name': 'Isolde' })
    await go(at, suitable)
    const admin = await service.person('administrator')
    const list = await admin.get('/admin/messages')
    expect(list.text).toContain(to)
    const [row] = await service.asOwner('select message_id from message where to_address = $1', [to])
    const message = await admin.get(`/admin/messages/${row?.message_id}`)
    expect(message.text).toContain('Its text is not shown here')
    expect(message.text).not.toMatch(/taken it up|I\. Q\./)
  })

  test('is told that another service is the right one, or that nothing is needed', async () => {
    const one = await openCase()
    await go(one.at, [
      'triage',
      { decision: 'signposted', 'signposted-to': 'Housing', reason: 'Needs a home', 'family-told': 'Visit' },
    ])
    expect(await messagesTo(one.to)).toEqual([expect.stringContaining('another service can help better')])
    const other = await openCase()
    await go(other.at, [
      'triage',
      { decision: 'not-suitable', 'why-not': 'has-help', reason: 'Has a mentor', 'family-told': 'Visit' },
    ])
    const [message = ''] = await messagesTo(other.to)
    expect(message).toContain('Nothing more is needed from us')
    expect(message).not.toContain('mentor')
  })

  test('is told nothing twice: not of the same step, and not the same thing again', async () => {
    const { at, to } = await openCase()
    await go(at, suitable)
    const twice = await senior.post(`${at}/steps/triage`, { 'happened-on': '21/11/2026', ...suitable[1] })
    expect(twice.status).not.toBe(303)
    await go(at, ['not-reached', { attempts: '3', how: ['visit'], 'asked-others': 'School' }])
    await go(at, ['reopen', { 'reopened-to': 'where-it-stood', 'why-reopened': 'By mistake' }])
    await go(at, ['not-reached', { attempts: '4', how: ['visit'], 'asked-others': 'School' }])
    expect(await messagesTo(to)).toHaveLength(2)
  })

  test('is told nothing after the child has not agreed to it, and the case says so', async () => {
    const { at, to } = await openCase()
    await go(at, suitable, offering, ['accept', { ...accepting, sharing: 'no' }], ['decline', declining])
    expect(await messagesTo(to)).toHaveLength(1)
    expect((await senior.get(at)).text).toContain('have not agreed that we talk with every service')
  })

  test('is told nothing without an address', async () => {
    const { at } = await openCase({ 'referrer-email': '' })
    await go(at, suitable)
    const page = await senior.get(at)
    expect(page.text).toContain('Not told by e-mail There is no work e-mail address.')
    expect(page.text).not.toContain('is told by e-mail.')
  })

  test('is told nothing of a record that is restricted', async () => {
    const { at, to } = await openCase()
    const [, child = ''] = /children\/([^/]+)/.exec(at) ?? []
    const restricted = await manager.fill(`/children/${child}/safety/restrict`, {
      reason: 'A relative works here',
      people: [senior.userId],
    })
    expect(restricted.status, restricted.text.slice(0, 900)).toBe(303)
    await go(at, suitable)
    expect(await messagesTo(to)).toEqual([])
    expect((await senior.get(at)).text).toContain('This record is restricted.')
  })
})

describe('a referral that is closed without a case', () => {
  test('asks whether to tell whoever sent it, and tells them why as far as they may know', async () => {
    const { at, to } = await refer()
    expect((await senior.fill(`${at}/close`, { why: 'Sent twice' })).status).toBe(422)
    const closed = await senior.fill(`${at}/close`, { why: 'Not a child of this area', tell: 'yes' })
    expect(closed.status).toBe(303)
    expect(await messagesTo(to)).toEqual([
      expect.stringContaining('We have not opened a case. The child does not live in our area.'),
    ])
  })

  test('passes on no words of ours', async () => {
    const { at, to } = await refer()
    await senior.fill(`${at}/close`, { why: 'Other', 'why-reason-Other': 'The mother rang us', tell: 'yes' })
    const [message = ''] = await messagesTo(to)
    expect(message).toContain('We have not opened a case.')
    expect(message).not.toContain('mother')
  })

  test('tells nobody where that was chosen, and does not ask where nobody can be told', async () => {
    const one = await refer()
    await senior.fill(`${one.at}/close`, { why: 'Withdrawn', tell: 'no' })
    expect(await messagesTo(one.to)).toEqual([])
    const other = await refer({ 'referrer-email': '' })
    expect((await senior.get(`${other.at}/close`)).text).not.toContain('Tell whoever sent it')
    expect((await senior.fill(`${other.at}/close`, { why: 'Withdrawn' })).status).toBe(303)
  })
})
