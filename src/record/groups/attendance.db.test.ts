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
})
