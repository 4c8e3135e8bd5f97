import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  browserFor,
  hiddenValue,
  makeTestService,
  type TestPerson,
  type TestService,
} from '../../app/testkit/service.ts'
import { caseAfter, diversion } from '../cases/cases.testkit.ts'
import type { Involvement } from '../cases/index.ts'

let service: TestService
let officer: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
})
afterAll(() => service.close())

const aCase = (): Promise<Involvement> =>
  service.as(officer, tx =>
    caseAfter(tx, { serviceId: service.serviceId, userId: officer.userId }, diversion(), []),
  )
const at = (it: Involvement, more = '') => `/children/${it.childId}/cases/${it.involvementId}${more}`

/** Makes a link as a worker does. @returns its address */
async function linkFor(it: Involvement, form = 'feedback-child', email = ''): Promise<string> {
  const { text, status } = await officer.fill(at(it, `/feedback/${form}/invite`), { email })
  expect(status).toBe(200)
  return /\/feedback\/[\w-]+/.exec(text)?.[0] ?? ''
}

const stored = async (it: Involvement) =>
  service.asOwner(
    'select answers, words, way, recorded_by, withdrawn_at from feedback where involvement_id = $1',
    [it.involvementId],
  )

describe('a child with a link', () => {
  it('answers without signing in, and the answers stand on the case', async () => {
    const it = await aCase()
    const link = await linkFor(it)
    const child = browserFor(service.server)
    const asked = await child.get(link)
    expect(asked.text).toContain('Help me now')
    const sent = await child.fill(link, { feel: 'very-good', best: 'The boxing' })
    expect(sent.text).toContain('Thank you')
    const { text } = await officer.get(at(it))
    expect(text).toContain('How was your time with us? Really good')
    expect(text).toContain('The boxing')
    expect(await stored(it)).toMatchObject([{ way: 'link', recorded_by: null }])
  })

  it('reads nothing of themselves, of the service or of offending', async () => {
    const it = await aCase()
    const { html, response } = await browserFor(service.server).get(await linkFor(it))
    expect(html).not.toMatch(/justice|offen[cd]|Stepwise|Child \d|police|Milton Brook/i)
    expect(html).not.toContain(it.childId)
    expect(response.headers['referrer-policy']).toBe('same-origin')
    expect(response.headers['cache-control']).toContain('no-store')
  })

  it('does not have to answer, and says nothing by sending nothing', async () => {
    const it = await aCase()
    const sent = await browserFor(service.server).fill(await linkFor(it), {})
    expect(sent.status).toBe(422)
    expect(await stored(it)).toEqual([])
  })

  it('answers once, and can take it back: then nobody can read it, not even in the audit', async () => {
    const it = await aCase()
    const link = await linkFor(it)
    const child = browserFor(service.server)
    await child.fill(link, { best: 'Something very private' })
    expect((await child.fill(link, {})).text).toContain('Thank you')
    const gone = await child.post(`${link}/take-back`, {})
    expect(gone.text).toContain('We have deleted what you said')
    expect(await stored(it)).toMatchObject([{ answers: {}, words: [] }])
    const audit = await service.asOwner(`select 1 from audit_event where after::text like '%very private%'
      or before::text like '%very private%'`)
    expect(audit).toEqual([])
    expect((await officer.get(at(it))).text).toContain('Taken back on')
    expect((await child.get(link)).text).toContain('We have deleted')
  })

  it('cannot answer by a link that was withdrawn, has had its time, or never was', async () => {
    const it = await aCase()
    const link = await linkFor(it)
    const [row] = await service.asOwner(
      'select invitation_id from feedback_invitation where involvement_id = $1',
      [it.involvementId],
    )
    await officer.fill(at(it, `/feedback/invitations/${row?.invitation_id}/end`), {})
    const late = await linkFor(it)
    const now = service.clock.now
    const child = browserFor(service.server)
    const spent = 'This link does not work any more'
    expect((await child.get(link)).text).toContain(spent)
    expect((await child.post(link, { best: 'Late' })).text).toContain(spent)
    service.clock.now = now.add({ hours: 24 * 28 })
    expect((await child.get(late)).text).toContain(spent)
    service.clock.now = now
    expect((await child.get('/feedback/never')).text).toContain(spent)
    expect(await stored(it)).toEqual([])
  })

  it('answers although the record is restricted, and only those named read it', async () => {
    const it = await aCase()
    const link = await linkFor(it)
    await service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
      [service.serviceId, it.childId, officer.userId],
    )
    expect((await browserFor(service.server).fill(link, { feel: 'good' })).text).toContain('Thank you')
    expect(await stored(it)).toHaveLength(1)
    expect((await officer.get(at(it))).status).toBe(404)
  })
})

test('the token of a link stands nowhere but in the link', async () => {
  const it = await aCase()
  const token = (await linkFor(it)).split('/').at(-1) ?? 'none'
  const found = await service.asOwner(
    `select 1 from audit_event where concat(before, after, row_key) like $1
     union all select 1 from feedback_invitation where encode(token_hash, 'escape') like $1`,
    [`%${token}%`],
  )
  expect(found).toEqual([])
})

describe('the form that makes a link, sent again because its answer was lost,', () => {
  const linkIn = (text: string) => /\/feedback\/[\w-]+/.exec(text)?.[0] ?? ''
  const links = (it: Involvement) =>
    service.asOwner('select from feedback_invitation where involvement_id = $1', [it.involvementId])

  /** Opens the form. @returns what sends it, as often as it is called */
  async function formFor(it: Involvement, email: string) {
    const address = at(it, '/feedback/feedback-parent/invite')
    const { html } = await officer.get(address)
    const marks = { _csrf: hiddenValue(html, '_csrf') ?? '', _once: hiddenValue(html, '_once') ?? '' }
    return (to = email) => officer.post(address, { ...marks, email: to })
  }

  it('makes one link, and shows the one that works', async () => {
    const it = await aCase()
    const send = await formFor(it, '')
    const answers = [(await send()).text, (await send()).text]
    const [first = '', second = ''] = answers.map(linkIn)
    const toldOfTheOther = answers.map(text => text.includes('that one does not work any more'))
    expect(toldOfTheOther).toEqual([false, true])
    expect(await links(it)).toHaveLength(1)
    const browser = browserFor(service.server)
    expect((await browser.get(first)).text).toContain('This link does not work any more')
    expect((await browser.fill(second, { best: 'They listened' })).text).toContain('Thank you')
    expect((await send()).text).toContain('somebody has answered by the link')
    expect(await links(it)).toHaveLength(1)
  })

  it('writes to nobody twice, and leaves the link that was sent as it is', async () => {
    const it = await aCase()
    const send = await formFor(it, 'gran@home.example')
    const link = linkIn((await send()).text)
    const again = await send()
    expect(again.text).toContain('is sent by e-mail, once')
    expect(linkIn(again.text)).toBe('')
    const messages = (to: string) => service.asOwner('select from message where to_address = $1', [to])
    expect(await messages('gran@home.example')).toHaveLength(1)
    expect((await browserFor(service.server).get(link)).status).toBe(200)
    // Somebody else was meant: another link.
    await send('uncle@home.example')
    expect(await messages('uncle@home.example')).toHaveLength(1)
    expect(await links(it)).toHaveLength(2)
  })

  it('makes a new link where the first has been withdrawn', async () => {
    const it = await aCase()
    const send = await formFor(it, '')
    await send()
    const [row] = await service.asOwner(
      'select invitation_id from feedback_invitation where involvement_id = $1',
      [it.involvementId],
    )
    await officer.fill(at(it, `/feedback/invitations/${row?.invitation_id}/end`), {})
    await browserFor(service.server).fill(linkIn((await send()).text), { best: 'They listened' })
    expect(await stored(it)).toHaveLength(1)
  })
})

test('a link can be sent by e-mail, in words that say nothing of the child', async () => {
  const it = await aCase()
  await linkFor(it, 'feedback-referrer', 'teacher@school.example')
  const [message] = await service.asOwner(
    `select body, about_child from message where to_address = 'teacher@school.example'`,
  )
  expect(message?.about_child).toBe(true)
  expect(message?.body).not.toMatch(/Stepwise|Child \d/)
})

describe('a worker', () => {
  it('types in what was said on paper, and deletes it when they want it back', async () => {
    const it = await aCase()
    const write = at(it, '/feedback/feedback-parent/write')
    expect((await officer.fill(write, { 'said-how': 'paper' })).text).toContain('Type in at least one answer')
    const sent = await officer.fill(write, { 'said-how': 'paper', listened: 'a-bit' })
    expect(sent.status).toBe(303)
    expect((await officer.get(at(it))).text).toContain('Were you listened to? A bit')
    const [row] = await service.asOwner('select feedback_id from feedback where involvement_id = $1', [
      it.involvementId,
    ])
    await officer.fill(at(it, `/feedback/given/${row?.feedback_id}/take-back`), {})
    expect(await stored(it)).toMatchObject([{ answers: {}, words: [] }])
  })

  it('prints the form: nothing on it says whom it is about', async () => {
    const { text } = await officer.get('/feedback-forms/feedback-child')
    expect(text).toContain('How was it for you?')
    expect(text).toContain('Help me now')
    expect((await officer.get('/feedback-forms/none')).status).toBe(404)
  })

  it('without the permission neither reads nor records it', async () => {
    const it = await aCase()
    await officer.fill(at(it, '/feedback/feedback-child/write'), { 'said-how': 'device', best: 'The trips' })
    const police = await service.person('police-officer')
    expect((await police.get(at(it))).text).not.toContain('The trips')
    expect((await police.get(at(it, '/feedback/feedback-child/invite'))).status).toBe(403)
    const support = await service.person('business-support')
    expect((await support.get(at(it))).text).not.toContain('The trips')
    expect((await support.get(at(it, '/feedback/feedback-child/write'))).status).toBe(200)
  })
})
