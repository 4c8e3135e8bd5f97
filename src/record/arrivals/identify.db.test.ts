import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hiddenValue } from '../../app/testkit/service.ts'
import { type Arrivals, head, makeArrivals, reference } from './arrivals.testkit.ts'

let service: Arrivals['service']
let officer: Arrivals['officer']
let send: Arrivals['send']
let arrived: Arrivals['arrived']

beforeAll(async () => {
  ;({ service, officer, send, arrived } = await makeArrivals())
})
afterAll(() => service.close())

describe('who is it?', () => {
  test('a case goes from its notification to its ending', async () => {
    const senior = await service.person('senior', 'Sam Senior')
    const worker = await service.person('officer', 'Olu Officer')
    const one = reference()
    await send(`${head}\n${one},16/11/2026,Kofi,Brandt,1/2/2011,Broke a fence,8\n`)
    const list = await officer.get('/arrivals')
    expect(list.text).toContain('Kofi Brandt')
    const id = String((await arrived(one))?.notification_id)
    const opened = await officer.fill(`/arrivals/${id}`, { child: 'new' })
    const address = opened.location ?? ''
    expect(address).toMatch(/^\/children\/.*\/cases\//)
    const step = (name: string, fields: Record<string, string | string[]>, by = senior) =>
      by.fill(`${address}/steps/${name}`, { 'happened-on': '20/11/2026', ...fields })
    await step('screen', {
      'asked-of': ['child', 'school'],
      strengths: 'Draws well',
      worries: 'Nothing',
      communication: 'none',
      'communication-reason-none': 'Therapist, 2024',
      exploitation: 'no-sign',
      'danger-now': 'no',
    })
    await step('decide', { decision: 'suitable', reason: 'A mentor would do good' })
    await step('offer', { 'offered-to': ['child'], how: ['visit'], offered: 'Twelve weeks of drawing' })
    await step('accept', { 'accepted-by': ['child'], hopes: 'To draw', sharing: 'yes' })
    await step('allocate', { worker: worker.userId })
    expect((await senior.get(address)).text).toContain('Olu Officer')
    await step(
      'start',
      {
        goals: 'Finish a comic',
        'child-safe': 'Gran',
        'others-safe': 'No victim',
        'planned-end': '20/2/2027',
      },
      worker,
    )
    const ended = await step(
      'end',
      {
        outcome: 'completed',
        achieved: 'A comic of eight pages',
        'child-says': 'It was good',
        repaired: 'no-victim',
        'safe-now': 'Well',
        'next-help': 'Art club',
      },
      worker,
    )
    expect(ended.location).toBe(address)
    const page = await senior.get(address)
    expect(page.text).toContain('Ended: Completed')
    expect(page.text).toContain('A comic of eight pages')
  })

  test('two arrivals that wait about one child know of each other, and one about somebody else of that birthday does not', async () => {
    const [first, second, third] = [reference(), reference(), reference()]
    await send(
      `${head}\n${first},16/11/2026,Emre,Quillfeather,9/9/2011,Theft,8\n${second},17/11/2026,Emre,Quillfeather,9/9/2011,Theft,8\n${third},17/11/2026,Kiara,Palmerston,9/9/2011,Theft,8\n`,
    )
    const at = async (one: string) => `/arrivals/${(await arrived(one))?.notification_id}`
    const { text, html } = await officer.get(await at(first))
    expect(text).toContain('Also waiting, perhaps about the same child: Emre Quillfeather')
    expect(html).toContain(await at(second))
    expect(html).not.toContain(await at(third))
    expect((await officer.get(await at(third))).text).not.toContain('Also waiting')
  })

  test('a child that we know is offered, with why, and a person decides', async () => {
    const [first, second] = [reference(), reference()]
    await send(`${head}\n${first},16/11/2026,Siân,Llewellyn,4/3/2011,Theft,8\n`)
    await officer.fill(`/arrivals/${(await arrived(first))?.notification_id}`, { child: 'new' })
    await send(`${head}\n${second},17/11/2026,Sian,Llewelyn,3/4/2011,Theft,8\n`)
    const address = `/arrivals/${(await arrived(second))?.notification_id}`
    const page = await officer.get(address)
    expect(page.text).toContain('Siân Llewellyn')
    expect(page.text).toContain('The same date of birth, day and month exchanged')
    const child = String((await arrived(first))?.child_id)
    await officer.fill(address, { child, [`case-${child}`]: 'new' })
    expect((await arrived(second))?.child_id).toBe(child)
    const names = await service.asOwner('select name, kind from child_name where child_id = $1', [child])
    expect(names).toEqual([{ name: 'Sian Llewelyn', kind: 'spelling' }])
  })

  test('another spelling of both names is offered without a date of birth', async () => {
    const [one, two] = [reference(), reference()]
    await send(`${head}\n${one},16/11/2026,Layla,Haddad,5/6/2010,Theft,8\n`)
    await officer.fill(`/arrivals/${(await arrived(one))?.notification_id}`, { child: 'new' })
    await send(`${head}\n${two},16/11/2026,Lejla,Hadad,,Theft,8\n`)
    const page = await officer.get(`/arrivals/${(await arrived(two))?.notification_id}`)
    expect(page.text).toContain('A name spelled like “Layla Haddad” (39% alike)')
  })

  test('nobody can say it is a child who was not offered', async () => {
    const one = reference()
    await send(`${head}\n${one},16/11/2026,Nia,Quill,5/6/2011,Theft,8\n`)
    const other = await service.asOwner('select child_id from child limit 1')
    const answer = await officer.fill(`/arrivals/${(await arrived(one))?.notification_id}`, {
      child: String(other[0]?.child_id),
    })
    expect(answer.status).toBe(422)
    expect((await arrived(one))?.child_id).toBeNull()
  })

  test('two people who settle the same notification at once do not open two cases', async () => {
    const colleague = await service.person('officer')
    const one = reference()
    await send(`${head}\n${one},16/11/2026,Max,Twice,5/6/2011,Theft,8\n`)
    const address = `/arrivals/${(await arrived(one))?.notification_id}`
    const pages = [await officer.get(address), await colleague.get(address)]
    const [mine = {}, theirs = {}] = pages.map(({ html }) => ({
      _csrf: hiddenValue(html, '_csrf') ?? '',
      _version: hiddenValue(html, '_version') ?? '',
      _was: hiddenValue(html, '_was') ?? '',
      child: 'new',
    }))
    const answers = await Promise.all([officer.post(address, mine), colleague.post(address, theirs)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const late = await colleague.post(address, theirs)
    const told = await colleague.get(late.location ?? '')
    expect(told.text).toContain('Not saved: somebody else has just said which child it is')
    expect(told.html).toContain('moj-alert--warning')
    expect(
      await service.asOwner(`select count(*)::int as count from child where family_name = 'Twice'`),
    ).toEqual([{ count: 1 }])
  })

  test('a notification that needs no case is closed with the reason', async () => {
    const one = reference()
    await send(`${head}\n${one},16/11/2026,Ida,Gone,5/6/2011,Theft,8\n`)
    const id = (await arrived(one))?.notification_id
    const refusal = await officer.fill(`/arrivals/${id}/close`, { why: 'Other' })
    expect(refusal.text).toContain('Say why no case is opened')
    await officer.fill(`/arrivals/${id}/close`, { why: 'Other', 'why-reason-Other': 'Lives in France' })
    expect((await arrived(one))?.closed_reason).toBe('Other: Lives in France')
  })
})

test('a second notification of a child who has just become known is not opened as another child unseen', async () => {
  const [one, two] = [reference(), reference()]
  const row = (it: string) => `${it},16/11/2026,Ottilie,Fresh,5/6/2011,Theft,8`
  await send([head, row(one), row(two)].join('\n'))
  const second = `/arrivals/${(await arrived(two))?.notification_id}`
  const opened = await officer.get(second)
  await officer.fill(`/arrivals/${(await arrived(one))?.notification_id}`, { child: 'new' })
  const sent = { child: 'new', _version: hiddenValue(opened.html, '_version') ?? '', _was: '' }
  const stale = await officer.post(second, sent)
  expect(stale.status).toBe(422)
  expect(stale.text).toContain('Ottilie Fresh, born 5 June 2011')
  const views = await service.asOwner(
    `select count(*)::int as count from audit_event where action = 'view' and (child_id = $1::uuid or after -> 'children' ? $1::text) and request in (
       select request from audit_event where purpose = 'Shown as a child whom an arrival may be about')`,
    [String((await arrived(one))?.child_id)],
  )
  expect(views).toEqual([{ count: 1 }])
  const said = { ...sent, 'child-reason-new': 'Twins of one name, says the police' }
  const asked = await officer.post(second, said)
  expect(asked.text).toContain('Other children than before may now be the one')
  const twin = await officer.post(second, { ...said, _was: hiddenValue(asked.html, '_was') ?? '' })
  expect(twin.status).toBe(303)
  const child = String((await arrived(two))?.child_id)
  const history = await officer.get(`/children/${child}/history`)
  expect(history.text).toContain('Twins of one name, says the police')
})

test('two who add what may be one child at the same moment: the second is asked again', async () => {
  const colleague = await service.person('officer')
  const both = [reference(), reference()]
  await send([head, ...both.map(it => `${it},16/11/2026,Nobody,Knowsme,,Theft,8`)].join('\n'))
  const address = async (it: string) => `/arrivals/${(await arrived(it))?.notification_id}`
  const [one, two] = [await address(both[0] ?? ''), await address(both[1] ?? '')]
  const open = async (person: typeof officer, at: string) => {
    const { html } = await person.get(at)
    return {
      child: 'new',
      _csrf: hiddenValue(html, '_csrf') ?? '',
      _version: hiddenValue(html, '_version') ?? '',
      _was: hiddenValue(html, '_was') ?? '',
    }
  }
  const [mine, theirs] = [await open(officer, one), await open(colleague, two)]
  const answers = await Promise.all([officer.post(one, mine), colleague.post(two, theirs)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  const [asked] = answers.filter(({ status }) => status === 422)
  expect(asked?.text).toContain('Other children than before may now be the one')
  expect(asked?.text).toContain('Nobody Knowsme')
})

describe('a date of birth that was not known', () => {
  const childOf = async (id: string) =>
    (
      await service.asOwner(
        'select birth_date::text as born, birth_date_basis as basis from child where child_id = $1',
        [id],
      )
    )[0]

  test.each([
    ['yes', { born: '2011-06-05', basis: 'known' }],
    ['no', { born: null, basis: 'unknown' }],
  ])('is learnt from what arrives where a person says so: %s', async (answer, expected) => {
    const [one, two] = [reference(), reference()]
    await send(`${head}\n${one},16/11/2026,Learnt,Later-${answer},,Theft,8\n`)
    await officer.fill(`/arrivals/${(await arrived(one))?.notification_id}`, { child: 'new' })
    const child = String((await arrived(one))?.child_id)
    await send(`${head}\n${two},17/11/2026,Learnt,Later-${answer},5/6/2011,Theft,8\n`)
    const address = `/arrivals/${(await arrived(two))?.notification_id}`
    expect((await officer.get(address)).text).toContain('Is 5 June 2011 the date of birth?')
    const said = { child, [`case-${child}`]: 'new' }
    expect((await officer.fill(address, said)).status).toBe(422)
    await officer.fill(address, { ...said, 'birth-date': answer })
    expect(await childOf(child)).toEqual(expected)
  })
})

describe('two of the children offered', () => {
  test('who look like one child are named to a senior, until somebody says that they are twins', async () => {
    const senior = await service.person('senior')
    const refs = [reference(), reference(), reference()]
    for (const one of refs.slice(0, 2)) {
      await send(`${head}\n${one},16/11/2026,Idris,Doubled,5/6/2012,Theft,8\n`)
      await officer.fill(`/arrivals/${(await arrived(one))?.notification_id}`, {
        child: 'new',
        ...Object.fromEntries(
          (await service.asOwner(`select child_id from child where family_name = 'Doubled'`)).map(() => [
            'child-reason-new',
            'Another school',
          ]),
        ),
      })
    }
    await send(`${head}\n${refs[2]},17/11/2026,Idris,Doubled,5/6/2012,Theft,8\n`)
    const address = `/arrivals/${(await arrived(String(refs[2])))?.notification_id}`
    expect((await senior.get(address)).text).toContain('may be two records of one child. Compare the two')
    expect((await officer.get(address)).text).toContain('A senior or a manager can merge them.')
    const [a, b] = await service.asOwner(`select child_id from child where family_name = 'Doubled'`)
    await officer.fill(`/children/${a?.child_id}/not-same/${b?.child_id}`, { relation: 'twin' })
    const after = await senior.get(address)
    expect(after.text).not.toContain('may be two records of one child')
    expect(after.text).toMatch(/You have said: twin of [0-9A-Z-]+\./)
  })
})
