import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../../record/children/index.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let manager: TestPerson
let board: TestPerson
let analyst: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
  manager = await service.person('manager', 'Mo Manager')
  board = await service.person('board-member', 'Bo Board')
  analyst = await service.person('analyst', 'Ana Analyst')
})
afterAll(() => service.close())

/** Sets an action as the senior does, and answers its address. */
async function anAction(fields: Record<string, string> = {}, at = '/actions/new'): Promise<string> {
  const answer = await senior.fill(at, {
    what: 'Find rooms in the east of the town',
    source: 'board',
    owner: officer.userId,
    due: '30 November 2026',
    ...fields,
  })
  expect(answer.location, answer.text).toMatch(/^\/actions\//)
  return String(answer.location).replace(/\?.*/, '')
}

const evidence = { on: '20/11/2026', evidence: 'The lease, in the folder of the building' }

describe('an action', () => {
  it('is set, written of, done, sent back, done again and checked by somebody else', async () => {
    const at = await anAction()
    expect((await officer.get(at)).text).toContain('Due in 9 days')
    await officer.fill(`${at}/progress`, { words: 'Two rooms were seen' })
    expect((await officer.get(at)).text).toContain('Two rooms were seen')

    await officer.fill(`${at}/done`, evidence)
    expect((await senior.get(at)).text).toContain('Done, waits to be checked by somebody else')
    await senior.fill(`${at}/check`, { enough: 'no', why: 'The lease is not signed' })
    const back = (await officer.get(at)).text
    expect(back).toContain('It was sent back')
    expect(back).toContain('The lease is not signed')

    await officer.fill(`${at}/done`, evidence)
    await senior.fill(`${at}/check`, { enough: 'yes' })
    expect((await officer.get(at)).text).toContain('Done, and checked by somebody else')
  })

  it('is not done without words that show it', async () => {
    const at = await anAction()
    const answer = await officer.fill(`${at}/done`, { ...evidence, evidence: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Write what shows that it is done')
  })

  it('is checked neither by whoever owns it nor by whoever said that it is done', async () => {
    const own = await anAction({ owner: senior.userId })
    await manager.fill(`${own}/done`, evidence)
    expect((await senior.get(`${own}/check`)).status).toBe(403)
    expect((await manager.get(`${own}/check`)).status).toBe(403)
    expect((await board.get(`${own}/check`)).status).toBe(200)
  })

  it('keeps what was said as due in its words, and asks for a day that there is not', async () => {
    const at = await anAction({ due: 'July board' })
    expect((await senior.get(at)).text).toContain('No day is set: “July board”')
    const said = { what: 'Find rooms', source: 'board', owner: officer.userId }
    const answer = await senior.fill(`${at}/change`, { ...said, due: '31 June 2027' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('There is no such day')
    await senior.fill(`${at}/change`, { ...said, due: '1 July 2027' })
    expect((await senior.get(at)).text).toContain('Due: was “July board”, is 1 July 2027')
  })

  it('is given up with a reason, and then nothing more is written of it', async () => {
    const at = await anAction()
    await senior.fill(`${at}/give-up`, { reason: 'The town hall has a room for us' })
    expect((await officer.get(at)).text).toContain('The town hall has a room for us')
    expect((await senior.get(`${at}/change`)).status).toBe(404)
  })

  it('needs somebody who does it', async () => {
    const answer = await senior.fill('/actions/new', { what: 'Write', source: 'board', owner: '' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Choose who does it, or write who')
  })
})

describe('who sees an action', () => {
  it('an owner sees their own only, and whoever answers for the work all of them', async () => {
    const hers = await anAction({ what: 'Hers alone' })
    const his = await anAction({ what: 'Of the analyst', owner: analyst.userId })
    expect((await analyst.get(hers)).status).toBe(404)
    expect((await analyst.get(his)).status).toBe(200)
    const list = (await analyst.get('/actions?whose=all')).text
    expect(list).toContain('Of the analyst')
    expect(list).not.toContain('Hers alone')
    expect((await board.get('/actions?whose=all')).text).toContain('Hers alone')
  })

  it('one about a child is hidden from those who may not see the child', async () => {
    const childId = await service.as(officer, tx =>
      addChild(tx, { serviceId: service.serviceId, givenName: 'Tariq', familyName: 'Amin' }),
    )
    const at = await anAction({ what: 'Ask the school' }, `/actions/new?child=${childId}`)
    expect((await officer.get(at)).text).toContain('Tariq Amin')
    expect((await board.get(at)).status).toBe(404)
    expect((await board.get('/actions?whose=all')).text).not.toContain('Ask the school')

    await service.asOwner(
      `insert into conflict_of_interest (service_id, child_id, user_id, relation)
       values ($1, $2, $3, 'Neighbour')`,
      [service.serviceId, childId, officer.userId],
    )
    expect((await officer.get(at)).status).toBe(404)
    expect((await officer.get('/actions?whose=mine')).text).not.toContain('Ask the school')
  })
})

describe('the register', () => {
  it('is narrowed by the colour that is worked out', async () => {
    await anAction({ what: 'Late already', due: '1 November 2026' })
    await anAction({ what: 'Far ahead', due: '1 May 2027' })
    const red = (await senior.get('/actions?whose=all&colour=red')).text
    expect(red).toContain('Late already')
    expect(red).toContain('Due 20 days ago and not done')
    expect(red).not.toContain('Far ahead')
  })

  it('brings what asks for somebody onto their day', async () => {
    await anAction({ what: 'Overdue on the day', due: '2 November 2026', owner: analyst.userId })
    expect((await analyst.get('/')).text).toContain('Overdue on the day')
  })
})

describe('a file of actions', () => {
  const seeds = readFileSync('practice/milton-keynes/data/actions.csv')
  const attach = (bytes: Buffer) =>
    manager.attach('/actions/import', {}, { field: 'file', name: 'actions.csv', bytes })

  it('is shown before anything is kept, is kept once, and keeps what was said as due', async () => {
    const at = String((await attach(seeds)).location)
    const shown = (await manager.get(at)).text
    expect(shown).toContain('20 rows were read; 20 can be kept.')
    expect(shown).toContain('Words, and no day: “July board”')
    expect(shown).toContain('When it begins, and no day by which it is done: “2021-06-30 onwards”')
    const count = async () =>
      (await service.asOwner('select count(*)::int as n from action where import_id is not null'))[0]?.n
    expect(await count()).toBe(0)
    await manager.fill(at, {})
    expect(await count()).toBe(20)
    const again = String((await attach(seeds)).location)
    await manager.fill(again, {})
    expect(await count()).toBe(20)
  })

  it('names the row and the column of what cannot be kept', async () => {
    const bytes = Buffer.from(
      'ref,source,action,owner,target\n1,Nowhere,Do,Me,\n2,Board,Do,,\n3,Board,Do,Me,31 June 2026\n',
    )
    const shown = (await manager.get(String((await attach(bytes)).location))).text
    expect(shown).toContain('3 rows were read; 0 can be kept.')
    expect(shown).toContain('Column source: “Nowhere” is no source')
    expect(shown).toContain('Column owner: It is empty')
    expect(shown).toContain('Column target: There is no such day')
  })
})
