import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hiddenValue } from '../../app/testkit/service.ts'
import { type Group, type Groups, given, makeGroups } from './groups.testkit.ts'

let t: Groups
let g: Group
beforeAll(async () => {
  t = await makeGroups()
})
beforeEach(async () => {
  g = await t.aGroup()
})
afterAll(() => t.service.close())

describe('attendance', () => {
  it('of ten children is recorded on one page and saved together', async () => {
    const session = await g.plan('17/11/2026')
    const came = Object.fromEntries(given.slice(0, 7).map(name => [name, { went: 'kept' }]))
    const saved = await g.send(
      `${session}/attendance`,
      await g.attendance({
        ...came,
        Ada: { went: 'kept', word: 'Led the warm-up' },
        Hal: { went: 'missed', cause: 'forgot' },
        Ivy: { went: 'acceptable', cause: 'ill', word: 'Her mother rang' },
        Jo: { went: 'cancelled', word: 'On a school trip' },
      }),
    )
    expect(saved.location).toBe(session)
    expect((await g.officer.get(session)).text).toContain('Attendance of 10 children has been saved.')
    expect((await g.appointments()).map(({ state }) => state)).toEqual([
      ...Array(7).fill('kept'),
      'missed',
      'missed',
      'cancelled',
    ])
    expect((await g.officer.get(g.group)).text).toMatch(/Olive Officer 7 2 Recorded/)
    expect((await g.officer.get('/groups')).text).toContain('7 of 9')
  })

  it('is one press where everybody came, from the page of the session', async () => {
    const session = await g.plan('17/11/2026')
    const { html } = await g.officer.get(session)
    expect(html).toContain('All 10 came')
    const sent = {
      _csrf: hiddenValue(html, '_csrf') ?? '',
      _version: hiddenValue(html, '_version') ?? '',
      _was: hiddenValue(html, '_was') ?? '',
      others: 'came',
    }
    expect((await g.officer.post(`${session}/attendance`, sent)).location).toBe(session)
    expect(new Set((await g.appointments()).map(({ state }) => state))).toEqual(new Set(['kept']))
    expect((await g.officer.get(session)).html).not.toContain('All 10 came')
    // Of a page that shows no longer what is so nothing is saved.
    const again = await g.colleague.post(`${session}/attendance`, {
      ...sent,
      _csrf: hiddenValue((await g.colleague.get(`${session}/attendance`)).html, '_csrf') ?? '',
    })
    expect(again.status).toBe(409)
  })

  it('is said of everybody else in one press, and what was said of a child holds', async () => {
    const session = await g.plan('17/11/2026')
    const typed = await g.attendance({
      Hal: { went: 'missed', cause: 'forgot' },
      Ivy: { went: 'kept', word: 'Led' },
    })
    await g.send(`${session}/attendance`, { ...typed, others: 'came' })
    expect((await g.appointments()).map(({ state }) => state)).toEqual([
      ...Array(7).fill('kept'),
      'missed',
      'kept',
      'kept',
    ])
    expect((await g.officer.get(session)).text).toContain('Led')
  })

  it('stands in the child’s contacts, chronology, throughline and clocks as any appointment does', async () => {
    const session = await g.plan('17/11/2026')
    await g.send(`${session}/attendance`, await g.attendance({ Hal: { went: 'missed', cause: 'forgot' } }))
    const { childId, involvementId } = g.child(7)
    expect((await g.officer.get(`/children/${childId}/contacts`)).text).toContain('Missed, not followed up')
    expect((await g.officer.get(`/children/${childId}/chronology`)).text).toContain('Group session')
    expect((await g.officer.get(`/children/${childId}/throughline`)).text).toContain('Group session')
    const events = await t.service.asOwner('select step from clock_event where involvement_id = $1', [
      involvementId,
    ])
    expect(events).toEqual([{ step: 'appointment-missed' }])
  })

  it('asks for a reason by the name of the child, and keeps what was said of the others', async () => {
    const session = await g.plan('17/11/2026')
    const typed = await g.attendance({
      Ada: { went: 'kept', word: 'Well' },
      Bo: { went: 'missed' },
      Cy: { went: 'cancelled' },
    })
    const refused = await g.send(`${session}/attendance`, typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`Choose why ${g.child(1).name} missed it`)
    expect(refused.html).toContain('value="Well"')
    expect((await g.appointments()).every(({ state }) => state === 'planned')).toBe(true)
  })

  it('of two who record it at once: the second sees which children differ, and nothing is written over', async () => {
    const session = await g.plan('17/11/2026')
    const opened = await g.colleague.get(`${session}/attendance`)
    await g.send(`${session}/attendance`, await g.attendance({ Ada: { went: 'kept' }, Bo: { went: 'kept' } }))
    const second = await g.colleague.post(`${session}/attendance`, {
      ...(await g.attendance({ Ada: { went: 'missed', cause: 'ill' }, Cy: { went: 'kept' } })),
      _version: hiddenValue(opened.html, '_version') ?? '',
      _was: hiddenValue(opened.html, '_was') ?? '',
    })
    expect(second.status).toBe(409)
    expect(second.text).toContain(`${g.child(0).name} Came Missed`)
    expect(second.text).not.toContain(`${g.child(1).name} Came Nothing`)
    expect((await g.appointments()).map(({ state }) => state).slice(0, 3)).toEqual([
      'kept',
      'kept',
      'planned',
    ])
  })

  it('that stands as it was is not written again', async () => {
    const session = await g.plan('17/11/2026')
    const typed = await g.attendance({ Ada: { went: 'kept', word: 'Well' } })
    await g.send(`${session}/attendance`, typed)
    await g.send(`${session}/attendance`, {
      ...typed,
      ...(await g.attendance({ Bo: { went: 'kept' } })),
    })
    expect((await g.appointments()).map(({ version }) => version).slice(0, 3)).toEqual([2, 2, 1])
  })

  it('is not recorded before the session has begun', async () => {
    const session = await g.plan('24/11/2026')
    expect((await g.officer.get(`${session}/attendance`)).location).toBe(session)
  })

  it('of a child of whom nobody knows yet why is neither acceptable nor not', async () => {
    const session = await g.plan('17/11/2026')
    await g.send(
      `${session}/attendance`,
      await g.attendance({ Hal: { went: 'not-known', cause: 'not-known' } }),
    )
    const [row] = await t.service.asOwner(
      `select reason_is_acceptable as ok, reason_judged_by as by from appointment where child_id = $1`,
      [g.child(7).childId],
    )
    expect(row).toEqual({ ok: null, by: null })
    const opened = await g.officer.get(`${session}/attendance`)
    expect(opened.html).toContain('<option value="not-known" selected')
    const list = await g.officer.get('/appointments?state=to-follow-up')
    expect(list.text).toContain(g.child(7).name)
  })

  it('says whose follow-up is overdue at once, and keeps what was said of everybody else', async () => {
    const session = await g.plan('17/11/2026')
    const typed = { ...(await g.attendance({ Hal: { went: 'missed', cause: 'forgot' } })), others: 'came' }
    const asked = await g.officer.fill(`${session}/attendance`, typed)
    expect(asked.text).toContain(`${g.child(7).name} : it was due on Wednesday 18 November 2026`)
    expect((await g.appointments()).every(({ state }) => state === 'planned')).toBe(true)
    expect(hiddenValue(asked.html, 'others')).toBe('came')
    await g.send(`${session}/attendance`, typed)
    expect((await g.appointments()).filter(({ state }) => state === 'kept')).toHaveLength(9)
  })

  it('says whose contact was recorded elsewhere at that time, and goes there', async () => {
    const session = await g.plan('17/11/2026')
    const { childId, involvementId } = g.child(0)
    const elsewhere = await g.officer.fill(`/children/${childId}/contacts/add`, {
      case: involvementId,
      day: '17/11/2026',
      time: '17:00',
      minutes: '30',
      kind: 'school',
      place: 'Elm School',
      with: g.officer.userId,
      went: 'kept',
      'what-happened': 'Met at school',
    })
    const mark = hiddenValue(elsewhere.html, '_checked')
    expect(mark, 'the session that is planned is asked about').toBeDefined()
    await t.service.asOwner(
      `insert into appointment (service_id, child_id, involvement_id, with_user, kind, starts_at, minutes, place, state)
       values ($1, $2, $3, $4, 'school', '2026-11-17T17:00Z', 30, 'Elm School', 'kept')`,
      [t.service.serviceId, childId, involvementId, g.officer.userId],
    )
    const asked = await g.officer.fill(
      `${session}/attendance`,
      await g.attendance({ Ada: { went: 'kept' }, Bo: { went: 'kept' } }),
    )
    expect(asked.text).toContain(`${g.child(0).name} : At school or college with Olive Officer`)
    expect(asked.text).not.toContain(`${g.child(1).name} : `)
  })

  it('loses no word on a child of whom nobody says whether they came', async () => {
    const session = await g.plan('17/11/2026')
    const refused = await g.officer.fill(
      `${session}/attendance`,
      await g.attendance({ Ada: { word: 'Led the warm-up' } }),
    )
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`Say whether ${g.child(0).name} came`)
  })

  it('keeps a reason that was written down in words, whatever else is put right', async () => {
    const session = await g.plan('17/11/2026')
    await t.service.asOwner(
      `update appointment set state = 'missed', missed_reason = 'Went to the wrong gym', reason_is_acceptable = false
       where child_id = $1`,
      [g.child(0).childId],
    )
    const { html } = await g.officer.get(`${session}/attendance`)
    expect(html).toContain('>Went to the wrong gym</option>')
    const typed = await g.attendance({ Ada: { went: 'acceptable', cause: 'as-written' } })
    await g.send(`${session}/attendance`, typed)
    const [row] = await t.service.asOwner(
      `select missed_reason as reason, missed_code as code, reason_is_acceptable as ok from appointment where child_id = $1`,
      [g.child(0).childId],
    )
    expect(row).toEqual({ reason: 'Went to the wrong gym', code: '', ok: true })
  })
})
