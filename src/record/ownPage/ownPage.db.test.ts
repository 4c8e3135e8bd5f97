import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browserFor, makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { insertAppointment } from '../appointments/index.ts'
import { caseAfter, diversion } from '../cases/cases.testkit.ts'
import type { Involvement } from '../cases/index.ts'
import { insertPlace, listPlaces } from '../places/index.ts'
import { signPlan, writePlan } from '../plans/index.ts'
import { listTried } from './messageQueries.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let placeId: string
let it: Involvement
let appointmentId: string
let began: Temporal.Instant

const address = '1 Brook Street, MK1 1AA'

beforeAll(async () => {
  service = await makeTestService()
  began = service.clock.now
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
  const { serviceId } = service
  await service.as(officer, tx =>
    insertPlace(tx, serviceId, { name: 'Brook House', address, suits: [], note: 'Ring twice' }),
  )
  const [place] = await service.as(officer, tx => listPlaces(tx))
  placeId = place?.placeId ?? ''
})
afterAll(() => service.close())

/** A child with a case of Olive’s, a plan in force, and an appointment tomorrow. */
beforeEach(async () => {
  const { serviceId, clock } = service
  clock.now = began
  it = await service.as(officer, tx => caseAfter(tx, { serviceId, userId: officer.userId }, diversion(), []))
  const { childId, involvementId } = it
  await service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     values ($1, $2, $3, $4, 'holder', now()) on conflict do nothing`,
    [serviceId, childId, involvementId, officer.userId],
  )
  const whose = { serviceId, childId, by: officer.userId, at: clock.now }
  await service.as(officer, async tx => {
    const plan = await writePlan(tx, whose, {
      ...{
        involvementId,
        startsOn: Temporal.PlainDate.from('2026-11-23'),
        reviewOn: null,
        level: 'standard',
      },
      ...{ delivery: 'Not on Fridays', harmed: 'yes', noWishesReason: 'The shop has not answered' },
      goals: [
        {
          ...{
            strand: 'good-life',
            words: 'I want to swim',
            why: 'His father did',
            lowWords: 'Never',
            highWords: 'Always',
          },
          ...{ steps: [], progress: [] },
        },
      ],
      contingencies: [{ ifWords: 'He is stopped', thenWords: 'Ring', whoWords: 'Olive' }],
    })
    await signPlan(tx, plan, { ...whose, kind: 'signed', words: 'At home' })
  })
  await service.asOwner(`update plan set state = 'signed' where child_id = $1`, [childId])
  appointmentId = await service.as(officer, tx =>
    insertAppointment(tx, {
      ...{ serviceId, childId, involvementId, withUser: officer.userId, kind: 'office', minutes: 45 },
      ...{ startsAt: clock.now.add({ hours: 30 }), place: 'Brook House', placeId, safetyNote: 'Two workers' },
    }),
  )
})

const at = (more = '') => `/children/${it.childId}/own-pages${more}`

type Shares = { whose?: string; shares?: string[]; until?: string }

/** Makes a page as a worker does. @returns its address and its PIN */
async function make({
  whose = 'child',
  shares = ['plan', 'meetings', 'people'],
  until = '1/2/2027',
}: Shares = {}) {
  const { text, status } = await officer.fill(at('/make'), { whose, shares, language: 'en', until })
  expect(status).toBe(200)
  const link = /\/my\/[\w-]+/.exec(text)?.[0] ?? ''
  const pin = /The PIN is (\d{4})/.exec(text)?.[1] ?? ''
  return { link, pin }
}

/** Another PIN than this one. */
const wrong = (pin: string) => (pin === '0000' ? '0001' : '0000')

type Keys = { link: string; pin: string }

/** A phone on which the page was opened. */
async function opened({ link, pin }: Keys) {
  const phone = browserFor(service.server)
  const tried = await tryPin(phone, link, pin)
  expect(tried.status).toBe(303)
  return phone
}

const csrf = (html: string) => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''

async function tryPin(phone: ReturnType<typeof browserFor>, link: string, pin: string) {
  const { html } = await phone.get(link)
  return phone.post(`${link}/open`, { _csrf: csrf(html), pin })
}

/** Sends one of the forms on an opened page. */
async function send(
  phone: ReturnType<typeof browserFor>,
  link: string,
  more: string,
  fields: Record<string, string>,
) {
  const { html } = await phone.get(link)
  return phone.post(`${link}${more}`, { _csrf: csrf(html), ...fields })
}

const aboutWork = /justice|offen[cd]|police|Milton Brook|Throughline|Olive|Sam Senior/i

describe('before the PIN', () => {
  test('a page says nothing of whose it is, nor of whom', async () => {
    const { link } = await make()
    const { html, title, response } = await browserFor(service.server).get(link)
    expect(title).toBe('Your page')
    expect(html).not.toMatch(aboutWork)
    expect(html).not.toMatch(/Child \d|swim|Brook/)
    expect(html).not.toContain(it.childId)
    expect(response.headers['cache-control']).toContain('no-store')
    expect(response.headers['referrer-policy']).toBe('same-origin')
  })

  test('nothing can be taken or said', async () => {
    const { link } = await make()
    const phone = browserFor(service.server)
    expect((await phone.get(`${link}/calendar`)).text).toContain('Type your PIN')
    expect((await send(phone, link, '/say', { words: 'Hello' })).text).toContain('Type your PIN')
    expect(await service.asOwner('select from own_message where child_id = $1', [it.childId])).toEqual([])
  })

  test('a phone that opened another page opens this one no more than any other', async () => {
    const first = await make()
    const second = await make({ whose: 'parent' })
    const phone = await opened(first)
    expect((await phone.get(second.link)).text).toContain('Type your PIN')
  })
})

describe('a wrong PIN', () => {
  test('is counted; after five the page rests, also for the right one, and then opens again', async () => {
    const { link, pin } = await make()
    const phone = browserFor(service.server)
    for (let tries = 0; tries < 4; tries++) {
      const tried = await tryPin(phone, link, wrong(pin))
      expect(tried.status).toBe(422)
      expect(tried.text).toContain('That is not the PIN')
    }
    expect((await tryPin(phone, link, wrong(pin))).text).toContain('Wait 15 minutes')
    expect((await send(phone, link, '/open', { pin })).text).not.toContain('My page')
    const { now } = service.clock
    service.clock.now = now.add({ minutes: 15 })
    expect((await tryPin(phone, link, pin)).status).toBe(303)
    service.clock.now = now
  })

  test('ends the page after fifteen, and its worker can see why', async () => {
    const { link, pin } = await make()
    const { now } = service.clock
    for (let round = 0; round < 3; round++) {
      const phone = browserFor(service.server)
      for (let tries = 0; tries < 5; tries++) await tryPin(phone, link, wrong(pin))
      service.clock.now = service.clock.now.add({ minutes: 15 })
    }
    expect((await browserFor(service.server).get(link)).text).toContain('does not work any more')
    service.clock.now = now
    expect((await officer.get(at())).text).toContain('Ended after too many wrong PINs')
  })

  test('is not guessed with patience either: a right PIN between does not forget the wrong ones', async () => {
    const keys = await make()
    const stranger = browserFor(service.server)
    for (let round = 0; round < 3; round++) {
      for (let each = 0; each < 9; each++) {
        await tryPin(stranger, keys.link, wrong(keys.pin))
        service.clock.now = service.clock.now.add({ minutes: 16 })
      }
      await opened(keys)
    }
    const [row] = await service.asOwner('select all_wrong_tries from own_page where child_id = $1', [
      it.childId,
    ])
    expect(row).toEqual({ all_wrong_tries: 27 })
    for (let each = 0; each < 3; each++) await tryPin(stranger, keys.link, wrong(keys.pin))
    expect((await stranger.get(keys.link)).text).toContain('does not work any more')
  })

  test('is told to those who work with the child, from the fifth on and for a week', async () => {
    const keys = await make()
    const stranger = browserFor(service.server)
    const reader = { userId: officer.userId, answersForService: false }
    const isTold = async (now = service.clock.now) => {
      const tried = await service.as(officer, tx => listTried(tx, reader, now))
      return tried.some(({ childId }) => childId === it.childId)
    }
    for (let each = 0; each < 4; each++) await tryPin(stranger, keys.link, wrong(keys.pin))
    expect(await isTold()).toBe(false)
    await tryPin(stranger, keys.link, wrong(keys.pin))
    expect(await isTold()).toBe(true)
    expect((await officer.get('/')).text).toContain('Wrong PINs were typed on the page of')
    const own = await officer.get(at())
    expect(own.text).toContain('Wrong PINs')
    expect(own.html).toMatch(/>5<\/td>/)
    expect(await isTold(service.clock.now.add({ hours: 24 * 7 }))).toBe(false)
  })

  test('is not guessed by sending many at once', async () => {
    const { link, pin } = await make()
    const phones = Array.from({ length: 12 }, () => browserFor(service.server))
    await Promise.all(phones.map(phone => tryPin(phone, link, wrong(pin))))
    const [row] = await service.asOwner('select wrong_tries from own_page where child_id = $1', [it.childId])
    expect(Number(row?.wrong_tries)).toBe(5)
  })
})

describe('a child with the PIN', () => {
  test('sees what was shared, in short sentences', async () => {
    const keys = await make()
    const { text, html, title } = await (await opened(keys)).get(keys.link)
    expect(title).toBe('My page')
    expect(text).toContain('I want to swim')
    expect(text).toContain('0 is: Never. 10 is: Always.')
    expect(text).toContain('Sunday 22 November, 4 pm')
    expect(text).toContain('You come to us. With Olive Officer . It takes 45 minutes.')
    expect(html).toContain(`openstreetmap.org/search?query=${encodeURIComponent(address)}`)
    expect(text).toContain('Childline')
    expect(text).toContain('I am not happy with you')
  })

  test('sees nothing that was said to the worker, nor anything of whoever was harmed', async () => {
    const keys = await make()
    const { text } = await (await opened(keys)).get(keys.link)
    for (const words of [
      'His father did',
      'Not on Fridays',
      'The shop',
      'He is stopped',
      'Two workers',
      'Ring twice',
    ])
      expect(text).not.toContain(words)
    expect(text).not.toMatch(/justice|offen[cd]|police|Throughline/i)
  })

  test('sees only what was shared', async () => {
    const keys = await make({ shares: ['people'] })
    const phone = await opened(keys)
    const { text } = await phone.get(keys.link)
    expect(text).toContain('Olive Officer')
    expect(text).not.toContain('swim')
    expect(text).not.toContain('November')
    expect((await phone.get(`${keys.link}/calendar`)).response.body).not.toContain('BEGIN:VEVENT')
    await send(phone, keys.link, `/meetings/${appointmentId}/cannot-come`, { words: 'Ill' })
    expect(await service.asOwner('select from own_message where child_id = $1', [it.childId])).toEqual([])
  })

  test('says how a goal is going, once however often it arrives, and the plan says that the child said so', async () => {
    const keys = await make()
    const phone = await opened(keys)
    const { html } = await phone.get(keys.link)
    const goal = /\/goals\/[0-9a-f-]{36}/.exec(html)?.[0] ?? ''
    expect((await send(phone, keys.link, goal, {})).text).toContain('Pick a number')
    expect((await send(phone, keys.link, goal, { mark: '11' })).status).toBe(422)
    expect((await send(phone, keys.link, goal, { mark: '7' })).status).toBe(303)
    await send(phone, keys.link, goal, { mark: '7' })
    const rows = await service.asOwner(
      'select mark, said_by, recorded_by, own_page_id is not null as own from plan_progress where child_id = $1',
      [it.childId],
    )
    expect(rows).toEqual([{ mark: 7, said_by: 'child', recorded_by: null, own: true }])
    expect((await officer.get(`/children/${it.childId}/plan`)).text).toContain('7 of 10 , says the child')
    expect((await phone.get(keys.link)).text).toContain('Last time: 7 of 10')
  })

  test('says why they cannot come, and it stands on the worker’s day until somebody has heard it', async () => {
    const keys = await make()
    const phone = await opened(keys)
    const cannot = `/meetings/${appointmentId}/cannot-come`
    expect((await send(phone, keys.link, cannot, { words: '  ' })).text).toContain('Write a few words first')
    expect((await send(phone, keys.link, cannot, { words: 'I have a match' })).status).toBe(303)
    await send(phone, keys.link, cannot, { words: 'I have a match' })
    expect((await phone.get(keys.link)).text).toContain(
      'You told us: “I have a match” Nobody has read it yet',
    )
    const day = await officer.get('/')
    expect(day.text).toMatch(/cannot come on Sunday 22 November 2026, 4pm: “I have a match”/)
    expect(day.text.match(/I have a match/g)).toHaveLength(1)
    const other = await service.person('officer')
    expect((await other.get('/')).text).not.toContain('I have a match')
    const list = await officer.get(at())
    const heard = /href="([^"]+\/heard)"/.exec(list.html)?.[1] ?? ''
    expect((await officer.fill(heard, {})).status).toBe(303)
    expect((await officer.get('/')).text).not.toContain('I have a match')
    expect((await phone.get(keys.link)).text).toContain('Somebody has read it.')
  })

  test('is heard also when the work has ended: by a senior and a manager, and of a restricted record by those named', async () => {
    const keys = await make()
    const phone = await opened(keys)
    await service.asOwner('update case_worker set until_at = now() where child_id = $1', [it.childId])
    const said = await send(phone, keys.link, '/say', { words: 'Somebody hits me at home' })
    expect(said.text).not.toMatch(/we read it|have told your worker/i)
    const manager = await service.person('manager')
    const isTold = async (person: TestPerson) =>
      (await person.get('/')).text.includes('Somebody hits me at home')
    expect(await isTold(officer)).toBe(false)
    expect(await isTold(senior)).toBe(true)
    expect(await isTold(manager)).toBe(true)
    await service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
      [service.serviceId, it.childId, senior.userId],
    )
    await service.asOwner(
      `insert into child_access (service_id, child_id, user_id, granted_at) values ($1, $2, $3, now())`,
      [service.serviceId, it.childId, officer.userId],
    )
    expect(await isTold(senior)).toBe(false)
    expect(await isTold(officer)).toBe(true)
  })

  test('sees what they sent, and whether somebody has read it', async () => {
    const keys = await make()
    const phone = await opened(keys)
    await send(phone, keys.link, '/say', { words: 'The boxing is good' })
    expect((await phone.get(keys.link)).text).toContain(
      'You told us: “The boxing is good” Nobody has read it yet.',
    )
    const parents = await make({ whose: 'parent' })
    expect((await (await opened(parents)).get(parents.link)).text).not.toContain('The boxing is good')
  })

  test('is told in plain words when something is wrong, and what was written is still there', async () => {
    const keys = await make()
    const phone = await opened(keys)
    const stale = await phone.post(`${keys.link}/say`, { _csrf: 'old', words: 'I like the boxing' })
    expect(stale.status).toBe(403)
    expect(stale.text).toContain('That was open too long')
    expect(stale.html).toContain('I like the boxing')
    const nowhere = await phone.get(`${keys.link}/nowhere`)
    expect(nowhere.status).toBe(404)
    for (const { html } of [stale, nowhere]) expect(html).not.toMatch(/Throughline|sign in|signed|govuk/i)
  })

  test('takes the meetings into a calendar that says only when', async () => {
    const keys = await make()
    const { body } = (await (await opened(keys)).get(`${keys.link}/calendar`)).response
    expect(body).toContain('DTSTART:20261122T160000Z')
    expect(body).toContain('SUMMARY:Meeting')
    expect(body).not.toMatch(aboutWork)
    expect(body).not.toMatch(/Brook|swim/)
  })

  test('keeps what they typed where it was too long, and can choose how the page looks', async () => {
    const keys = await make()
    const phone = await opened(keys)
    const long = await send(phone, keys.link, '/say', { words: `${'a'.repeat(1_000)}bcd` })
    expect(long.status).toBe(422)
    expect(long.html).toContain('aaabcd</textarea>')
    await send(phone, keys.link, '/look', { look: 'contrast' })
    expect((await phone.get(keys.link)).html).toContain('<body class="tl-look--contrast">')
  })

  test('closes it, and it closes by itself', async () => {
    const keys = await make()
    const phone = await opened(keys)
    await send(phone, keys.link, '/close', {})
    expect((await phone.get(keys.link)).text).toContain('Type your PIN')
    const again = await opened(keys)
    const { now } = service.clock
    service.clock.now = now.add({ hours: 2 })
    expect((await again.get(keys.link)).text).toContain('Type your PIN')
    service.clock.now = now
  })

  test('weighs less than 100 kB with all that it fetches', async () => {
    const keys = await make()
    const phone = await opened(keys)
    const { html } = await phone.get(keys.link)
    const fetched = [
      ...new Set([...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => String(path))),
    ]
    expect(fetched.length).toBeGreaterThan(3)
    const parts = await Promise.all(fetched.map(url => service.server.inject({ url })))
    expect(parts.map(({ statusCode }) => statusCode).filter(status => status !== 200)).toEqual([])
    const bytes = parts.reduce((sum, { rawPayload }) => sum + rawPayload.length, Buffer.byteLength(html))
    expect(bytes).toBeLessThan(100_000)
  })

  test('opens it also where the record is restricted, and nobody else sees more by it', async () => {
    const keys = await make()
    await service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Family', $3)`,
      [service.serviceId, it.childId, senior.userId],
    )
    const phone = await opened(keys)
    expect((await phone.get(keys.link)).text).toContain('I want to swim')
    expect((await send(phone, keys.link, '/say', { words: 'I like it here' })).status).toBe(303)
    expect((await officer.get(at())).status).toBe(404)
    expect((await officer.get('/')).text).not.toContain('I like it here')
  })
})

describe('a parent', () => {
  test('has a page of their own, and says for the family how it is going', async () => {
    const keys = await make({ whose: 'parent' })
    const phone = await opened(keys)
    const { text, html } = await phone.get(keys.link)
    expect(text).toContain('Who works with your child')
    const goal = /\/goals\/[0-9a-f-]{36}/.exec(html)?.[0] ?? ''
    await send(phone, keys.link, goal, { mark: '3' })
    const rows = await service.asOwner('select said_by from plan_progress where child_id = $1', [it.childId])
    expect(rows).toEqual([{ said_by: 'family' }])
  })

  test.each(['home-visit', 'office', 'school', 'telephone', 'video', 'review', 'reparation', 'group'])(
    'does not learn where the child lives or learns, nor does the child’s page say it: %s',
    async kind => {
      const places = [
        'At home: 12 Secret Street',
        'At school: Hidden Hall',
        '07700 900123, or 12 Secret Street',
      ]
      for (const place of places) {
        await service.asOwner(
          `update appointment set kind = $3, place = $2, place_id = null, travel = 'fetched',
            meets_at = '12 Secret Street' where appointment_id = $1`,
          [appointmentId, place, kind],
        )
        for (const whose of ['parent', 'child']) {
          const keys = await make({ whose })
          const { text } = await (await opened(keys)).get(keys.link)
          expect(text).toContain('It takes 45 minutes')
          expect(text).not.toMatch(/Secret Street|Hidden Hall|900123/)
        }
      }
    },
  )

  test('reads of a goal what the family said, and not what the child did, nor the other way', async () => {
    const [own, parents] = [await make(), await make({ whose: 'parent' })]
    const [childs, adults] = [await opened(own), await opened(parents)]
    const goal = async (phone: typeof childs, { link }: Keys) =>
      /\/goals\/[0-9a-f-]{36}/.exec((await phone.get(link)).html)?.[0] ?? ''
    await send(childs, own.link, await goal(childs, own), { mark: '1' })
    expect((await childs.get(own.link)).text).toContain('Last time: 1 of 10')
    expect((await adults.get(parents.link)).text).not.toContain('Last time')
    await send(adults, parents.link, await goal(adults, parents), { mark: '8' })
    expect((await adults.get(parents.link)).text).toContain('Last time: 8 of 10')
    expect((await childs.get(own.link)).text).toContain('Last time: 1 of 10')
  })

  test('does not read what the child said', async () => {
    const own = await make()
    await send(await opened(own), own.link, `/meetings/${appointmentId}/cannot-come`, {
      words: 'I am afraid',
    })
    const parents = await make({ whose: 'parent' })
    expect((await (await opened(parents)).get(parents.link)).text).not.toContain('I am afraid')
  })
})

describe('a worker', () => {
  test('ends a page, and its link leads nowhere from then on, also where it is open', async () => {
    const keys = await make()
    const phone = await opened(keys)
    const list = await officer.get(at())
    const end = /href="([^"]+\/end)"/.exec(list.html)?.[1] ?? ''
    expect((await officer.fill(end, {})).status).toBe(303)
    expect((await phone.get(keys.link)).text).toContain('does not work any more')
    expect((await officer.get(end)).location).toBe(at())
  })

  test('hands on a card that says neither whom it is for nor what the service is for', async () => {
    const made = await officer.fill(at('/make'), {
      ...{ whose: 'child', shares: ['plan'], language: 'en', until: '1/2/2027' },
    })
    expect(made.text).toContain('Point the camera of your phone here')
    expect(made.text).not.toMatch(/justice|Throughline|offen[cd]|Stepwise/i)
  })

  test('says until when it works, within a year', async () => {
    const late = await officer.fill(at('/make'), {
      whose: 'child',
      shares: ['plan'],
      language: 'en',
      until: '1/2/2028',
    })
    expect(late.text).toContain('Choose a day within a year from now')
    const keys = await make({ until: '22/11/2026' })
    const { now } = service.clock
    service.clock.now = Temporal.Instant.from('2026-11-22T23:59:00Z')
    expect((await browserFor(service.server).get(keys.link)).text).toContain('Type your PIN')
    service.clock.now = Temporal.Instant.from('2026-11-23T00:00:00Z')
    expect((await browserFor(service.server).get(keys.link)).text).toContain('does not work any more')
    service.clock.now = now
  })

  test('finds every use in the history of the child, and neither link nor PIN anywhere', async () => {
    const keys = await make()
    await (await opened(keys)).get(keys.link)
    const views = await service.asOwner(
      `select purpose from audit_event where child_id = $1 and action = 'view' and person_id is null`,
      [it.childId],
    )
    expect(views.map(({ purpose }) => purpose)).toEqual(['The child looked at their own page'])
    expect((await officer.get(at())).text).toContain('Saturday 21 November 2026, 10am')
    const token = keys.link.split('/').at(-1) ?? 'none'
    const found = await service.asOwner(
      `select 1 from audit_event where concat(before, after, row_key) like $1
       union all select 1 from own_page p where p::text like $1 or p.pin_hash like $2`,
      [`%${token}%`, `%${keys.pin}`],
    )
    expect(found).toEqual([])
    const secrets = await service.asOwner(
      `select 1 from audit_event where table_name in ('own_page', 'own_page_opening') and after::text like '%argon2%'`,
    )
    expect(secrets).toEqual([])
  })

  test('says what children read of them', async () => {
    await officer.fill('/account/for-children', {
      ...{
        called: 'Liv',
        does: 'I help you with school.',
        phone: '07700 900 982',
        reach: 'Text me',
        picture: 'school',
      },
    })
    const keys = await make()
    const { html, text } = await (await opened(keys)).get(keys.link)
    expect(text).toContain('Liv I help you with school. Ring 07700 900 982')
    expect(html).toContain('href="tel:07700900982"')
    expect((await officer.fill('/account/for-children', { phone: 'ring me' })).text).toContain(
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
      const other = await service.person(role)
      expect((await other.get(at())).status).toBe(403)
      expect((await other.get(at('/make'))).status).toBe(403)
    }
    // A health worker reads the plans of the children with whom they work, and of no others.
    const health = await service.person('health-worker')
    expect((await health.get(at())).status).toBe(404)
    await service.asOwner(
      `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at) values ($1, $2, $3, $4, 'co-worker', now())`,
      [service.serviceId, it.childId, it.involvementId, health.userId],
    )
    expect((await health.get(at())).status).toBe(200)
  })
})
