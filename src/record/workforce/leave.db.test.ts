import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenValue } from '../../app/testkit/service.ts'
import { makeWorkforce, type Workforce } from './workforce.testkit.ts'

let service: Workforce['service']
let senior: Workforce['senior']
let manager: Workforce['manager']
let away: Workforce['away']
let dayIs: Workforce['dayIs']
let caseOf: Workforce['caseOf']

beforeAll(async () => {
  ;({ service, senior, manager, away, dayIs, caseOf } = await makeWorkforce())
})
afterAll(() => service.close())

describe('leave', () => {
  it('is entered once for a day, and the page says what is there', async () => {
    const again = { from: '27/11/2026', until: '30/11/2026', cover: '' }
    const refused = await senior.fill(`/team/${away.userId}/leave/add`, again)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(
      'There is leave in these days already: 23 November 2026 to 27 November 2026',
    )
  })

  it('is entered by the worker without saying who covers: that opens records, and a senior decides it', async () => {
    await dayIs(0)
    const officer = await service.person('officer', 'Otis Officer')
    const own = { from: '1/12/2026', until: '2/12/2026', cover: officer.userId }
    expect((await away.fill('/profile/leave/add', own)).location).toBe('/')
    expect((await senior.get(`/team/${away.userId}`)).text).toContain('1 December 2026 to 2 December 2026')
    const [row] = await service.asOwner(`select covered_by from worker_leave where from_on = '2026-12-01'`)
    expect(row).toEqual({ covered_by: null })
    expect((await away.get(`/team/${away.userId}/leave/add`)).status).toBe(403)
  })
})

describe('leave that is over', () => {
  it('is asked about before it is saved, since a year is easily mistyped; another year is saved at once', async () => {
    const worker = await service.person('officer')
    const held = () => service.asOwner('select from worker_leave where user_id = $1', [worker.userId])
    const wrong = { from: '1/1/2020', until: '5/1/2020' }
    for (const [who, address] of [
      [senior, `/team/${worker.userId}/leave/add`],
      [worker, '/profile/leave/add'],
    ] as const) {
      const asked = await who.fill(address, wrong)
      expect(asked.text).toContain(
        'These days are over: 1 January 2020 to 5 January 2020. Is the year right?',
      )
      expect(asked.text).toContain('Save these days all the same')
      expect(await held()).toHaveLength(0)
    }
    const meant = await worker.fill('/profile/leave/add', { from: '1/1/2027', until: '5/1/2027' })
    expect(meant.status).toBe(303)
    expect(await held()).toHaveLength(1)
  })
})

describe('leave that has begun', () => {
  /** Leave of somebody new, covered, from Monday to Friday of the week after. */
  async function entered() {
    const worker = await service.person('officer')
    const nurse = await service.person('health-worker')
    const said = { from: '23/11/2026', until: '27/11/2026', cover: nurse.userId }
    await senior.fill(`/team/${worker.userId}/leave/add`, said)
    const [row] = await service.asOwner('select leave_id from worker_leave where user_id = $1', [
      worker.userId,
    ])
    const at = `/team/${worker.userId}/leave/${row?.leave_id}`
    return { worker, said, change: at, end: `${at}/end` }
  }

  it('can only be shortened, since somebody had access by it', async () => {
    await dayIs(0)
    const { worker, said, change, end } = await entered()
    expect((await senior.get(`/team/${worker.userId}`)).text).toContain('Take back')
    await dayIs(4)
    const sent = await senior.get(end)
    expect(sent.location).toBe(change)
    expect((await senior.get(`/team/${worker.userId}`)).text).not.toContain('Take back')
    expect((await senior.get(change)).text).toContain('it can only be shortened')
    const moved = await senior.fill(change, { ...said, from: '24/11/2026' })
    expect(moved.status).toBe(422)
    expect(moved.text).toContain('its first day stays as it is')
    expect((await senior.fill(change, { ...said, until: '25/11/2026' })).status).toBe(303)
    await dayIs(0)
  })

  it('by which the wrong person covers from its first day: the cover ends at once, and somebody else is named', async () => {
    const { record } = await caseOf('Misclick')
    await service.asOwner('update worker_leave set covered_by = null where user_id = $1', [away.userId])
    const wrong = await service.person('speech-therapist', 'Wanda Wrong')
    const right = await service.person('speech-therapist')
    await dayIs(2)
    const [row] = await service.asOwner(
      'select leave_id from worker_leave where user_id = $1 and from_on = $2',
      [...[away.userId, '2026-11-23']],
    )
    const change = `/team/${away.userId}/leave/${row?.leave_id}`
    const said = { from: '23/11/2026', until: '27/11/2026' }
    await senior.fill(change, { ...said, cover: wrong.userId })
    expect((await wrong.get(record)).text).toContain('Misclick')
    const refused = await senior.fill(change, { ...said, cover: right.userId })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('End the cover first')
    expect((await wrong.get(`${change}/end-cover`)).status).toBe(403)

    expect((await senior.fill(`${change}/end-cover`, {})).location).toBe(`/team/${away.userId}`)
    expect((await wrong.get(record)).status).toBe(404)
    expect((await wrong.get('/')).text).not.toContain('You cover for')
    expect((await senior.get(`/team/${away.userId}`)).text).toContain(
      'Wanda Wrong covered from 23 November 2026 until',
    )
    expect((await senior.get(`${change}/end-cover`)).location).toBe(`/team/${away.userId}`)
    // What was refused has been kept, against how the leave stood then.
    expect((await senior.get(change)).status).toBe(409)
    await senior.get(`${change}?afresh`)
    expect((await senior.fill(change, { ...said, cover: right.userId })).status).toBe(303)
    expect((await right.get('/')).text).toContain('You cover for Alma Away')
    expect((await right.get(record)).text).toContain('Misclick')

    // Two days later the days that are over stay as they were, and the others are open.
    await dayIs(4)
    expect((await senior.fill(`${change}/end-cover`, {})).status).toBe(303)
    const days = await service.asOwner(
      `select from_on::text, until_on::text, covered_by from worker_leave where user_id = $1 and from_on < '2026-12-01'
       order by from_on`,
      [away.userId],
    )
    expect(days).toEqual([
      { from_on: '2026-11-23', until_on: '2026-11-24', covered_by: right.userId },
      { from_on: '2026-11-25', until_on: '2026-11-27', covered_by: null },
    ])
    expect((await right.get(record)).status).toBe(404)
    await dayIs(0)
  })

  it('is not taken back over somebody who has changed it since', async () => {
    await dayIs(0)
    const { worker, said, change, end } = await entered()
    const opened = await senior.get(end)
    await manager.fill(change, { ...said, until: '30/11/2026' })
    const marks = ['_csrf', '_version', '_was'].map(name => [name, hiddenValue(opened.html, name) ?? ''])
    const collided = await senior.post(end, Object.fromEntries(marks))
    expect(collided.status).toBe(409)
    expect(
      await service.asOwner('select from worker_leave where user_id = $1', [worker.userId]),
    ).toHaveLength(1)
    expect((await senior.fill(end, {})).status).toBe(303)
    expect(
      await service.asOwner('select from worker_leave where user_id = $1', [worker.userId]),
    ).toHaveLength(0)
  })

  it('that is over stands in the way of leave entered afterwards for the same days', async () => {
    await dayIs(0)
    const { worker, said } = await entered()
    await dayIs(9)
    const again = await senior.fill(`/team/${worker.userId}/leave/add`, { ...said, until: '2/12/2026' })
    expect(again.text).toContain('There is leave in these days already')
    await dayIs(0)
  })
})
