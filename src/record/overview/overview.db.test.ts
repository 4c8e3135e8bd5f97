import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { hiddenValue, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild, addOffence, addPerson } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

/** A child with a case that was opened by a notification on 4 November 2026, ten working days before 18 November. */
async function aCase(given = 'Tariq', family = 'Amin', at = '2026-11-04T09:00:00Z') {
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  return service.as(senior, async tx => {
    const childId = await addChild(tx, {
      serviceId,
      givenName: given,
      familyName: family,
      birthDate: Temporal.PlainDate.from('2011-03-03'),
      howToTalk: 'Short sentences. Drawings help.',
    })
    const opened = await openCase(tx, {
      serviceId,
      childId,
      pathway,
      routeIn: 'police-notification',
      step: 'receive',
      answers: {},
      at: Temporal.Instant.from(at),
      by: senior.userId,
    })
    if (!opened.ok) throw new Error(opened.reason.kind)
    return { childId, involvementId: opened.value }
  })
}

describe('the first page about a child', () => {
  it('says what is due, by which rule, and whose rule it is', async () => {
    const { childId } = await aCase()
    const page = await officer.get(`/children/${childId}`)
    expect(page.text).toContain('Screening and assessment of suitability')
    expect(page.text).toContain('Overdue by 3 days')
    expect(page.text).toContain('The service’s own policy, not checked at its source')
  })

  it('offers the steps that this person can take now, and no others', async () => {
    const { childId, involvementId } = await aCase()
    const href = `/children/${childId}/cases/${involvementId}/steps/screen`
    expect((await officer.get(`/children/${childId}`)).html).toContain(href)
    const inspector = await service.person('inspector')
    expect((await inspector.get(`/children/${childId}`)).html).not.toContain(href)
  })

  it('tells how to talk with the child, of alerts, and who must not be contacted', async () => {
    const { childId } = await aCase()
    await officer.fill(`/children/${childId}/safety/alerts/add`, {
      kind: 'dog',
      text: 'Ring before you come',
    })
    await service.as(senior, tx =>
      addPerson(tx, {
        serviceId: service.serviceId,
        childId,
        name: 'Karim Amin',
        relationship: 'Uncle',
        phone: '01632 960001',
        mustNotBeContacted: true,
      }),
    )
    const page = await officer.get(`/children/${childId}`)
    expect(page.text).toContain('Drawings help')
    expect(page.text).toContain('Dog at the address. Ring before you come')
    expect(page.text).toContain('Karim Amin , Uncle Must not be contacted')
    expect(page.text).not.toContain('01632 960001')
  })

  it('shows whose record it is: age, date of birth, reference, where the case stands', async () => {
    const { childId } = await aCase()
    const page = await officer.get(`/children/${childId}`)
    expect(page.text).toMatch(/Age 15 Born 3 March 2011 Reference [0-9A-Z]{4}-[0-9A-Z]{4} Status/)
    expect(page.text).toContain('Diversion after a community resolution: Notified')
  })

  it('is written down as one look', async () => {
    const { childId } = await aCase()
    const before = Number((await service.asOwner('select count(*) from audit_event'))[0]?.count)
    await officer.get(`/children/${childId}`)
    const after = Number((await service.asOwner('select count(*) from audit_event'))[0]?.count)
    expect(after - before).toBe(1)
  })
})

test('a missed appointment without an acceptable reason is due for follow-up in one working day', async () => {
  const { childId, involvementId } = await aCase()
  // Thursday 19 November 2026: one working day later is Friday; it is Saturday now.
  const address = `/children/${childId}/contacts/add`
  const missed = {
    case: involvementId,
    kind: 'home-visit',
    day: '19/11/2026',
    time: '16:00',
    minutes: '45',
    place: 'At home',
    with: officer.userId,
    went: 'missed',
    why: 'Not known',
    acceptable: 'no',
  }
  // It is late already, which is said before it is saved.
  const warned = await officer.fill(address, missed)
  const mark = hiddenValue(warned.html, '_checked') ?? ''
  const { location } = await officer.fill(address, { ...missed, _checked: mark })
  const page = await officer.get(`/children/${childId}`)
  expect(page.text).toContain('Missed appointment followed up Overdue by 1 day')
  expect(page.text).toContain('Missed, to follow up')
  await officer.fill(`${location}/follow-up`, {
    reached: 'parent',
    'follow-up': 'Rang the mother',
    next: 'as-planned',
  })
  expect((await officer.get(`/children/${childId}`)).text).not.toContain('Missed, to follow up')
})

describe('the chronology', () => {
  it('brings everything into one order of time, and can be narrowed to a kind', async () => {
    const { childId } = await aCase()
    await service.as(senior, tx =>
      addOffence(tx, {
        serviceId: service.serviceId,
        childId,
        at: service.clock.now,
        description: 'Shop theft',
        committedOn: Temporal.PlainDate.from('2026-10-25'),
      }),
    )
    await officer.fill(`/children/${childId}/notes/add`, {
      kind: 'family',
      day: '10/11/2026',
      text: 'Rang',
      sensitivity: 'ordinary',
    })
    const page = await officer.get(`/children/${childId}/chronology`)
    const places = ['Rang', 'Shop theft'].map(words => page.text.lastIndexOf(words))
    expect(places[0]).toBeGreaterThan(0)
    expect(places[1]).toBeGreaterThan(places[0] ?? 0)
    const notes = await officer.get(`/children/${childId}/chronology?kind=note`)
    expect(notes.text).toContain('Rang')
    expect(notes.text).not.toContain('Shop theft')
  })

  it('is read on where a page ends', async () => {
    const { childId } = await aCase()
    for (let i = 0; i < 55; i++) {
      await service.asOwner(
        `insert into note (service_id, child_id, kind, text, happened_at, written_by)
         values ($1, $2, 'other', $3, '2026-11-01T10:00:00Z', $4)`,
        [service.serviceId, childId, `Entry ${i}.`, officer.userId],
      )
    }
    const first = await officer.get(`/children/${childId}/chronology`)
    const next = /href="([^"]+after=[^"]+)"/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const second = await officer.get(next)
    const entries = [first, second].flatMap(({ text }) => text.match(/Entry \d+\./g) ?? [])
    expect(new Set(entries).size).toBe(55)
    expect(entries).toHaveLength(55)
  })

  it('holds no notes for those who may not read notes', async () => {
    const { childId } = await aCase()
    await officer.fill(`/children/${childId}/notes/add`, {
      kind: 'family',
      day: '10/11/2026',
      text: 'Private',
      sensitivity: 'ordinary',
    })
    expect((await officer.get(`/children/${childId}/notes`)).text).toContain('Private')
    const police = await service.person('police-officer')
    expect((await police.get(`/children/${childId}/chronology?kind=note`)).text).not.toContain('Private')
    expect((await police.get(`/children/${childId}`)).text).not.toContain('Private')
    expect((await police.get(`/children/${childId}/notes`)).status).toBe(403)
  })
})
