import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import {
  makeTestService,
  type TestPage,
  type TestPerson,
  type TestService,
} from '../../app/testkit/service.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { openCase } from '../cases/index.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let senior: TestPerson
let officer: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  senior = await service.person('senior', 'Sam Senior')
  officer = await service.person('officer', 'Olive Officer')
})
afterAll(() => service.close())

type Told = { at?: string; pathway?: string; born?: string }

/** A child with an open case. */
async function aCase(given: string, family: string, told: Told = {}) {
  const { serviceId } = service
  const pathway = findPathway(practiceInUse(), told.pathway ?? 'diversion')
  if (!pathway) throw new Error('no pathway')
  return service.as(senior, async tx => {
    const birthDate = Temporal.PlainDate.from(told.born ?? '2011-03-03')
    const childId = await addChild(tx, { serviceId, givenName: given, familyName: family, birthDate })
    const begun = await openCase(tx, {
      serviceId,
      childId,
      pathway,
      routeIn: Object.keys(pathway.routesIn)[0] ?? '',
      step: 'receive',
      answers: {},
      at: Temporal.Instant.from(told.at ?? '2026-11-04T09:00:00Z'),
      by: senior.userId,
    })
    if (!begun.ok) throw new Error(begun.reason.kind)
    return { childId, involvementId: begun.value }
  })
}

async function allot(it: { childId: string; involvementId: string }, who: TestPerson) {
  await service.asOwner(
    `insert into case_worker (service_id, child_id, involvement_id, user_id, part, from_at)
     values ($1, $2, $3, $4, 'holder', now())`,
    [service.serviceId, it.childId, it.involvementId, who.userId],
  )
  await service.asOwner('update involvement set holder_id = $1 where involvement_id = $2', [
    who.userId,
    it.involvementId,
  ])
}

const namesOn = ({ html }: TestPage) =>
  [
    ...html
      .slice(html.indexOf('<main'))
      .matchAll(/<a class="govuk-link" href="\/children\/[^"]+"><bdi>([^<]+)/g),
  ].map(([, name]) => name ?? '')
const linkOn = ({ html }: TestPage, rel: 'prev' | 'next') =>
  new RegExp(`href="([^"]+)" rel="${rel}"`).exec(html)?.[1]?.replaceAll('&amp;', '&')

describe('a long list', () => {
  let everybody: string[]

  beforeAll(async () => {
    // Three share a name, so that a page may end between them.
    for (let i = 0; i < 120; i++) {
      const number = String(i < 49 || i > 51 ? i : 50).padStart(3, '0')
      await aCase('Aaron', `Listed ${number}`, { at: `2026-0${(i % 9) + 1}-01T09:00:00Z` })
    }
    everybody = []
    let at: string | undefined = '/children?whose=all'
    while (at !== undefined) {
      const page: TestPage = await senior.get(at)
      everybody.push(...namesOn(page))
      at = linkOn(page, 'next')
    }
  })

  it('shows everybody once, in order, a page at a time', () => {
    expect(everybody).toHaveLength(120)
    expect(everybody).toEqual(everybody.toSorted())
  })

  it('goes back the way it came', async () => {
    const first = await senior.get('/children?whose=all')
    const second = await senior.get(linkOn(first, 'next') ?? '')
    const third = await senior.get(linkOn(second, 'next') ?? '')
    expect(linkOn(third, 'next')).toBeUndefined()
    const back = await senior.get(linkOn(third, 'prev') ?? '')
    expect(namesOn(back)).toEqual(namesOn(second))
    const start = await senior.get(linkOn(back, 'prev') ?? '')
    expect(namesOn(start)).toEqual(namesOn(first))
    expect(linkOn(start, 'prev')).toBeUndefined()
  })

  it('shows each once by the day on which they began too, the newest first', async () => {
    const seen: string[] = []
    let at: string | undefined = '/children?whose=all&sort=-began'
    while (at !== undefined) {
      const page: TestPage = await senior.get(at)
      seen.push(...(page.html.match(/Listed \d\d\d/g) ?? []))
      at = linkOn(page, 'next')
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(118)
  })

  it('has no name in any address', async () => {
    const page = await senior.get('/children?whose=all')
    const addresses = page.html.match(/(href|action)="[^"]+"/g) ?? []
    expect(addresses.filter(address => /aaron|listed/i.test(address))).toEqual([])
  })

  it('begins again where the place is not there, or is of another service', async () => {
    const nowhere = await senior.get('/children?whose=all&after=0193b1a0-7c00-7000-8000-00000000dead')
    expect(namesOn(nowhere)).toHaveLength(50)
    expect(linkOn(nowhere, 'prev')).toBeUndefined()
  })
})

describe('what the list is narrowed to', () => {
  test('whoever holds cases opens their own, and can open everybody’s', async () => {
    await allot(await aCase('Zoe', 'Zephyr'), officer)
    expect(namesOn(await officer.get('/children'))).toEqual(['Zoe Zephyr'])
    expect(namesOn(await officer.get('/children?whose=all'))).toHaveLength(50)
    const cleared = /href="([^"]+)"[^>]*>Clear all/.exec((await officer.get('/children')).html)?.[1] ?? ''
    expect(namesOn(await officer.get(cleared.replaceAll('&amp;', '&')))).toHaveLength(50)
  })

  test('by pathway, holder and day of its beginning', async () => {
    await allot(await aCase('Esp', 'Only', { pathway: 'esp-prevention', at: '2026-11-10T09:00:00Z' }), senior)
    expect(namesOn(await officer.get('/children?whose=all&pathway=esp-prevention'))).toEqual(['Esp Only'])
    expect(namesOn(await officer.get(`/children?whose=all&holder=${senior.userId}`))).toEqual(['Esp Only'])
    const on = (from: string, to: string) =>
      officer.get(`/children?whose=all&happened=began&on-from=${from}&on-to=${to}`)
    expect(namesOn(await on('2026-11-10', '2026-11-10'))).toEqual(['Esp Only'])
    expect(namesOn(await on('2026-11-11', '2026-11-20'))).toEqual([])
    const days = '/children?whose=all&on-from=2026-11-10&on-to=2026-11-10'
    expect(namesOn(await officer.get(days))).toEqual(['Esp Only'])
  })

  test('by age, to the day', async () => {
    // It is 21 November 2026.
    await aCase('Nearly', 'Eighteen', { born: '2008-11-22' })
    await aCase('Just', 'Eighteen', { born: '2008-11-21' })
    expect(namesOn(await senior.get('/children?whose=all&age=18-up'))).toEqual(['Just Eighteen'])
    expect(namesOn(await senior.get('/children?whose=all&age=16-17'))).toEqual(['Nearly Eighteen'])
  })

  test('by whether they have ended', async () => {
    const it = await aCase('Over', 'Already')
    await service.asOwner(
      `update involvement set ended_at = '2026-11-12T09:00:00Z', ending = 'completed' where involvement_id = $1`,
      [it.involvementId],
    )
    expect(namesOn(await senior.get('/children?whose=all&state=ended'))).toEqual(['Over Already'])
    const completed = '/children?whose=all&state=all&happened=ended&result=answer.completed'
    expect(namesOn(await senior.get(completed))).toEqual(['Over Already'])
    expect((await senior.get(completed)).text).toContain('How it went')
    const result = '/children?whose=all&state=all&result=answer.completed'
    expect(namesOn(await senior.get(result))).toEqual(['Over Already'])
  })

  test('by what nobody offers it is not', async () => {
    const page = await senior.get('/children?whose=all&pathway=nonsense&holder=someone&result=answer.nothing')
    expect(namesOn(page)).toHaveLength(50)
  })

  it('holds for a therapist only the children she works with', async () => {
    const therapist = await service.person('speech-therapist')
    expect((await therapist.get('/children?whose=all')).text).toContain('No cases')
  })
})

describe('a restricted record', () => {
  let restricted: string

  beforeAll(async () => {
    restricted = (await aCase('Rosa', 'Restricted', { pathway: 'esp-prevention' })).childId
    await service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Known', $3)`,
      [service.serviceId, restricted, senior.userId],
    )
    await service.asOwner('insert into child_access (service_id, child_id, user_id) values ($1, $2, $3)', [
      service.serviceId,
      restricted,
      senior.userId,
    ])
  })

  it('is in the list, and in an export, of those who are named for it only', async () => {
    const at = '/children?whose=all&restricted=yes'
    expect(namesOn(await senior.get(at))).toEqual(['Rosa Restricted'])
    expect(namesOn(await officer.get(at))).toEqual([])
    const other = await service.person('manager')
    const answer = await other.post('/children/export', { query: 'whose=all&restricted=yes', format: 'csv' })
    expect(answer.response.body).not.toContain('Rosa')
  })
})

describe('an export', () => {
  const ask = (who: TestPerson, fields: Record<string, string>) => who.post('/children/export', fields)

  it('holds all that the filter finds, in its order, and is written down with every child in it', async () => {
    await service.asOwner('truncate draft')
    const before = Number((await service.asOwner('select max(id) as id from audit_event'))[0]?.id)
    const answer = await ask(senior, { query: 'whose=all&pathway=diversion&sort=-name', format: 'csv' })
    expect(answer.status).toBe(200)
    const [head, ...rows] = parse(answer.response.rawPayload, { bom: true }) as string[][]
    expect(head?.slice(0, 3)).toEqual(['Name', 'Date of birth', 'Age'])
    expect(rows.length).toBeGreaterThan(120)
    expect(rows.map(([name]) => name)).toContain('Aaron Listed 007')
    expect(rows[0]?.[0]).toBe('Zoe Zephyr')
    expect(rows[0]?.[1]).toBe('2011-03-03')
    const written = await service.asOwner(
      `select action, purpose, person_id, child_id, after from audit_event where id > $1 order by id`,
      [before],
    )
    const [event] = written.filter(({ action }) => action === 'event')
    expect(event).toMatchObject({
      purpose: 'Exported the list “Children”',
      person_id: senior.userId,
      after: {
        list: '/children',
        filter: 'whose=all&pathway=diversion&sort=-name',
        rows: rows.length,
        format: 'csv',
      },
    })
    const seen = written.filter(({ action }) => action === 'view')
    const { children } = (seen[0]?.after ?? {}) as { children?: string[] }
    expect(new Set(children).size).toBe(rows.length)
    expect(seen[0]?.purpose).toBe('In an export of the list “Children”')
  })

  it('comes as Excel and OpenDocument too', async () => {
    for (const format of ['xlsx', 'ods']) {
      const answer = await ask(senior, { query: 'whose=all', format })
      expect(answer.response.rawPayload.subarray(0, 2).toString()).toBe('PK')
      expect(answer.response.headers['content-disposition']).toContain(`children-2026-11-21.${format}`)
    }
  })

  it('is for those only who may export', async () => {
    expect((await officer.get('/children?whose=all')).text).not.toContain('Export this list')
    expect((await ask(officer, { query: '', format: 'csv' })).status).toBe(403)
    const administrator = await service.person('administrator')
    expect((await ask(administrator, { query: '', format: 'csv' })).status).toBe(403)
  })
})

describe('what is due', () => {
  let keeper: TestPerson
  const due = async (what: string, more = '') =>
    namesOn(await senior.get(`/children?whose=all&holder=${keeper.userId}&due=${what}${more}`))
  const kept = async (given: string, day: string) => {
    const it = await aCase(given, 'Clock', { at: `${day}T09:00:00Z` })
    await allot(it, keeper)
    return it
  }

  beforeAll(async () => {
    keeper = await service.person('officer', 'Kit Keeper')
    // Ten working days are allowed for the screening, and fifteen for telling the police; today is Saturday 21 November.
    await kept('Ova', '2026-10-01')
    await kept('Nela', '2026-11-10')
    await kept('Lara', '2026-11-20')
    // One of its clocks has run out, and the other has not.
    await kept('Bo', '2026-11-05')
  })

  it('is found by its clocks: what has run out, and what runs out within seven days', async () => {
    expect(await due('overdue')).toEqual(['Bo Clock', 'Ova Clock'])
    expect(await due('week')).toEqual(['Bo Clock', 'Nela Clock'])
  })

  it('goes with the other filters, says itself on the page, and what is no answer is not asked', async () => {
    expect(namesOn(await keeper.get('/children?whose=mine&due=overdue'))).toEqual(['Bo Clock', 'Ova Clock'])
    expect(await due('overdue', '&pathway=esp-prevention')).toEqual([])
    const { text } = await keeper.get('/children?whose=mine&due=overdue')
    expect(text).toContain('Screening and assessment of suitability Overdue by')
    // Of the case with a clock that has not run out only the one that has.
    expect(text.match(/Police told what was decided Overdue by/g)).toHaveLength(1)
    expect((await keeper.get('/children?whose=mine')).text).not.toContain('What is due')
    expect(await due('soon')).toHaveLength(4)
    expect((await senior.get('/children?whose=all&due=week')).text).toContain('Due within 7 days')
  })

  it('is exported as it is shown', async () => {
    const query = `whose=all&holder=${keeper.userId}&due=overdue`
    const { response } = await senior.post('/children/export', { query, format: 'csv' })
    const [, ...rows] = parse(response.rawPayload.toString('utf8'), { bom: true, relaxColumnCount: true })
    expect(rows).toHaveLength(2)
    expect(rows[0]?.join()).toContain('Screening and assessment of suitability: by the end of')
  })

  it('hangs on the length that the service has set', async () => {
    await service.asOwner(
      `insert into clock_override (service_id, pathway, clock, unit, count, from_on, source, reason, set_by, set_at)
       values ($1, 'diversion', 'screening', 'workingDays', 5, '2026-11-10', 'Board', 'Trial', $2, now())`,
      [service.serviceId, senior.userId],
    )
    expect(await due('overdue')).toEqual(['Bo Clock', 'Nela Clock', 'Ova Clock'])
    await service.asOwner('delete from clock_override')
  })

  it('names no child whose record is restricted', async () => {
    const { childId } = await kept('Hid', '2026-10-01')
    expect(await due('overdue')).toContain('Hid Clock')
    await service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Staff', $3)`,
      [service.serviceId, childId, senior.userId],
    )
    expect(await due('overdue')).not.toContain('Hid Clock')
  })
})

describe('views that are changed in several windows at once', () => {
  const send = (who: TestPerson, fields: Record<string, string>) => who.post('/children/views', fields)
  const viewsOf = (who: TestPerson) =>
    service.asOwner(
      'select view_id, name, opens_with, version from list_view where user_id = $1 order by name',
      [who.userId],
    )
  const names = ['a', 'b', 'c', 'd', 'e']

  it('are all kept, and the list opens with one of them', async () => {
    const who = await service.person('officer')
    const sent = await Promise.all(
      names.map(name => send(who, { act: 'save', name, query: 'whose=all', opens: 'yes' })),
    )
    expect(sent.map(({ status }) => status)).toEqual(names.map(() => 303))
    const views = await viewsOf(who)
    expect(views).toHaveLength(5)
    expect(views.filter(({ opens_with }) => opens_with)).toHaveLength(1)
  })

  it('get one name once: the others are told that it is taken, or that they were overtaken', async () => {
    const who = await service.person('officer')
    for (const name of names) await send(who, { act: 'save', name, query: 'whose=all' })
    const sent = await Promise.all(
      (await viewsOf(who)).map(({ view_id, version }) =>
        send(who, {
          act: 'change',
          view: String(view_id),
          version: String(version),
          name: 'Mine',
          opens: 'yes',
        }),
      ),
    )
    const told = sent.map(({ status, text }) =>
      text.includes('Another of your views has this name') ? 422 : status,
    )
    expect(told.toSorted()).toEqual([303, 422, 422, 422, 422])
    expect((await viewsOf(who)).filter(({ opens_with }) => opens_with)).toHaveLength(1)
  })
})

describe('a person’s own views', () => {
  const save = (who: TestPerson, name: string, query: string, more: Record<string, string> = {}) =>
    who.post('/children/views', { act: 'save', name, query, ...more })
  const viewsOf = (who: TestPerson) =>
    service.asOwner('select * from list_view where user_id = $1 order by name', [who.userId])

  it('are kept under a name, and seen by nobody else', async () => {
    const answer = await save(senior, 'Young ones', 'age=10-12&junk=Aaron&whose=all')
    expect(answer.location).toBe('/children?whose=all&age=10-12')
    expect((await senior.get('/children?whose=all')).text).toContain('Young ones')
    expect((await officer.get('/children?whose=all')).text).not.toContain('Young ones')
    expect((await viewsOf(senior))[0]?.query).toBe('whose=all&age=10-12')
  })

  it('open with the list where the person says so, and everything can still be opened', async () => {
    await save(senior, 'ESP', 'whose=all&pathway=esp-prevention', { opens: 'yes' })
    expect((await senior.get('/children')).location).toBe('/children?whose=all&pathway=esp-prevention')
    expect((await senior.get('/children?view=all')).status).toBe(200)
  })

  it('can be renamed, and one opens with the list at most', async () => {
    const [esp, young] = await viewsOf(senior)
    const answer = await senior.post('/children/views', {
      act: 'change',
      view: String(young?.view_id),
      version: String(young?.version),
      name: 'Under thirteen',
      opens: 'yes',
    })
    expect(answer.status).toBe(303)
    expect((await senior.get('/children')).location).toBe('/children?whose=all&age=10-12')
    const taken = await senior.post('/children/views', {
      act: 'change',
      view: String(esp?.view_id),
      version: '2',
      name: 'under THIRTEEN',
    })
    expect(taken.status).toBe(422)
    expect(taken.text).toContain('Another of your views has this name')
    expect(taken.html).toContain('value="under THIRTEEN"')
  })

  it('are not changed over what another window has saved', async () => {
    const [view] = await viewsOf(senior)
    const fields = { act: 'change', view: String(view?.view_id), version: '1', name: 'Lost' }
    await senior.post('/children/views', fields)
    expect((await viewsOf(senior)).map(({ name }) => name)).not.toContain('Lost')
  })

  it('want a name, and keep the view that was to be kept', async () => {
    const answer = await save(senior, '  ', 'whose=all&state=ended')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Enter a name for the view')
    expect(answer.html).toContain('name="query" value="whose=all&amp;state=ended"')
  })

  it('can be removed, each only by whose they are', async () => {
    const [view] = await viewsOf(senior)
    const fields = { act: 'remove', view: String(view?.view_id) }
    await officer.post('/children/views', fields)
    expect(await viewsOf(senior)).toHaveLength(2)
    await senior.post('/children/views', fields)
    expect(await viewsOf(senior)).toHaveLength(1)
  })
})
