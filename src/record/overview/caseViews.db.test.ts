import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestPerson } from '../../app/testkit/service.ts'
import { type CaseListTest, makeCaseList } from './caseList.testkit.ts'

let t: CaseListTest
beforeAll(async () => {
  t = await makeCaseList()
})
afterAll(() => t.service.close())

describe('a person’s own views', () => {
  const save = (who: TestPerson, name: string, query: string, more: Record<string, string> = {}) =>
    who.post('/children/views', { act: 'save', name, query, ...more })
  const viewsOf = (who: TestPerson) =>
    t.service.asOwner('select * from list_view where user_id = $1 order by name', [who.userId])

  it('are kept under a name, and seen by nobody else', async () => {
    const answer = await save(t.senior, 'Young ones', 'age=10-12&junk=Aaron&whose=all')
    expect(answer.location).toBe('/children?whose=all&age=10-12')
    expect((await t.senior.get('/children?whose=all')).text).toContain('Young ones')
    expect((await t.officer.get('/children?whose=all')).text).not.toContain('Young ones')
    expect((await viewsOf(t.senior))[0]?.query).toBe('whose=all&age=10-12')
  })

  it('open with the list where the person says so, and everything can still be opened', async () => {
    await save(t.senior, 'ESP', 'whose=all&pathway=esp-prevention', { opens: 'yes' })
    expect((await t.senior.get('/children')).location).toBe('/children?whose=all&pathway=esp-prevention')
    expect((await t.senior.get('/children?view=all')).status).toBe(200)
  })

  it('can be renamed, and one opens with the list at most', async () => {
    const [esp, young] = await viewsOf(t.senior)
    const answer = await t.senior.post('/children/views', {
      act: 'change',
      view: String(young?.view_id),
      version: String(young?.version),
      name: 'Under thirteen',
      opens: 'yes',
    })
    expect(answer.status).toBe(303)
    expect((await t.senior.get('/children')).location).toBe('/children?whose=all&age=10-12')
    const taken = await t.senior.post('/children/views', {
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
    const [view] = await viewsOf(t.senior)
    const fields = { act: 'change', view: String(view?.view_id), version: '1', name: 'Lost' }
    await t.senior.post('/children/views', fields)
    expect((await viewsOf(t.senior)).map(({ name }) => name)).not.toContain('Lost')
  })

  it('want a name, and keep the view that was to be kept', async () => {
    const answer = await save(t.senior, '  ', 'whose=all&state=ended')
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Enter a name for the view')
    expect(answer.html).toContain('name="query" value="whose=all&amp;state=ended"')
  })

  it('can be removed, each only by whose they are', async () => {
    const [view] = await viewsOf(t.senior)
    const fields = { act: 'remove', view: String(view?.view_id) }
    await t.officer.post('/children/views', fields)
    expect(await viewsOf(t.senior)).toHaveLength(2)
    await t.senior.post('/children/views', fields)
    expect(await viewsOf(t.senior)).toHaveLength(1)
  })
})

describe('views that are changed in several windows at once', () => {
  const send = (who: TestPerson, fields: Record<string, string>) => who.post('/children/views', fields)
  const viewsOf = (who: TestPerson) =>
    t.service.asOwner(
      'select view_id, name, opens_with, version from list_view where user_id = $1 order by name',
      [who.userId],
    )
  const names = ['a', 'b', 'c', 'd', 'e']

  it('are all kept, and the list opens with one of them', async () => {
    const who = await t.service.person('officer')
    const sent = await Promise.all(
      names.map(name => send(who, { act: 'save', name, query: 'whose=all', opens: 'yes' })),
    )
    expect(sent.map(({ status }) => status)).toEqual(names.map(() => 303))
    const views = await viewsOf(who)
    expect(views).toHaveLength(5)
    expect(views.filter(({ opens_with }) => opens_with)).toHaveLength(1)
  })

  it('get one name once: the others are told that it is taken, or that they were overtaken', async () => {
    const who = await t.service.person('officer')
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
