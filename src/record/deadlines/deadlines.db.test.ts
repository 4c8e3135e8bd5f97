import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let manager: TestPerson
let officer: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  manager = await service.person('manager', 'Mona Manager')
  officer = await service.person('officer')
})
afterAll(() => service.close())

const screening = '/deadlines/diversion/screening'

/** A case that began with a notification on a day: ten working days are allowed for its screening. */
async function caseFrom(day: string): Promise<string> {
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  return service.as(manager, async tx => {
    const childId = await addChild(tx, { serviceId, givenName: 'Due', familyName: day })
    const at = Temporal.Instant.from(`${day}T09:00:00Z`)
    const opened = await openCase(tx, {
      ...{ serviceId, childId, pathway, at, by: manager.userId },
      ...{ routeIn: 'police-notification', step: 'receive', answers: {} },
    })
    if (!opened.ok) throw new Error(opened.reason.kind)
    return `/children/${childId}/cases/${opened.value}`
  })
}

/** Fills a form, looks at what it changes for days that are over, and sends it all the same. */
async function insist(address: string, fields: Record<string, string>) {
  const asked = await manager.fill(address, fields)
  const mark = hiddenValue(asked.html, '_checked')
  return mark === undefined ? asked : manager.fill(address, { ...fields, _checked: mark })
}

const fifteen = {
  ...{
    count: '15',
    unit: 'workingDays',
    source: 'Board, minutes of 3 November',
    reason: 'Two workers are away.',
  },
  from: '9/11/2026',
}

describe('a service’s own length for a deadline', () => {
  it('is set by a manager, with who decided it and why, and by nobody else', async () => {
    expect((await officer.get('/deadlines')).text).toContain('Screening and assessment of suitability')
    expect((await officer.get(screening)).text).not.toContain('Set our own length')
    for (const role of ['officer', 'senior', 'administrator'] as const)
      expect((await (await service.person(role)).get(`${screening}/own-length`)).status).toBe(403)
    const bare = await manager.fill(`${screening}/own-length`, { count: '15', reason: '' })
    expect(bare.status).toBe(422)
    for (const wrong of ['Enter the day from which it holds', 'Say who decided it', 'Say why the service'])
      expect(bare.text).toContain(wrong)
    expect((await manager.get('/deadlines/diversion/nothing')).status).toBe(404)
  })

  it('holds for what starts from its day on, and leaves what started before as it was', async () => {
    const [before, after] = [await caseFrom('2026-11-06'), await caseFrom('2026-11-09')]
    expect((await insist(`${screening}/own-length`, fifteen)).status).toBe(303)
    // Friday 6 November and ten working days; Monday 9 November and fifteen.
    expect((await officer.get(before)).text).toContain('by the end of Friday 20 November 2026')
    const page = await officer.get(after)
    expect(page.text).toContain('by the end of Monday 30 November 2026')
    expect(page.text).toContain('Within 15 working days')
    expect(page.text).toContain(
      'Two workers are away. (Board, minutes of 3 November) The rule allows 10 working days',
    )
    // Wherever the deadline stands it is the same one.
    const child = after.split('/cases')[0] ?? ''
    expect((await officer.get(child)).text).toContain('by the end of Monday 30 November 2026')
    expect((await officer.get('/deadlines')).text).toMatch(/15 working days Our own/)
  })

  it('is ended with a day and a reason; one set by mistake never held', async () => {
    const started = await caseFrom('2026-11-10')
    const end = /href="([^"]*\/end)"/.exec((await manager.get(screening)).html)?.[1] ?? ''
    const opened = await manager.get(end)
    const ended = { until: '9/11/2026', because: 'Everybody is back' }
    expect((await insist(end, ended)).status).toBe(303)
    expect((await officer.get(started)).text).toContain('by the end of Tuesday 24 November 2026')
    expect((await officer.get(screening)).text).toContain('Ended: Everybody is back')
    // A colleague who had it open sees what has been saved meanwhile.
    const version = /name="_version" value="(\d+)"/.exec(opened.html)?.[1] ?? ''
    const late = await manager.post(end, {
      until: '20/11/2026',
      because: 'Later',
      _version: version,
      _was: '',
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Everybody is back')
    await manager.get(`${end}?afresh`)
    await insist(end, { until: '8/11/2026', because: 'A mistake' })
    expect((await officer.get(screening)).text).toContain('Set by mistake: it never held')
  })

  it('from a day that is over is set once it has been seen in how many cases it changes what is late', async () => {
    await caseFrom('2026-11-02')
    await caseFrom('2026-11-04')
    const fields = { ...fifteen, from: '3/11/2026', until: '5/11/2026' }
    const asked = await manager.fill(`${screening}/own-length`, fields)
    expect(asked.status).toBe(200)
    expect(asked.text).toContain('This changes days that are over')
    expect(asked.text).toContain(
      'In 1 case that you may open this deadline has started since 3 November 2026',
    )
    expect((await officer.get(screening)).text).not.toContain('5 November 2026')
    expect((await insist(`${screening}/own-length`, fields)).status).toBe(303)
    expect((await officer.get(screening)).text).toContain('5 November 2026')
    const ahead = await manager.fill(`${screening}/own-length`, { ...fifteen, from: '30/11/2026' })
    expect(ahead.status).toBe(303)
  })

  it('of another service is not held to', async () => {
    const other = await makeTestService('Another Service')
    const stranger = await other.person('manager')
    expect((await stranger.get(screening)).text).not.toContain('Board, minutes')
    await other.close()
  })
})
