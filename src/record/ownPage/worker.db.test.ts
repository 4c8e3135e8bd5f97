import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browserFor } from '../../app/testkit/service.ts'
import { makeOwnPages, type OwnPages } from './ownPage.testkit.ts'

let own: OwnPages

beforeAll(async () => {
  own = await makeOwnPages()
})
afterAll(() => own.service.close())
beforeEach(() => own.begin())

describe('a worker', () => {
  test('ends a page, and its link leads nowhere from then on, also where it is open', async () => {
    const keys = await own.make()
    const phone = await own.opened(keys)
    const list = await own.officer.get(own.at())
    const end = /href="([^"]+\/end)"/.exec(list.html)?.[1] ?? ''
    expect((await own.officer.fill(end, {})).status).toBe(303)
    expect((await phone.get(keys.link)).text).toContain('does not work any more')
    expect((await own.officer.get(end)).location).toBe(own.at())
  })

  test('hands on a card that says neither whom it is for nor what the service is for', async () => {
    const made = await own.officer.fill(own.at('/make'), {
      ...{ whose: 'child', shares: ['plan'], language: 'en', until: '1/2/2027' },
    })
    expect(made.text).toContain('Point the camera of your phone here')
    expect(made.text).not.toMatch(/justice|Throughline|offen[cd]|Stepwise/i)
  })

  test('says until when it works, within a year', async () => {
    const late = await own.officer.fill(own.at('/make'), {
      whose: 'child',
      shares: ['plan'],
      language: 'en',
      until: '1/2/2028',
    })
    expect(late.text).toContain('Choose a day within a year from now')
    const keys = await own.make({ until: '22/11/2026' })
    const { now } = own.service.clock
    own.service.clock.now = Temporal.Instant.from('2026-11-22T23:59:00Z')
    expect((await browserFor(own.service.server).get(keys.link)).text).toContain('Type your PIN')
    own.service.clock.now = Temporal.Instant.from('2026-11-23T00:00:00Z')
    expect((await browserFor(own.service.server).get(keys.link)).text).toContain('does not work any more')
    own.service.clock.now = now
  })

  test('finds every use in the history of the child, and neither link nor PIN anywhere', async () => {
    const keys = await own.make()
    await (await own.opened(keys)).get(keys.link)
    const views = await own.service.asOwner(
      `select purpose from audit_event where child_id = $1 and action = 'view' and person_id is null`,
      [own.it.childId],
    )
    expect(views.map(({ purpose }) => purpose)).toEqual(['The child looked at their own page'])
    expect((await own.officer.get(own.at())).text).toContain('Saturday 21 November 2026, 10am')
    const token = keys.link.split('/').at(-1) ?? 'none'
    const found = await own.service.asOwner(
      `select 1 from audit_event where concat(before, after, row_key) like $1
       union all select 1 from own_page p where p::text like $1 or p.pin_hash like $2`,
      [`%${token}%`, `%${keys.pin}`],
    )
    expect(found).toEqual([])
    const secrets = await own.service.asOwner(
      `select 1 from audit_event where table_name in ('own_page', 'own_page_opening') and after::text like '%argon2%'`,
    )
    expect(secrets).toEqual([])
  })

  test('says what children read of them', async () => {
    await own.officer.fill('/account/for-children', {
      ...{
        called: 'Liv',
        does: 'I help you with school.',
        phone: '07700 900 982',
        reach: 'Text me',
        picture: 'school',
      },
    })
    const keys = await own.make()
    const { html, text } = await (await own.opened(keys)).get(keys.link)
    expect(text).toContain('Liv I help you with school. Ring 07700 900 982')
    expect(html).toContain('href="tel:07700900982"')
    expect((await own.officer.fill('/account/for-children', { phone: 'ring me' })).text).toContain(
      'Enter a telephone number',
    )
  })

  test('who may not write the plan makes no page', async () => {
    for (const role of [
      'inspector',
      'business-support',
      'police-officer',
      'victim-worker',
      'analyst',
    ] as const) {
      const other = await own.service.person(role)
      expect((await other.get(own.at())).status).toBe(403)
      expect((await other.get(own.at('/make'))).status).toBe(403)
    }
    // A health worker reads the plans of the children with whom they work, and of no others.
    const health = await own.service.person('health-worker')
    expect((await health.get(own.at())).status).toBe(404)
    await own.service.asOwner(
      `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at) values ($1, $2, $3, $4, 'co-worker', now())`,
      [own.service.serviceId, own.it.childId, own.it.involvementId, health.userId],
    )
    expect((await health.get(own.at())).status).toBe(200)
  })
})
