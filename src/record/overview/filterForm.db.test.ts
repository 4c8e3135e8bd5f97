import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type CaseListTest, makeCaseList, namesOn } from './caseList.testkit.ts'

// The filter of a list is a form that works without scripts: a browser sends every field of it, also those left empty.

let t: CaseListTest
beforeAll(async () => {
  t = await makeCaseList()
  await t.aCase('Early', 'Arrived', { at: '2026-11-04T09:00:00Z' })
  await t.aCase('Late', 'Arrived', { at: '2026-11-14T09:00:00Z' })
})
afterAll(() => t.service.close())

const led = async (address: string) => {
  const { status, response } = await t.senior.get(address)
  return { status, to: response.headers.location }
}

describe('what the filter’s form sends', () => {
  it('leads to the address of the list without what was left empty', async () => {
    const sent = '/children?whose=all&holder=&state=open&due=&pathway=diversion&on-from=&on-to='
    expect(await led(sent)).toEqual({ status: 303, to: '/children?whose=all&pathway=diversion' })
  })

  it('leads to everything where all is empty, also whoever’s own view the list opens with', async () => {
    const sent = '/appointments?on-from=&on-to=&with=&state=&kind='
    expect(await led(sent)).toEqual({ status: 303, to: '/appointments?view=all' })
  })

  test.each(['4/11/2026', '04.11.2026', '4 November 2026', '4 nov 2026'])(
    'takes the date %s',
    async typed => {
      const query = new URLSearchParams({ whose: 'all', 'on-from': '', 'on-to': typed })
      expect(await led(`/children?${query}`)).toEqual({
        status: 303,
        to: '/children?whose=all&on-to=2026-11-04',
      })
      const page = await t.senior.get('/children?whose=all&on-to=2026-11-04')
      expect(namesOn(page)).toEqual(['Early Arrived'])
      expect(page.html).toContain('value="4/11/2026"')
    },
  )

  it('is asked again where a date is none, or the last stands before the first', async () => {
    const page = await t.senior.get('/children?whose=all&on-from=31%2F11%2F2026&on-to=soon')
    expect(page.status).toBe(422)
    expect(page.text).toContain('The first day: there is no such day. Check the day and the month')
    expect(page.text).toContain('The last day must be a date, like 27/3/2026')
    expect(page.html).toContain('href="#on-from"')
    expect(page.html).toContain('value="31/11/2026"')
    expect(page.html).toContain('value="soon"')
    expect(namesOn(page)).toEqual([])
    const turned = await t.senior.get('/children?whose=all&on-from=2026-11-05&on-to=2026-11-04')
    expect(turned.text).toContain('The last day must be the same as or after the first day')
  })
})

test('the other pages with a filter lead to tidy addresses too', async () => {
  const { childId } = await t.aCase('Some', 'Child')
  const manager = await t.service.person('manager')
  const administrator = await t.service.person('administrator')
  const to = async (who: typeof manager, address: string) =>
    (await who.get(address)).response.headers.location
  expect(await to(manager, '/figures?period=month&from=&to=&pathway=')).toBe('/figures?period=month')
  expect(await to(manager, '/figures?period=between&from=1%2F2%2F2026&to=3%2F2%2F2026&pathway=')).toBe(
    '/figures?period=between&from=2026-02-01&to=2026-02-03',
  )
  expect(await to(manager, '/team?only=&role=&term=')).toBe('/team')
  expect(await to(administrator, '/admin/people?role=&show=all')).toBe('/admin/people?show=all')
  const chronology = `/children/${childId}/chronology`
  expect(await to(t.senior, `${chronology}?kind=step&from=1%2F2%2F2026&to=&case=`)).toBe(
    `${chronology}?kind=step&from=2026-02-01`,
  )
  expect(await to(t.senior, `${chronology}?kind=step&significant=`)).toBe(`${chronology}?kind=step`)
  expect(await to(t.senior, `${chronology}?all=&from=1%2F2%2F2026`)).toBe(
    `${chronology}?from=2026-02-01&all=`,
  )
  expect((await t.senior.get(`${chronology}?all`)).status).toBe(200)
  const wrong = await t.senior.get(`${chronology}?from=soon&to=&case=`)
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('The first day must be a date')
})

describe('how many there are', () => {
  it('stands above a list that fits on a page', async () => {
    expect((await t.senior.get('/children?whose=all&on-from=2026-11-14')).text).toMatch(/\b1 case\b/)
    expect((await t.senior.get('/children?whose=all&on-to=2026-11-10')).text).toMatch(/\b2 cases\b/)
    expect((await t.senior.get('/children?whose=all&on-to=2020-01-01')).text).not.toMatch(/\b\d+ cases?\b/)
  })

  it('is counted for a longer one when somebody asks, and for what happened always', async () => {
    for (let i = 0; i < 60; i++) await t.aCase('Counted', `Number ${i}`, { pathway: 'esp-prevention' })
    const page = await t.senior.get('/children?whose=all&pathway=esp-prevention')
    expect(page.text).not.toMatch(/\b\d+ cases\b/)
    const href = /href="([^"]+)">Count the cases/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await t.senior.get(href)).text).toMatch(/\b60 cases\b/)
    const began = '/children?whose=all&pathway=esp-prevention&happened=began'
    expect((await t.senior.get(began)).text).toMatch(/\b60 cases\b/)
  })

  it('says of very many only that they are more', async () => {
    await t.service.asOwner(
      `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at)
       select i.service_id, i.child_id, 'esp-prevention', i.route_in, i.stage, i.started_at
       from involvement i cross join generate_series(1, 10001) limit 10001`,
    )
    expect((await t.senior.get('/children?whose=all&pathway=esp-prevention&count=yes')).text).toContain(
      'More than 10,000 cases',
    )
  })
})
