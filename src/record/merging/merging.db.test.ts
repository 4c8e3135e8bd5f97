import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { hiddenValue } from '../../app/testkit/service.ts'
import { everythingAbout, type Merging, makeMerging, proposed } from './merging.testkit.ts'
import { holdRecords, moveRecord } from './mergingQueries.ts'

let it_: Merging
beforeAll(async () => {
  it_ = await makeMerging()
})
afterAll(() => it_.service.close())

const referenceOf = async (childId: string) =>
  String(
    (await it_.service.asOwner('select reference from child where child_id = $1', [childId]))[0]?.reference,
  )
const holding = async (table: string, childId: string) =>
  Number(
    (
      await it_.service.asOwner(`select count(*)::int as count from ${table} where child_id = $1`, [childId])
    )[0]?.count,
  )
/** How many transactions of this test's database wait for another to end. */
const waiting = async () =>
  Number(
    (
      await it_.service.asOwner(`select count(*)::int as waiting from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where not l.granted and a.datname = current_database()`)
    )[0]?.waiting,
  )
const born = Temporal.PlainDate.from('2011-03-04')

describe('a preview', () => {
  it('shows both records side by side, what differs, and what becomes of everything', async () => {
    const { aChild, work, senior } = it_
    const kept = await aChild({ birthDate: born, phone: '07700 900111', school: 'Brook Academy' })
    const gone = await aChild({
      givenName: 'Tarik',
      birthDate: born,
      phone: '07700 900222',
      address: '3 Larkspur Row',
    })
    await work(kept, 'A dog in the yard')
    await work(gone, 'A dog in the yard')
    const page = await senior.get(`/children/${kept}/merge/${gone}`)
    for (const words of [
      'Tarik Amin',
      '07700 900222',
      'Both records have an open case of “Diversion after a community resolution”',
      'The alert “A dog in the yard” is open in both records',
      'Steps of cases',
      'Neither record is restricted',
      'If these are two children',
    ])
      expect(page.text).toContain(words)
    // Only one of the two says where the child lives: that is not asked.
    for (const part of ['name', 'phone']) expect(page.html).toContain(`name="take-${part}"`)
    expect(page.html).not.toContain('name="take-address"')
    expect(page.text).toContain('3 Larkspur Row')
  })

  it('chooses nothing beforehand where the two contradict each other, and asks until somebody does', async () => {
    const { aChild, senior } = it_
    const bornIn = (year: number) => ({
      birthDate: Temporal.PlainDate.from(`${year}-03-04`),
      birthDateBasis: 'known' as const,
    })
    const [kept, gone] = [await aChild(bornIn(2010)), await aChild(bornIn(2013))]
    const address = `/children/${kept}/merge/${gone}`
    const page = await senior.get(address)
    expect(page.html).toContain('name="take-birth-date"')
    expect(proposed(page.html)).toEqual({})
    expect(page.text).toContain('Where the two contradict each other nothing is chosen beforehand')
    const refused = await senior.fill(address, { reason: 'The mother said so' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Choose which to keep: date of birth')
    const chosen = { reason: 'The mother said so', 'take-birth-date': 'gone' }
    expect((await senior.fill(address, chosen)).location).toBe(`/children/${kept}`)
    expect((await senior.get(`/children/${kept}/details`)).text).toContain('4 March 2013')
  })

  it('comes back with what was chosen where a record was changed meanwhile', async () => {
    const { aChild, note, senior, service } = it_
    const [kept, gone] = [await aChild({ phone: '1' }), await aChild({ phone: '2' })]
    const address = `/children/${kept}/merge/${gone}`
    const opened = await senior.get(address)
    await service.as(senior, tx => note(tx, gone, 'A new note'))
    const sent = {
      _csrf: hiddenValue(opened.html, '_csrf') ?? '',
      _version: hiddenValue(opened.html, '_version') ?? '',
      _was: hiddenValue(opened.html, '_was') ?? '',
      'take-phone': 'gone',
      reason: 'The mother said so',
    }
    const answer = await senior.post(address, sent)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('One of the records has changed since you opened this page')
    expect(proposed(answer.html)['take-phone']).toBe('gone')
    expect(answer.text).toContain('The mother said so')
    const again = { ...sent, _was: hiddenValue(answer.html, '_was') ?? '' }
    expect((await senior.post(address, again)).location).toBe(`/children/${kept}`)
    expect(await holding('note', kept)).toBe(1)
  })
})

describe('a merge', () => {
  it('moves everything, keeps every name and the other address, and answers the old address and reference', async () => {
    const { aChild, work, merge, senior, service } = it_
    const kept = await aChild({
      givenName: 'Ines',
      familyName: 'Quayle',
      birthDate: born,
      address: '1 Elm Way',
    })
    const gone = await aChild({
      givenName: 'Inez',
      familyName: 'Kwail',
      knownAs: 'Nezzy',
      address: '9 Oak Row',
      phone: '07700 900333',
    })
    await work(kept, 'First')
    const involvement = await work(gone, 'Second')
    expect((await merge(kept, gone)).location).toBe(`/children/${kept}`)
    for (const table of ['involvement', 'milestone', 'note', 'child_alert']) {
      expect(await holding(table, kept), table).toBe(2)
      expect(await holding(table, gone), table).toBe(0)
    }
    const details = await senior.get(`/children/${kept}/details`)
    for (const words of ['Inez Kwail', 'Nezzy', '9 Oak Row', '07700 900333'])
      expect(details.text).toContain(words)
    const moved = await senior.get(`/children/${gone}/cases/${involvement}?x=1`)
    expect(moved.location).toBe(`/children/${kept}/cases/${involvement}?x=1`)
    for (const q of [
      await referenceOf(gone),
      await referenceOf(kept),
      'Inez Kwail',
      'Nezzy Kwail',
      'Ines Quayle',
    ]) {
      await senior.post('/search', { q })
      const found = await senior.get('/search')
      expect(found.text, q).toContain('1 child')
      expect(found.text, q).toContain('Ines Quayle')
    }
    expect(
      (
        await service.asOwner(`select count(*)::int as n from child where is_merged_away and child_id = $1`, [
          gone,
        ])
      )[0]?.n,
    ).toBe(1)
  })

  it('keeps what was typed on a page of the record that went away', async () => {
    const { aChild, merge, senior } = it_
    const [kept, gone] = [await aChild(), await aChild()]
    await merge(kept, gone)
    const answer = await senior.post(`/children/${gone}/notes/add`, { text: 'She rang at nine' })
    expect(answer.location).toBe(`/children/${kept}/notes/add`)
    expect((await senior.get(`/children/${kept}/notes/add`)).text).toContain('She rang at nine')
  })

  it('has one history of both, and says what was merged, by whom and why', async () => {
    const { aChild, merge, work, senior } = it_
    const [kept, gone] = [await aChild({ phone: '11' }), await aChild({ phone: '22' })]
    await work(gone, 'Written in the other record')
    await merge(kept, gone, senior, { 'take-phone': 'gone' })
    const history = await senior.get(`/children/${kept}/history?show=changes`)
    expect(history.text).toContain('Merge with another record: added by Sam Senior')
    expect(history.text).toContain('The mother said so')
    expect(history.text).toContain('Written in the other record')
    expect(history.text.match(/Note: changed/)).toBeNull()
    const all = await senior.get(`/children/${kept}/history`)
    expect(all.text).toContain('Merged two records: what was not taken over')
  })

  it('is for seniors and managers', async () => {
    const { aChild, service, merge } = it_
    const [kept, gone] = [await aChild(), await aChild()]
    for (const role of ['officer', 'business-support', 'inspector'] as const)
      expect((await merge(kept, gone, await service.person(role))).status).toBe(403)
  })

  it('needs a reason', async () => {
    const { aChild, merge, senior } = it_
    const [kept, gone] = [await aChild(), await aChild()]
    expect((await merge(kept, gone, senior, { reason: ' ' })).status).toBe(422)
  })

  it('lets what is written while it is under way follow', async () => {
    const { aChild, senior, service, note } = it_
    const [kept, gone] = [await aChild(), await aChild()]
    let written: Promise<string> | undefined
    await service.as(senior, async tx => {
      const mark = await holdRecords(tx, kept, gone)
      // As by somebody whose request found the record just before it was held: this waits for the merge.
      written = service.as(senior, other => note(other, gone, 'At the very moment'))
      while ((await waiting()) === 0);
      expect(await moveRecord(tx, { kept, gone, mark }, { reason: 'Same', at: service.clock.now })).toBe(
        'done',
      )
    })
    await written
    expect(await holding('note', kept)).toBe(1)
    expect(await holding('note', gone)).toBe(0)
  })

  it('waits for what is being written, and takes it along', async () => {
    const { aChild, senior, service, note, merge } = it_
    const [kept, gone] = [await aChild(), await aChild()]
    let merged: Promise<{ status: number }> | undefined
    await service.as(senior, async tx => {
      await note(tx, gone, 'Begun before')
      merged = merge(kept, gone)
      while ((await waiting()) === 0);
    })
    // The preview did not show the note yet: it comes back, and nothing is lost.
    expect((await merged)?.status).toBe(422)
    expect((await merge(kept, gone)).status).toBe(303)
    expect(await holding('note', kept)).toBe(1)
  })

  test('of two people who merge the same two the other way round one is refused', async () => {
    const { aChild, service, senior } = it_
    const colleague = await service.person('manager')
    const [one, other] = [await aChild(), await aChild()]
    const ways: [typeof senior, string][] = [
      [senior, `/children/${one}/merge/${other}`],
      [colleague, `/children/${other}/merge/${one}`],
    ]
    const sent = await Promise.all(
      ways.map(async ([person, address]) => {
        const { html } = await person.get(address)
        return {
          _csrf: hiddenValue(html, '_csrf') ?? '',
          _version: '0',
          _was: hiddenValue(html, '_was') ?? '',
          reason: 'At once',
        }
      }),
    )
    const answers = await Promise.all(ways.map(([person, address], i) => person.post(address, sent[i] ?? {})))
    const rows = await service.asOwner('select from record_merge where gone_id = any ($1::uuid[])', [
      [one, other],
    ])
    expect(rows).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 303 || status === 404)).toHaveLength(2)
  })
})

describe('taking apart', () => {
  it('gives the two records as they were, in every table', async () => {
    const { aChild, work, merge, unmerge, service } = it_
    const kept = await aChild({
      givenName: 'Ana',
      birthDate: born,
      howToTalk: 'Slowly',
      address: '1 Elm Way',
    })
    const gone = await aChild({ givenName: 'Anna', howToTalk: 'With drawings', address: '9 Oak Row' })
    await work(kept, 'One')
    await work(gone, 'Other')
    const before = await everythingAbout(service, [kept, gone])
    await merge(kept, gone)
    expect(await everythingAbout(service, [kept, gone])).not.toEqual(before)
    expect((await unmerge(kept, gone)).location).toBe(`/children/${kept}/same-child`)
    expect(await everythingAbout(service, [kept, gone])).toEqual(before)
  })

  it('takes a file and what it holds back to the record that it came from', async () => {
    const { aChild, merge, senior, service, unmerge } = it_
    const [kept, gone] = [await aChild(), await aChild()]
    const added = await senior.attach(
      `/children/${gone}/files/add`,
      { description: 'Letter', sensitivity: 'ordinary' },
      { field: 'file', name: 'letter.pdf', bytes: Buffer.from('%PDF-1.7\nDear Ana') },
    )
    await merge(kept, gone)
    const file = (childId: string) => (added.location ?? '').replace(gone, childId)
    expect((await senior.get(`${file(kept)}/download`)).status).toBe(200)
    await unmerge(kept, gone)
    const manager = await service.person('manager')
    const restricted = await manager.fill(`/children/${kept}/safety/restrict`, {
      reason: 'A colleague’s cousin',
      people: [(await service.person('senior')).userId],
    })
    expect(restricted.status).toBe(303)
    expect((await senior.get(`${file(gone)}/download`)).status).toBe(200)
    await senior.fill(`${file(gone)}/remove`, { reason: 'About another child' })
    const left = await service.asOwner('select from attachment_content where child_id = any ($1::uuid[])', [
      [kept, gone],
    ])
    expect(left).toEqual([])
  })

  it('leaves what was written since where it is, or sends it where somebody says it belongs', async () => {
    const { aChild, merge, senior, service, note, mergeOf, unmerge } = it_
    const [kept, gone] = [await aChild(), await aChild()]
    await merge(kept, gone)
    await service.as(senior, tx => note(tx, kept, 'Stays with the one'))
    await service.as(senior, tx => note(tx, kept, 'Goes to the other'))
    const page = await senior.get(`/children/${kept}/merges/${await mergeOf(gone)}/unmerge`)
    const goes = /value="(\d+)"[^>]*>\s*<label[^>]*>\s*Notes: Goes to the other/.exec(page.html)?.[1] ?? ''
    await unmerge(kept, gone, { go: [goes] })
    const texts = async (childId: string) =>
      (await service.asOwner('select text from note where child_id = $1', [childId])).map(({ text }) => text)
    expect(await texts(kept)).toEqual(['Stays with the one'])
    expect(await texts(gone)).toEqual(['Goes to the other'])
  })

  it('keeps a detail that somebody has changed since', async () => {
    const { aChild, merge, unmerge, senior, service } = it_
    const kept = await aChild({ phone: '', school: 'Brook Academy' })
    const gone = await aChild({ phone: '07700 900444', school: 'Elm School' })
    await merge(kept, gone, senior, { 'take-school': 'gone' })
    await service.asOwner(
      `update child set phone = '07700 900555', version = version + 1 where child_id = $1`,
      [kept],
    )
    await unmerge(kept, gone)
    const rows = await service.asOwner(
      'select phone, school from child where child_id = any ($1::uuid[]) order by school',
      [[kept, gone]],
    )
    expect(rows).toEqual([
      { phone: '07700 900555', school: 'Brook Academy' },
      { phone: '07700 900444', school: 'Elm School' },
    ])
  })

  it('is refused until a later merge has been taken apart, and says which', async () => {
    const { aChild, merge, unmerge, senior, mergeOf, service } = it_
    const [a, b, c] = [await aChild(), await aChild(), await aChild()]
    const before = await everythingAbout(service, [a, b, c])
    await merge(b, a)
    await merge(c, b)
    expect((await senior.get(`/children/${a}/details`)).location).toBe(`/children/${c}/details`)
    const refused = await senior.get(`/children/${c}/merges/${await mergeOf(a)}/unmerge`)
    expect(refused.text).toContain(`Take ${await referenceOf(b)} apart`)
    await unmerge(c, b)
    expect((await senior.get(`/children/${a}/details`)).location).toBe(`/children/${b}/details`)
    await unmerge(b, a)
    expect(await everythingAbout(service, [a, b, c])).toEqual(before)
  })
})
