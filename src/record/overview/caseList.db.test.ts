import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import type { TestPage, TestPerson } from '../../app/testkit/service.ts'
import { readOds, readXlsx } from '../../platform/sheets/sheets.testkit.ts'
import { type CaseListTest, makeCaseList, namesOn } from './caseList.testkit.ts'

let t: CaseListTest
beforeAll(async () => {
  t = await makeCaseList()
})
afterAll(() => t.service.close())

const linkOn = ({ html }: TestPage, rel: 'prev' | 'next') =>
  new RegExp(`href="([^"]+)" rel="${rel}"`).exec(html)?.[1]?.replaceAll('&amp;', '&')

test('an ending that pathways call differently is named as the pathway asked for calls it', async () => {
  const of = (pathway: string) =>
    `/children?whose=all&state=all&happened=ended&result=answer.not-suitable${pathway}`
  const said = async (pathway: string) => (await t.senior.get(of(pathway))).text
  expect(await said('&pathway=esp-prevention')).toContain('How it went: Nothing needed from us.')
  expect(await said('&pathway=diversion')).toContain('How it went: Not suitable.')
  expect(await said('')).toMatch(/How it went: (Not suitable \/ Nothing|Nothing needed from us \/ Not)/)
})

describe('a long list', () => {
  let everybody: string[]

  beforeAll(async () => {
    // Three share a name, so that a page may end between them.
    for (let i = 0; i < 120; i++) {
      const number = String(i < 49 || i > 51 ? i : 50).padStart(3, '0')
      await t.aCase('Aaron', `Listed ${number}`, { at: `2026-0${(i % 9) + 1}-01T09:00:00Z` })
    }
    everybody = []
    let at: string | undefined = '/children?whose=all'
    while (at !== undefined) {
      const page: TestPage = await t.senior.get(at)
      everybody.push(...namesOn(page))
      at = linkOn(page, 'next')
    }
  })

  it('shows everybody once, in order, a page at a time', () => {
    expect(everybody).toHaveLength(120)
    expect(everybody).toEqual(everybody.toSorted())
  })

  it('says on paper what it shows, also where that is what it usually shows', async () => {
    const { html } = await t.senior.get('/children')
    expect(html).toContain('<p class="govuk-body tl-print-only">Whose: Everybody’s. Open or ended: Open.</p>')
  })

  it('goes back the way it came', async () => {
    const first = await t.senior.get('/children?whose=all')
    const second = await t.senior.get(linkOn(first, 'next') ?? '')
    const third = await t.senior.get(linkOn(second, 'next') ?? '')
    expect(linkOn(third, 'next')).toBeUndefined()
    const back = await t.senior.get(linkOn(third, 'prev') ?? '')
    expect(namesOn(back)).toEqual(namesOn(second))
    const start = await t.senior.get(linkOn(back, 'prev') ?? '')
    expect(namesOn(start)).toEqual(namesOn(first))
    expect(linkOn(start, 'prev')).toBeUndefined()
  })

  it('shows each once by the day on which they began too, the newest first', async () => {
    const seen: string[] = []
    let at: string | undefined = '/children?whose=all&sort=-began'
    while (at !== undefined) {
      const page: TestPage = await t.senior.get(at)
      seen.push(...(page.html.match(/Listed \d\d\d/g) ?? []))
      at = linkOn(page, 'next')
    }
    expect(seen).toHaveLength(120)
    expect(new Set(seen).size).toBe(118)
  })

  it('has no name in any address', async () => {
    const page = await t.senior.get('/children?whose=all')
    const addresses = page.html.match(/(href|action)="[^"]+"/g) ?? []
    expect(addresses.filter(address => /aaron|listed/i.test(address))).toEqual([])
  })

  it('begins again where the place is not there, or is of another service', async () => {
    const nowhere = await t.senior.get('/children?whose=all&after=0193b1a0-7c00-7000-8000-00000000dead')
    expect(namesOn(nowhere)).toHaveLength(50)
    expect(linkOn(nowhere, 'prev')).toBeUndefined()
  })
})

describe('what the list is narrowed to', () => {
  test('whoever holds cases opens their own, and can open everybody’s', async () => {
    await t.allot(await t.aCase('Zoe', 'Zephyr'), t.officer)
    expect(namesOn(await t.officer.get('/children'))).toEqual(['Zoe Zephyr'])
    expect(namesOn(await t.officer.get('/children?whose=all'))).toHaveLength(50)
    const cleared = /href="([^"]+)"[^>]*>Clear all/.exec((await t.officer.get('/children')).html)?.[1] ?? ''
    expect(namesOn(await t.officer.get(cleared.replaceAll('&amp;', '&')))).toHaveLength(50)
  })

  test('offers as holder whoever can be named as one, and whoever holds a case already', async () => {
    const board = await t.service.person('board-member', 'Bo Board')
    await t.service.person('victim-worker', 'Vera Victims')
    const offered = async () => {
      const { html } = await t.senior.get('/children?whose=all')
      return ['Olive Officer', 'Bo Board', 'Vera Victims'].filter(name => html.includes(`>${name}</option>`))
    }
    expect(await offered()).toEqual(['Olive Officer'])
    await t.allot(await t.aCase('Held', 'Of old'), board)
    expect(await offered()).toEqual(['Olive Officer', 'Bo Board'])
  })

  test('by pathway, holder and day of its beginning', async () => {
    await t.allot(
      await t.aCase('Esp', 'Only', { pathway: 'esp-prevention', at: '2026-11-10T09:00:00Z' }),
      t.senior,
    )
    expect(namesOn(await t.officer.get('/children?whose=all&pathway=esp-prevention'))).toEqual(['Esp Only'])
    expect(namesOn(await t.officer.get(`/children?whose=all&holder=${t.senior.userId}`))).toEqual([
      'Esp Only',
    ])
    const on = (from: string, to: string) =>
      t.officer.get(`/children?whose=all&happened=began&on-from=${from}&on-to=${to}`)
    expect(namesOn(await on('2026-11-10', '2026-11-10'))).toEqual(['Esp Only'])
    expect(namesOn(await on('2026-11-11', '2026-11-20'))).toEqual([])
    const days = '/children?whose=all&on-from=2026-11-10&on-to=2026-11-10'
    expect(namesOn(await t.officer.get(days))).toEqual(['Esp Only'])
  })

  test('by age, to the day', async () => {
    // It is 21 November 2026.
    await t.aCase('Nearly', 'Eighteen', { born: '2008-11-22' })
    await t.aCase('Just', 'Eighteen', { born: '2008-11-21' })
    expect(namesOn(await t.senior.get('/children?whose=all&age=18-up'))).toEqual(['Just Eighteen'])
    expect(namesOn(await t.senior.get('/children?whose=all&age=16-17'))).toEqual(['Nearly Eighteen'])
  })

  test('by whether they have ended', async () => {
    const it = await t.aCase('Over', 'Already')
    await t.service.asOwner(
      `update involvement set ended_at = '2026-11-12T09:00:00Z', ending = 'completed' where involvement_id = $1`,
      [it.involvementId],
    )
    expect(namesOn(await t.senior.get('/children?whose=all&state=ended'))).toEqual(['Over Already'])
    const completed = '/children?whose=all&state=all&happened=ended&result=answer.completed'
    expect(namesOn(await t.senior.get(completed))).toEqual(['Over Already'])
    expect((await t.senior.get(completed)).text).toContain('How it went')
    const result = '/children?whose=all&state=all&result=answer.completed'
    expect(namesOn(await t.senior.get(result))).toEqual(['Over Already'])
  })

  test('by what nobody offers it is not, and it says so without repeating it', async () => {
    const page = await t.senior.get(
      '/children?whose=all&pathway=nonsense&holder=someone&result=answer.nothing',
    )
    expect(namesOn(page)).toHaveLength(50)
    expect(page.text).toContain('these filters do not know: “Holder”, “Pathway”, “How it went”')
    expect(page.text).not.toContain('nonsense')
    const happened = await t.senior.get('/children?happened=nonsense')
    expect(happened.text).toMatch(/the filter “[^”]+” does not know\. It was left out/)
    const tidied = await t.senior.get('/children?whose=all&pathway=&happened=nonsense')
    expect(tidied.location).toBe('/children?whose=all')
    expect((await t.senior.get(tidied.location ?? '')).text).toContain('It was left out')
    expect((await t.senior.get('/children?whose=all')).text).not.toContain('left out')
  })

  it('says where the filter leaves everything out, and what would stand here where nothing does', async () => {
    const narrowed = await t.senior.get('/children?whose=all&age=10-11&state=ended&restricted=yes')
    expect(narrowed.text).toContain('Nothing fits what the list is narrowed to')
    expect((await t.senior.get('/follow-ups')).text).not.toContain('Nothing fits')
  })

  it('holds for a therapist only the children she works with', async () => {
    const therapist = await t.service.person('speech-therapist')
    expect((await therapist.get('/children?whose=all')).text).toContain('No cases')
  })
})

describe('a restricted record', () => {
  let restricted: string

  beforeAll(async () => {
    restricted = (await t.aCase('Rosa', 'Restricted', { pathway: 'esp-prevention' })).childId
    await t.service.asOwner(
      `insert into child_restriction (service_id, child_id, reason, restricted_by) values ($1, $2, 'Known', $3)`,
      [t.service.serviceId, restricted, t.senior.userId],
    )
    await t.service.asOwner('insert into child_access (service_id, child_id, user_id) values ($1, $2, $3)', [
      t.service.serviceId,
      restricted,
      t.senior.userId,
    ])
  })

  it('is in the list, and in an export, of those who are named for it only', async () => {
    const at = '/children?whose=all&restricted=yes'
    expect(namesOn(await t.senior.get(at))).toEqual(['Rosa Restricted'])
    expect(namesOn(await t.officer.get(at))).toEqual([])
    const other = await t.service.person('manager')
    const answer = await other.post('/children/export', { query: 'whose=all&restricted=yes', format: 'csv' })
    expect(answer.response.body).not.toContain('Rosa')
  })
})

describe('an export', () => {
  const ask = (who: TestPerson, fields: Record<string, string>) => who.post('/children/export', fields)

  it('holds all that the filter finds, in its order, and is written down with every child in it', async () => {
    await t.service.asOwner('truncate draft')
    const before = Number((await t.service.asOwner('select max(id) as id from audit_event'))[0]?.id)
    const answer = await ask(t.senior, { query: 'whose=all&pathway=diversion&sort=-name', format: 'csv' })
    expect(answer.status).toBe(200)
    const [head, ...rows] = parse(answer.response.rawPayload, { bom: true }) as string[][]
    expect(head?.slice(0, 3)).toEqual(['Name', 'Date of birth', 'Age'])
    expect(rows.length).toBeGreaterThan(120)
    expect(rows.map(([name]) => name)).toContain('Aaron Listed 007')
    expect(rows[0]?.[0]).toBe('Zoe Zephyr')
    expect(rows[0]?.[1]).toBe('2011-03-03')
    const written = await t.service.asOwner(
      `select action, purpose, person_id, child_id, after from audit_event where id > $1 order by id`,
      [before],
    )
    const [event] = written.filter(({ action }) => action === 'event')
    expect(event).toMatchObject({
      purpose: 'Exported the list “Children”',
      person_id: t.senior.userId,
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
      const answer = await ask(t.senior, { query: 'whose=all', format })
      expect(answer.response.rawPayload.subarray(0, 2).toString()).toBe('PK')
      expect(answer.response.headers['content-disposition']).toContain(`children-2026-11-21.${format}`)
    }
  })

  it('has ages as numbers and dates as dates in both', async () => {
    const query = 'whose=all&pathway=diversion&sort=-name'
    const of = async (format: string) => (await ask(t.senior, { query, format })).response.rawPayload
    const [head, first] = await readXlsx(await of('xlsx'))
    const kinds = Object.fromEntries((head ?? []).map(({ value }, at) => [value, first?.[at]?.kind]))
    expect(kinds).toMatchObject({ Name: 'text', 'Date of birth': 'number', Age: 'number' })
    const [, row] = await readOds(await of('ods'))
    expect(row?.slice(1, 3)).toEqual([
      { kind: 'date', value: '2011-03-03' },
      { kind: 'float', value: '15' },
    ])
  })

  it('is for those only who may export', async () => {
    expect((await t.officer.get('/children?whose=all')).text).not.toContain('Export this list')
    expect((await ask(t.officer, { query: '', format: 'csv' })).status).toBe(403)
    const administrator = await t.service.person('administrator')
    expect((await ask(administrator, { query: '', format: 'csv' })).status).toBe(403)
  })
})
