import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../children/index.ts'

let service: TestService
let officer: TestPerson
let colleague: TestPerson
beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  colleague = await service.person('officer', 'Cal Colleague')
})
afterAll(() => service.close())

const today = () => service.clock.now.toZonedDateTimeISO('Europe/London').toPlainDate()
const typed = (days: number) => {
  const { day, month, year } = today().add({ days })
  return `${day}/${month}/${year}`
}

/** A child who does what was agreed out of court. */
async function anActiveCase(stage = 'active') {
  const childId = await service.as(officer, tx =>
    addChild(tx, { serviceId: service.serviceId, givenName: 'Ada', familyName: 'Brook' }),
  )
  const [row] = await service.asOwner(
    `insert into involvement (service_id, child_id, pathway, route_in, stage, started_at, holder_id)
     values ($1, $2, 'out-of-court', 'police-youth-justice-unit', $3, '2026-01-05T09:00:00Z', $4)
     returning involvement_id`,
    [service.serviceId, childId, stage, officer.userId],
  )
  const at = `/children/${childId}/cases/${row?.involvement_id}`
  const agree = (what: string, days = 14) =>
    officer.fill(`${at}/conditions/add`, {
      what,
      why: 'The shop asked for it',
      due: typed(days),
      amount: '6',
      unit: 'hours',
    })
  const ids = async () =>
    (
      await service.asOwner('select condition_id from condition where involvement_id = $1 order by due_on', [
        row?.involvement_id,
      ])
    ).map(({ condition_id }) => String(condition_id))
  return { at, agree, ids }
}

describe('what a child agrees to do', () => {
  it('stands in the case, one thing a row, and on the day of whoever holds it', async () => {
    const { at, agree } = await anActiveCase()
    const sent = await agree('Help in the garden of the shop', 3)
    expect(sent.location, sent.text).toBe(at)
    expect((await officer.get(at)).text).toContain('Help in the garden of the shop')
    expect((await officer.get('/')).text).toContain('Help in the garden of the shop')
    expect((await colleague.get('/')).text).not.toContain('Help in the garden of the shop')
  })

  it('needs its number and what the number counts', async () => {
    const { at } = await anActiveCase()
    const sent = await officer.fill(`${at}/conditions/add`, {
      what: 'Paint a wall',
      why: 'It was the child’s idea',
      due: typed(3),
      amount: '4',
      unit: '',
    })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('Choose whether these are hours or sessions')
    expect(sent.text).toContain('Paint a wall')
  })

  it('keeps how it was worded before it was varied, and who varied it', async () => {
    const { at, agree, ids } = await anActiveCase()
    await agree('Write a letter')
    const [id] = await ids()
    await officer.fill(`${at}/conditions/${id}/vary`, {
      what: 'Draw a picture',
      why: 'Writing is hard',
      due: typed(20),
      amount: '',
      unit: '',
      because: 'The child asked for it',
    })
    const { text } = await officer.get(at)
    expect(text).toContain('Draw a picture')
    expect(text).toContain('Write a letter')
    expect(text).toContain('The child asked for it')
    expect(text).toContain('Changed once')
  })

  it('shows a worker what a colleague has saved meanwhile', async () => {
    const { at, agree, ids } = await anActiveCase()
    await agree('Write a letter')
    const [id] = await ids()
    const mark = `${at}/conditions/${id}/mark`
    const kept = { state: 'kept', on: typed(0), 'kept-words': 'It was written', words: '', told: '' }
    await colleague.fill(mark, { ...kept, _version: '1' })
    const sent = await officer.fill(mark, {
      state: 'ended',
      on: typed(0),
      'kept-words': '',
      words: 'Nobody wants it',
      told: '',
      _version: '1',
    })
    expect(sent.status).toBe(409)
    const [row] = await service.asOwner('select state, version from condition where condition_id = $1', [id])
    expect(row).toEqual({ state: 'kept', version: 2 })
  })

  it('that is not kept is told to the police as a step of the case', async () => {
    const { at, agree, ids } = await anActiveCase()
    await agree('Come on Tuesday')
    const [id] = await ids()
    const notKept = { state: 'not-kept', on: typed(0), 'kept-words': '', told: '' }
    const bare = await officer.fill(`${at}/conditions/${id}/mark`, { ...notKept, words: '' })
    expect(bare.status).toBe(422)
    await officer.fill(`${at}/conditions/${id}/mark`, {
      ...notKept,
      words: 'Three visits, nobody at home',
      told: 'Not kept after three tries; we ask for a word',
    })
    const { text } = await officer.get(at)
    expect(text).toContain('Three visits, nobody at home')
    expect(text).toContain('Police told')
    const [step] = await service.asOwner(
      `select m.step, m.answers->>'told' as told from milestone m join condition c on c.milestone_id = m.milestone_id
       where c.condition_id = $1`,
      [id],
    )
    expect(step).toEqual({ step: 'inform-police', told: 'Not kept after three tries; we ask for a word' })
  })

  it('offers the step that completes the case once everything is done', async () => {
    const { at, agree, ids } = await anActiveCase()
    await agree('Write a letter', 1)
    await agree('Plant a tree', 2)
    const kept = { state: 'kept', on: typed(0), 'kept-words': '', words: '', told: '' }
    const [first, second] = await ids()
    await officer.fill(`${at}/conditions/${first}/mark`, kept)
    expect((await officer.get(at)).text).not.toContain('Everything that was agreed is done')
    await officer.fill(`${at}/conditions/${second}/mark`, kept)
    expect((await officer.get(at)).text).toContain('Everything that was agreed is done')
  })

  it('is not agreed before the decision', async () => {
    const { at } = await anActiveCase('ready')
    expect((await officer.get(at)).text).not.toContain('What the child agreed to do')
    expect((await officer.get(`${at}/conditions/add`)).location).toBe(at)
  })
})
