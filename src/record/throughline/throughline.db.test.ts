import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild, addOffence } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let childId: string
const address = () => `/children/${childId}/throughline`

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), 'diversion')
  if (!pathway) throw new Error('no pathway')
  childId = await service.as(officer, tx =>
    addChild(tx, { serviceId, givenName: 'Tariq', familyName: 'Amin' }),
  )
  const opened = await service.as(officer, tx =>
    openCase(tx, {
      serviceId,
      childId,
      pathway,
      routeIn: 'police-notification',
      step: 'receive',
      answers: {},
      at: Temporal.Instant.from('2026-11-04T09:00Z'),
      by: officer.userId,
    }),
  )
  if (!opened.ok) throw new Error(opened.reason.kind)
  await service.asOwner(
    `insert into appointment (service_id, child_id, involvement_id, with_user, kind, minutes, place, starts_at, state,
       missed_reason, reason_is_acceptable)
     select $1, $2, $3, $4, 'home-visit', 45, 'Home', starts_at::timestamptz, state, reason, acceptable
     from (values ('2026-11-10T10:00Z', 'kept', '', null::boolean), ('2026-11-12T10:00Z', 'missed', 'Forgot', false),
       ('2026-11-13T10:00Z', 'cancelled', '', null), ('2026-11-25T10:00Z', 'planned', '', null)) a (starts_at, state, reason, acceptable)`,
    [serviceId, childId, opened.value, officer.userId],
  )
  await service.as(officer, tx =>
    addOffence(tx, {
      serviceId,
      childId,
      at: service.clock.now,
      description: 'Broke a <fence>',
      committedOn: Temporal.PlainDate.from('2026-10-20'),
    }),
  )
  await officer.fill(`/children/${childId}/notes/add`, {
    sensitivity: 'ordinary',
    kind: 'family',
    text: 'Rang',
    day: '11/11/2026',
    time: '10:00',
  })
})
afterAll(() => service.close())

describe('the throughline', () => {
  it('says of a deadline the day by whose end it is due, and not the next', async () => {
    expect((await officer.get(address())).text).toMatch(
      /4 November 2026 to Wednesday 25 November 2026 Deadlines [^.]*by the end of Wednesday 25 November 2026/,
    )
  })

  it('draws cases, deadlines, contacts and offences, and says the same in its table', async () => {
    const page = await officer.get(address())
    expect(page.status).toBe(200)
    for (const words of [
      'Diversion after a community resolution: Notified',
      'Screening and assessment of suitability: Overdue by 3 days',
      'Home visit with Olive Officer: kept',
      'Home visit with Olive Officer: missed',
      'Home visit with Olive Officer: planned',
      'Offence: Broke a &lt;fence',
    ]) {
      // In the table once, and as the words of a mark in both drawings.
      expect(page.html.split(words).length - 1, words).toBeGreaterThanOrEqual(3)
    }
    expect(page.html).toContain('tl-line__mark--missed')
    expect(page.html).toMatch(/class="tl-line__line" d="M12 38H[\d.]+q9 16 18 0/)
  })

  it('can be looked at more closely, earlier and later', async () => {
    const near = await officer.get(`${address()}?zoom=month&last=2026-10-25`)
    expect(near.text).toContain('Offence: Broke a <fence>')
    expect(near.text).not.toContain('Home visit with Olive Officer: kept')
    expect(near.text).toContain('Later')
    for (const rubbish of ['?zoom=decade', '?zoom=month&last=2026-13-45', '?zoom=month&last=x'])
      expect((await officer.get(`${address()}${rubbish}`)).status).toBe(200)
  })

  it('is passed by one link, and zoomed by keys that keep its last day and the focus', async () => {
    const whole = await officer.get(address())
    expect(whole.html).toMatch(/<a href="#line-table" class="govuk-skip-link"/)
    expect(whole.html.indexOf('href="#line-table"')).toBeLessThan(whole.html.indexOf('tl-line__link'))
    expect(whole.html).toContain('id="line-table"')
    expect(whole.html).toContain(`data-closer="${address()}?zoom=two-years#drawing"`)
    expect(whole.html).not.toContain('data-farther')
    const near = await officer.get(`${address()}?zoom=month&last=2026-10-25`)
    expect(near.html).not.toContain('data-closer')
    expect(near.html).toContain(`data-farther="${address()}?zoom=quarter&amp;last=2026-10-25#drawing"`)
  })

  it('stands on the first page about the child, with cases and contacts', async () => {
    const now = await officer.get(`/children/${childId}`)
    expect(now.html).toContain(`href="${address()}"`)
    expect(now.html).toContain('tl-line__mark--missed')
    expect(now.html).not.toContain('tl-line__mark--offence')
  })

  it('begins with the case where one contact has a wrong year; the table has that contact, and a line says so', async () => {
    await service.asOwner(
      `insert into appointment (service_id, child_id, involvement_id, with_user, kind, minutes, place, starts_at, state)
       select service_id, child_id, involvement_id, with_user, kind, minutes, place, '2007-02-01T10:00Z', 'kept'
       from appointment where child_id = $1 limit 1`,
      [childId],
    )
    const said =
      '1 entry stands more than a year before the first case and is not drawn: it is of 1 February 2007.'
    const whole = await officer.get(address())
    expect(whole.text).toContain(said)
    // None of those years is drawn, and no mark; the contact stands in the table.
    expect(whole.html).not.toMatch(/>20(07|10|15|20)</)
    expect(whole.html.split('Thursday 1 February 2007, 10am').length - 1).toBe(1)
    expect(whole.html).toContain(
      'scope="row" class="govuk-table__header">Thursday 1 February 2007, 10am</th>',
    )
    const around = /href="([^"]+)"[^>]*>Draw the time around 1 February 2007/.exec(whole.html)?.[1] ?? ''
    const near = await officer.get(around.replaceAll('&amp;', '&'))
    expect(near.html.split('Home visit with Olive Officer: kept').length - 1).toBeGreaterThanOrEqual(3)
    expect(near.text).not.toContain('is not drawn')
    const now = await officer.get(`/children/${childId}`)
    expect(now.text).toContain(said)
    await service.asOwner(`delete from appointment where starts_at < '2008-01-01' and child_id = $1`, [
      childId,
    ])
  })

  it('is written down as one look, and holds no contacts or notes for those who may not read of them', async () => {
    const police = await service.person('police-officer')
    const page = await police.get(address())
    expect(page.text).toContain('Diversion after a community resolution')
    expect(page.text).not.toContain('Home visit')
    expect(page.text).not.toContain('Note:')
    const views = await service.asOwner(
      `select count(*)::int as count from audit_event where action = 'view' and child_id = $1
         and purpose = 'Looked at the throughline' and person_id = $2`,
      [childId, police.userId],
    )
    expect(views).toEqual([{ count: 1 }])
  })

  it('of a child of whom nothing is recorded says what would be there', async () => {
    const id = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName: 'New', familyName: 'Child' }),
    )
    expect((await officer.get(`/children/${id}/throughline`)).text).toContain('Nothing to draw yet')
    expect((await officer.get(`/children/${id}`)).html).not.toContain('tl-line-strip')
  })
})
