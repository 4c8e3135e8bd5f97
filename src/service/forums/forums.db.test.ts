import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { practice } from '../../app/testkit/practice.ts'
import { makeForums } from './forums.testkit.ts'

let t: Awaited<ReturnType<typeof makeForums>>
beforeAll(async () => {
  t = await makeForums()
})
afterAll(() => t.service.close())

const because = { why: 'Two fights at school in a week', hopes: '', knows: 'yes' }
const today = '21/11/2026'

/** Brings a child to a meeting of today. */
async function broughtTo(forum: string, meeting: string, more: Record<string, string> = {}) {
  const child = await t.aChild()
  const meetingId = meeting.split('/').at(-1) ?? ''
  const sent = await t.officer.fill(`/children/${child.childId}/panels/bring/${forum}`, {
    meeting: meetingId,
    case: child.involvementId,
    ...because,
    ...more,
  })
  expect(sent.location, sent.text).toBe(`/children/${child.childId}/panels`)
  const [row] = await t.service.asOwner('select item_id from forum_item where child_id = $1', [child.childId])
  return { ...child, item: `/panels/${forum}/items/${row?.item_id}`, itemId: String(row?.item_id) }
}

describe('the calendar of a meeting', () => {
  it('offers the days by its cadence and says which are bank holidays', async () => {
    const page = await t.senior.get('/panels/joint-decision-panel/plan')
    expect(page.text).toContain('Thursday 26 November 2026')
    expect(page.text).toContain('Thursday 3 December 2026')
    const planned = await t.senior.fill('/panels/joint-decision-panel/plan', {
      days: ['2026-12-03', '2026-12-10'],
      place: 'Room 1',
      joins: '',
    })
    expect(planned.location).toBe('/panels/joint-decision-panel')
    const { text } = await t.senior.get('/panels/joint-decision-panel')
    expect(text).toMatch(/Thursday 3 December 2026, 10am.*Room 1/)
    expect((await t.senior.get('/panels/joint-decision-panel/plan')).text).not.toContain(
      'Thursday 10 December',
    )
  })

  it('plans no meeting twice', async () => {
    await t.aMeeting('channel', '01/12/2026')
    const again = await t.senior.fill('/panels/channel/add', {
      day: '01/12/2026',
      at: '10:00',
      minutes: '60',
      place: '',
      joins: '',
    })
    expect(again.status).toBe(422)
    expect(again.text).toContain('It meets on this day at this time already')
  })

  it('lets what was on the agenda of a meeting that is called off go to the next', async () => {
    const off = await t.aMeeting('legacy-panel', '10/12/2026')
    const next = await t.aMeeting('legacy-panel', '14/01/2027')
    const { itemId } = await broughtTo('legacy-panel', off, { since: '01/09/2026', hours: '10' })
    await t.senior.fill(`${off}/call-off`, { why: 'Snow' })
    const [row] = await t.service.asOwner('select meeting_id from forum_item where item_id = $1', [itemId])
    expect(next.endsWith(String(row?.meeting_id))).toBe(true)
    expect((await t.senior.get(off)).text).toContain('Snow')
  })
})

describe('who sees a meeting', () => {
  it('is nobody from outside before they hold a seat, and not after their last day', async () => {
    const meeting = await t.aMeeting('youth-risk-meeting', '01/12/2026')
    expect((await t.health.get(meeting)).text).toContain('Nothing stands on the agenda yet')
    const { itemId } = await broughtTo('youth-risk-meeting', meeting)
    // A health worker may bring a child to it, and sees of its agenda only what they have brought.
    expect((await t.health.get(meeting)).text).not.toContain('Ada Brook')
    expect((await t.health.get(`/panels/youth-risk-meeting/items/${itemId}`)).status).toBe(404)
    await t.seat('youth-risk-meeting', 'health', t.health)
    expect((await t.health.get(meeting)).text).toContain('Ada Brook')
    expect((await t.health.get(`/panels/youth-risk-meeting/items/${itemId}/decide`)).status).toBe(403)
    await t.service.asOwner(
      `update forum_seat_holder set from_on = '2026-01-01', until_on = '2026-11-20' where user_id = $1`,
      [t.health.userId],
    )
    expect((await t.health.get(meeting)).text).not.toContain('Ada Brook')
  })

  it('and nobody who has nothing to do with it', async () => {
    const victim = await t.service.person('victim-worker')
    expect((await victim.get('/panels/board')).status).toBe(404)
    expect((await victim.get('/panels')).text).toContain('You sit in no meeting')
    const admin = await t.service.person('administrator')
    expect((await admin.get('/panels')).status).toBe(403)
  })

  it('writes a view of every child on the agenda', async () => {
    const meeting = await t.aMeeting('cmet-touchdown', '07/12/2026')
    const { childId } = await broughtTo('cmet-touchdown', meeting)
    await t.senior.get(meeting)
    expect(await t.service.viewsOf(childId, t.senior)).toContain(
      'On an agenda: Children Missing, Exploited or Trafficked: touchdown meeting',
    )
  })

  it('leaves out a child whose record is hidden from the reader', async () => {
    const meeting = await t.aMeeting('ete-panel', '08/12/2026')
    const { childId, item } = await broughtTo('ete-panel', meeting)
    const manager = await t.service.person('manager', 'Mia Manager')
    await manager.fill(`/children/${childId}/safety/restrict`, {
      reason: 'A relative works here.',
      people: [],
    })
    expect((await t.senior.get(meeting)).text).not.toContain('Ada Brook')
    expect((await t.senior.get(item)).status).toBe(404)
    expect((await manager.get(meeting)).text).toContain('Ada Brook')
  })
})

describe('a child is brought', () => {
  it('once to one agenda, with the reasons', async () => {
    const meeting = await t.aMeeting('risk-management-meeting', '02/12/2026')
    const { childId, involvementId, item } = await broughtTo('risk-management-meeting', meeting)
    const again = await t.officer.fill(`/children/${childId}/panels/bring/risk-management-meeting`, {
      meeting: meeting.split('/').at(-1) ?? '',
      case: involvementId,
      ...because,
    })
    expect(again.text).toContain('The child stands on this agenda already')
    expect((await t.officer.get(item)).text).toContain('Two fights at school in a week')
    expect((await t.officer.get(`/children/${childId}/panels`)).text).toContain('Risk management meeting')
  })

  it('and taken off with the reason, which stays', async () => {
    const meeting = await t.aMeeting('risk-management-meeting', '03/12/2026')
    const { item } = await broughtTo('risk-management-meeting', meeting)
    await t.senior.fill(`${item}/withdraw`, { why: 'The family has moved away' })
    expect((await t.senior.get(item)).text).toContain('The family has moved away')
    expect((await t.senior.get(meeting)).text).toContain('Nothing stands on the agenda yet')
  })

  it('and moved on the agenda, which moves the others', async () => {
    const meeting = await t.aMeeting('risk-management-meeting', '04/12/2026')
    const [first, second, third] = [
      await broughtTo('risk-management-meeting', meeting),
      await broughtTo('risk-management-meeting', meeting),
      await broughtTo('risk-management-meeting', meeting),
    ]
    await t.senior.fill(`${third.item}/move`, { meeting: meeting.split('/').at(-1) ?? '', place: '1' })
    const rows = await t.service.asOwner(
      'select item_id from forum_item where meeting_id = $1 order by place',
      [meeting.split('/').at(-1)],
    )
    expect(rows.map(({ item_id }) => item_id)).toEqual([third.itemId, first.itemId, second.itemId])
  })
})

describe('a decision', () => {
  const plan = { 'plan-agreed--plan': 'Two hours a day from January', 'plan-agreed--hours': '10' }

  it('is not written down before the meeting has been', async () => {
    const meeting = await t.aMeeting('ete-panel', '15/12/2026')
    const { item } = await broughtTo('ete-panel', meeting)
    expect((await t.senior.get(`${item}/decide`)).status).toBe(303)
  })

  it('brings an education plan back eight weeks later, once', async () => {
    const meeting = await t.aMeeting('ete-panel', today)
    const { item, itemId } = await broughtTo('ete-panel', meeting)
    const said = { decision: 'plan-agreed', ...plan, reasons: 'All agree', dissent: '' }
    const sent = await t.senior.fill(`${item}/decide`, said)
    expect(sent.location, sent.text).toBe(item)
    const back = () =>
      t.service.asOwner('select due_on::text, meeting_id, state from forum_item where follows_id = $1', [
        itemId,
      ])
    expect(await back()).toEqual([{ due_on: '2027-01-16', meeting_id: null, state: 'waiting' }])
    // Other words for the same decision set nothing in motion twice.
    await t.senior.fill(`${item}/decide`, { ...said, reasons: 'All agree, the school too' })
    expect(await back()).toHaveLength(1)
    expect((await t.senior.get(item)).text).toContain('All agree, the school too')
    // A meeting that is planned later takes it on.
    const later = await t.aMeeting('ete-panel', '26/01/2027')
    expect((await back())[0]?.meeting_id).toBe(later.split('/').at(-1))
    // Another decision takes it back.
    await t.senior.fill(`${item}/decide`, { decision: 'no-further', reasons: 'A mistake', dissent: '' })
    expect((await back())[0]?.state).toBe('withdrawn')
  })

  it('that somebody else has written down since is not written over', async () => {
    const meeting = await t.aMeeting('cmet-touchdown', today)
    const { item, itemId } = await broughtTo('cmet-touchdown', meeting)
    const stale = { decision: 'no-further', reasons: 'Mine', dissent: '', _version: '1' }
    await t.service.asOwner(
      `update forum_item set state = 'decided', decision = 'panel', reasons = 'Theirs', decided_by = $2, decided_at = now(),
         version = version + 1 where item_id = $1`,
      [itemId, t.officer.userId],
    )
    const sent = await t.senior.fill(`${item}/decide`, stale)
    expect(sent.text).toContain('Theirs')
    expect(sent.text).toContain('Mine')
  })
})

test.each(practice.forums)('$title meets, and every decision of it can be written down', async forum => {
  const at = '08:00'
  const meeting = await t.aMeeting(forum.id, today, at)
  const child = forum.agenda.includes('child')
  const answer = (
    fields: Record<string, { kind: string; options?: readonly { value: string }[]; min?: number }>,
    prefix = '',
  ) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        `${prefix}${name}`,
        field.kind === 'choice'
          ? (field.options?.[0]?.value ?? '')
          : field.kind === 'number'
            ? String(field.min ?? 1)
            : field.kind === 'date'
              ? '01/09/2026'
              : 'Said at the meeting',
      ]),
    )
  for (const [id, decision] of Object.entries(forum.decisions)) {
    const bringer = child ? t.officer : t.senior
    const meetingId = meeting.split('/').at(-1) ?? ''
    if (child) {
      const canBring = forum.referredBy.includes('officer') ? bringer : t.senior
      const { childId, involvementId } = await t.aChild(id)
      await canBring.fill(`/children/${childId}/panels/bring/${forum.id}`, {
        meeting: meetingId,
        case: involvementId,
        ...answer(forum.referral as never),
      })
    } else {
      const sent = await bringer.fill(`/panels/${forum.id}/paper`, {
        title: id,
        meeting: meetingId,
        ...answer(forum.referral as never),
      })
      expect(sent.status, sent.text).toBe(303)
    }
    const [row] = await t.service.asOwner(
      'select item_id from forum_item where meeting_id = $1 and decision is null order by place desc limit 1',
      [meetingId],
    )
    const item = `/panels/${forum.id}/items/${row?.item_id}`
    const sent = await t.senior.fill(`${item}/decide`, {
      decision: id,
      ...answer((decision.asks ?? {}) as never, `${id}--`),
      reasons: 'For the reasons that were given',
      dissent: '',
    })
    expect(sent.location, `${id}: ${sent.text}`).toBe(item)
    expect((await t.senior.get(item)).text).toContain(decision.title)
  }
  const { text } = await t.senior.get(meeting)
  expect(text).not.toContain('Not decided yet')
})
