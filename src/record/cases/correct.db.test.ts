import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion, type Taken, walkTo } from './cases.testkit.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

const screened = {
  'asked-of': ['child'],
  strengths: 'Draws well',
  worries: 'Nothing',
  communication: 'none',
  'communication-reason': 'Therapist, 2024',
  exploitation: 'no-sign',
  'danger-now': 'no',
} as const
/** The same as a page sends it. */
const typed = {
  'happened-on': '5/10/2026',
  'asked-of': ['child'],
  strengths: 'Draws well',
  worries: 'Nothing',
  communication: 'none',
  'communication-reason-none': 'Therapist, 2024',
  exploitation: 'no-sign',
  'danger-now': 'no',
  'corrected-because': 'It was the day before',
}

/** A case after these steps, with the address of the page that corrects each of them. */
async function caseWith(...steps: Taken[]) {
  const by = { serviceId: service.serviceId, userId: senior.userId }
  const it = await service.as(senior, tx => caseAfter(tx, by, diversion(), steps))
  const at = `/children/${it.childId}/cases/${it.involvementId}`
  const rows = await service.asOwner(
    'select milestone_id from milestone where involvement_id = $1 order by recorded_at, milestone_id',
    [it.involvementId],
  )
  return { ...it, at, pages: rows.map(({ milestone_id }) => `${at}/milestones/${milestone_id}/correct`) }
}

const screening: Taken = { step: 'screen', answers: screened }
const suitable: Taken = { step: 'decide', answers: { decision: 'suitable', reason: 'A mentor' } }
const offer: Taken = { step: 'offer', answers: { 'offered-to': ['child'], how: ['visit'], offered: 'Help' } }

describe('a step that was recorded wrongly', () => {
  it('is corrected by whoever may take it, with what it held filled in', async () => {
    const { at, pages, childId } = await caseWith(screening)
    const [, page = ''] = pages
    expect((await officer.get(at)).html).toContain(page)
    const form = await officer.get(page)
    expect(form.text).toContain('Recorded by Sam Senior on')
    expect(form.html).toContain('value="5/10/2026"')
    expect(form.html).toContain('Draws well')
    expect(form.html).toContain('Therapist, 2024')
    const sent = await officer.fill(page, { ...typed, strengths: 'Draws very well' })
    expect(sent.location).toBe(at)
    const after = await officer.get(at)
    expect(after.text).toContain('The step has been corrected.')
    expect(after.text).toContain('Draws very well')
    expect(after.text).toContain(
      'Corrected Saturday 21 November 2026 by Olive Officer: It was the day before',
    )
    const [event] = await service.asOwner(
      `select purpose, reason, before ->> 'words' as before, after ->> 'words' as after from audit_event
       where table_name = 'milestone' and action = 'update' and child_id = $1`,
      [childId],
    )
    expect(event).toMatchObject({ purpose: 'Corrected a step of a case', reason: 'It was the day before' })
    expect([event?.before, event?.after]).toEqual([
      expect.stringContaining('Draws well'),
      expect.stringContaining('Draws very well'),
    ])
  })

  it('moves to another day, and what was due with it', async () => {
    const { at, pages } = await caseWith(screening)
    expect((await officer.get(at)).text).toContain('Done in time')
    await officer.fill(pages[1] ?? '', { ...typed, 'happened-on': '20/11/2026' })
    const page = await officer.get(at)
    expect(page.text).toContain('Friday 20 November 2026')
    expect(page.text).toContain('Done, late by')
  })

  it('keeps its moment where the day is not touched', async () => {
    const { pages, involvementId } = await caseWith(screening)
    await officer.fill(pages[1] ?? '', { ...typed, worries: 'His mother is ill' })
    const [row] = await service.asOwner(
      `select happened_at = '2026-10-05T10:00Z' as same, version from milestone where involvement_id = $1 and step = 'screen'`,
      [involvementId],
    )
    expect(row).toEqual({ same: true, version: 2 })
  })

  it('is not corrected without saying why, and what was typed stays', async () => {
    const { pages } = await caseWith(screening)
    const answer = await officer.fill(pages[1] ?? '', {
      ...typed,
      worries: 'A typed worry',
      'corrected-because': '',
    })
    expect(answer.status).toBe(422)
    expect(answer.title).toMatch(/^Error:/)
    expect(answer.text).toContain('There is a problem')
    expect(answer.text).toContain('Say why it is corrected')
    expect(answer.html).toContain('A typed worry')
  })

  it('stands in the history question by question, before and after', async () => {
    const { pages, childId } = await caseWith(screening)
    await officer.fill(pages[1] ?? '', { ...typed, worries: 'His mother is ill' })
    const history = await senior.get(`/children/${childId}/history?show=changes`)
    expect(history.text).toContain('What are people worried about?: was Nothing , now His mother is ill')
    expect(history.text).toContain('Reason: It was the day before')
    expect(history.text).not.toContain('Case: changed by Olive Officer')
    expect(history.html).not.toContain('&quot;question&quot;')
  })
})

describe('a correction after which the case cannot have gone on as it did', () => {
  it('is refused, and the step that could not have been taken is named', async () => {
    const { pages, involvementId } = await caseWith(screening, suitable, offer)
    const answer = await senior.fill(pages[2] ?? '', {
      'happened-on': '5/10/2026',
      decision: 'not-suitable',
      'why-not': 'has-help',
      reason: 'Has help',
      'corrected-because': 'Wrong button',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(
      'After this correction “Help offered” of 5 October 2026 could not have been taken',
    )
    const [row] = await service.asOwner('select stage, ending from involvement where involvement_id = $1', [
      involvementId,
    ])
    expect(row).toEqual({ stage: 'offered', ending: null })
  })

  it('is refused for a day before the step before it, or after the step after it', async () => {
    const at = (day: string) => Temporal.Instant.from(`2026-11-${day}T12:00:00Z`)
    const { pages, involvementId } = await caseWith(
      { ...screening, at: at('10') },
      { ...suitable, at: at('12') },
      { ...offer, at: at('14') },
    )
    const decided = (day: string) =>
      senior.fill(pages[2] ?? '', {
        'happened-on': day,
        decision: 'suitable',
        reason: 'A mentor',
        'corrected-because': 'Wrong day',
      })
    expect((await decided('9/11/2026')).text).toContain(
      'It cannot have happened before 10 November 2026, when the step before it was taken',
    )
    expect((await decided('15/11/2026')).text).toContain('It cannot have happened after 14 November 2026')
    expect((await decided('22/11/2026')).text).toContain('It cannot have happened in the future')
    expect((await decided('14/11/2026')).status).toBe(303)
    // The step has a question of its own for reasons: the audit has why it was corrected.
    const rows = await service.asOwner(
      `select distinct reason from audit_event where action = 'update' and table_name in ('milestone', 'involvement')
         and row_key ->> 'involvement_id' = $1 or row_key ->> 'milestone_id' = $2`,
      [involvementId, pages[2]?.split('/').at(-2)],
    )
    expect(rows).toContainEqual({ reason: 'Wrong day' })
    expect(rows).not.toContainEqual({ reason: 'A mentor' })
  })
})

describe('what cannot be corrected', () => {
  it('is the step that opened the case: it stays as it came', async () => {
    const { at, pages } = await caseWith(screening)
    const page = await senior.get(at)
    expect(page.html).not.toContain(pages[0])
    expect(page.text).toContain('What opened the case stays as it came.')
    const answer = await senior.get(pages[0] ?? '')
    expect(answer.location).toBe(at)
    expect((await senior.get(at)).text).toContain('The step that opened the case stays as it came.')
  })

  it('is who was named as the worker: the part in the case stays with the holder', async () => {
    const { pages, involvementId } = await caseWith(...walkTo(diversion(), 'allocate', officer.userId))
    const page = pages.at(-1) ?? ''
    const form = await senior.get(page)
    expect(form.text).toContain('Olive Officer was named in this step.')
    expect(form.text).toContain('“Hand over to another worker”')
    expect(form.html).not.toContain('name="worker"')
    const sent = await senior.fill(page, {
      'happened-on': '6/10/2026',
      worker: senior.userId,
      'why-worker': 'She speaks Polish',
      'corrected-because': 'The reason was left out',
    })
    expect(sent.status).toBe(303)
    const [row] = await service.asOwner(
      `select m.answers ->> 'worker' as worker, m.words::text as words, i.holder_id as holder, w.user_id as part, w.from_at = m.happened_at as since
       from milestone m join involvement i using (service_id, involvement_id)
       join case_worker w on w.involvement_id = i.involvement_id and w.until_at is null
       where m.involvement_id = $1 and m.step = 'allocate'`,
      [involvementId],
    )
    expect(row).toMatchObject({
      worker: officer.userId,
      holder: officer.userId,
      part: officer.userId,
      since: true,
    })
    expect(row?.words).toContain('Olive Officer')
  })
})

describe('who corrects a step', () => {
  it('is whoever may take it, and seniors and managers', async () => {
    const police = await service.person('police-officer')
    const { at, pages } = await caseWith(screening, suitable, {
      step: 'inform-police',
      answers: { told: 'Help' },
    })
    const [, screen = '', decide = '', told = ''] = pages
    expect((await officer.get(decide)).status).toBe(403)
    expect((await officer.post(decide, { ...typed })).status).toBe(403)
    expect((await officer.get(at)).html).not.toContain(decide)
    expect((await police.get(told)).status).toBe(200)
    expect((await police.get(screen)).status).toBe(403)
    expect((await senior.get(told)).status).toBe(200)
    const inspector = await service.person('inspector')
    expect((await inspector.get(at)).html).not.toContain('/correct')
    expect((await inspector.get(screen)).status).toBe(403)
  })

  it('is nobody by an address of another case', async () => {
    const [one, other] = [await caseWith(screening), await caseWith(screening)]
    const milestone = other.pages[1]?.split('/').at(-2)
    expect((await senior.get(`${one.at}/milestones/${milestone}/correct`)).status).toBe(404)
    expect((await senior.get(`${one.at}/milestones/xyz/correct`)).status).toBe(404)
  })
})

test('two people who correct a step at once see both versions', async () => {
  const { pages } = await caseWith(screening)
  const [, page = ''] = pages
  const stale = await officer.get(page)
  await senior.fill(page, { ...typed, worries: 'His mother is ill' })
  const answer = await officer.post(page, {
    _version: hiddenValue(stale.html, '_version') ?? '',
    _was: hiddenValue(stale.html, '_was') ?? '',
    ...typed,
    worries: 'His brother is ill',
  })
  expect(answer.status).toBe(409)
  expect(answer.text).toContain('Sam Senior has changed this since you opened it')
  expect(answer.text).toContain('His mother is ill')
  expect(answer.text).toContain('His brother is ill')
})

test('a case that moves on while a step is being corrected is not turned back', async () => {
  const { at, pages, involvementId } = await caseWith(screening)
  const [, page = ''] = pages
  const open = await officer.get(page)
  await senior.fill(`${at}/steps/decide`, {
    'happened-on': '20/11/2026',
    decision: 'suitable',
    reason: 'A mentor',
  })
  const sent = await officer.post(page, {
    _version: hiddenValue(open.html, '_version') ?? '',
    _was: hiddenValue(open.html, '_was') ?? '',
    ...typed,
  })
  expect(sent.status).toBe(303)
  const [row] = await service.asOwner('select stage from involvement where involvement_id = $1', [
    involvementId,
  ])
  expect(row).toEqual({ stage: 'decided' })
})

test('opening the form of a correction is written down as a view', async () => {
  const { pages, childId } = await caseWith(screening)
  const [, page = ''] = pages
  await officer.get(page)
  const [row] = await service.asOwner(
    `select purpose from audit_event where action = 'view' and child_id = $1 and person_id = $2`,
    [childId, officer.userId],
  )
  expect(row).toEqual({ purpose: 'Opened the form to correct a step of a case' })
})

describe('the alerts of a step that is corrected', () => {
  const alertsOf = (childId: string) =>
    service.asOwner('select text, ended_at from child_alert where child_id = $1 order by raised_at', [
      childId,
    ])
  const danger = { ...typed, 'danger-now': 'yes', 'danger-now-reason-yes': 'His uncle' }

  it('are raised by an answer that was missing', async () => {
    const { at, pages, childId } = await caseWith(screening)
    await officer.fill(pages[1] ?? '', danger)
    expect((await officer.get(at)).text).toContain('The step has been corrected. An alert was raised.')
    expect(await alertsOf(childId)).toEqual([
      { text: 'Is anybody in danger now? Yes. His uncle', ended_at: null },
    ])
  })

  it('take over a corrected reason while they are open, and are not raised again once they have ended', async () => {
    const { pages, childId } = await caseWith(screening)
    const [, page = ''] = pages
    await officer.fill(page, danger)
    await officer.fill(page, { ...danger, 'danger-now-reason-yes': 'His cousin' })
    expect(await alertsOf(childId)).toEqual([
      { text: 'Is anybody in danger now? Yes. His cousin', ended_at: null },
    ])
    await service.asOwner('update child_alert set ended_at = now() where child_id = $1', [childId])
    await officer.fill(page, { ...danger, 'danger-now-reason-yes': 'His older cousin' })
    expect(await alertsOf(childId)).toMatchObject([{ text: 'Is anybody in danger now? Yes. His cousin' }])
  })

  it('stay until somebody ends them when the answer was wrong, and the page says so', async () => {
    const { at, pages, childId } = await caseWith(screening)
    await officer.fill(pages[1] ?? '', danger)
    await officer.fill(pages[1] ?? '', typed)
    expect((await officer.get(at)).text).toContain('still stands: end it under Safety and access')
    expect(await alertsOf(childId)).toMatchObject([{ ended_at: null }])
  })
})
