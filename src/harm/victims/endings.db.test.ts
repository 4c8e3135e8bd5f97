import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { caseAfter, diversion, walkTo } from '../../record/cases/cases.testkit.ts'
import type { Involvement } from '../../record/cases/index.ts'

let service: TestService
let officer: TestPerson
let senior: TestPerson
let worker: TestPerson
let of: Involvement
let at: string

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  senior = await service.person('senior', 'Sam Senior')
  worker = await service.person('victim-worker', 'Vic Worker')
})
afterAll(() => service.close())

beforeEach(async () => {
  of = await service.as(senior, tx =>
    caseAfter(tx, { serviceId: service.serviceId, userId: senior.userId }, diversion(), [
      ...walkTo(diversion(), 'start', officer.userId).slice(0, -1),
      { step: 'start', answers: { goals: 'Box', 'planned-end': '2026-12-20' } },
    ]),
  )
  await officer.fill(`/children/${of.childId}/pass-on-victim`, {
    ...{ 'what-happened': 'He broke the window', kind: 'organisation', name: 'Larkspur Corner Stores' },
    ...{ 'known-as': 'the shop', agrees: 'yes' },
  })
  const [row] = await service.asOwner('select victim_id from victim_of where child_id = $1', [of.childId])
  at = `/victims/${row?.victim_id}`
  await worker.fill(`${at}/wishes/${of.childId}`, {
    ...{ known: 'yes', wishes: ['letter'], 'wishes-words': '', safety: '' },
  })
})

const endPath = () => `/children/${of.childId}/cases/${of.involvementId}/steps/end`
const ending = {
  'happened-on': '21/11/2026',
  outcome: 'completed',
  achieved: 'He boxes every week',
  'child-says': 'Good',
  repaired: 'with-victim',
  'safe-now': 'Safe',
  'next-help': 'His uncle',
}
const end = (more: Record<string, string> = {}) => officer.fill(endPath(), { ...ending, ...more })

describe('a case of a child who harmed somebody', () => {
  test('says before it ends that they are known, and what they wish, and not who they are', async () => {
    const { text } = await officer.get(endPath())
    expect(text).toContain('The shop is known to the victim worker and wishes: A letter from the child')
    expect(text).toContain('Ask the victim worker what is still to be done for them')
    expect(text).not.toContain('Larkspur')
  })

  test('does not end with “there was no victim” before somebody has looked once more', async () => {
    const refused = await end({ repaired: 'no-victim' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Somebody who was harmed has been passed on to the victim worker')
    expect(refused.html).toContain('He boxes every week')
    const why = {
      repaired: 'no-victim',
      'repaired-reason-no-victim': 'It was another boy: see the note of today',
    }
    expect((await end(why)).status).toBe(303)
    const [row] = await service.asOwner(
      `select words from milestone where involvement_id = $1 and step = 'end'`,
      [of.involvementId],
    )
    expect(JSON.stringify(row?.words)).toContain('It was another boy')
  })
})

describe('the victim worker', () => {
  const day = async () => (await worker.get('/')).text
  const page = async () => (await worker.get(at)).text

  test('reads on the day and on the record that the case has ended, until they have noted it', async () => {
    expect(await page()).not.toContain('ended on')
    await end()
    expect(await day()).toContain('A case ended on 21 November 2026')
    expect(await day()).not.toContain('Larkspur')
    expect(await page()).toMatch(/A case of .* ended on 21 November 2026/)
    expect((await worker.get('/victims')).text).toContain('a case ended on 21 November 2026')
    expect((await officer.get('/')).text).not.toContain('A case ended on')
    const noted = await worker.fill(`${at}/ended`, {})
    expect(noted.location).toBe(at)
    expect(await page()).not.toMatch(/ended on 21 November/)
    expect((await worker.get(`${at}/ended`)).location).toBe(at)
  })

  test('reads it until the record is closed', async () => {
    await end()
    await worker.fill(`${at}/close`, { reason: 'child-ended', words: '', on: '21/11/2026' })
    expect(await page()).not.toMatch(/A case of .* ended on/)
  })

  test('notes it behind the wall: nobody else reads that it was noted', async () => {
    await end()
    await worker.fill(`${at}/ended`, {})
    const read = (person: TestPerson) =>
      service.as(person, async tx => [
        await tx.selectFrom('victim_end_noted').select('victim_id').execute(),
        await tx
          .selectFrom('audit_event')
          .select('id')
          .where('table_name', '=', 'victim_end_noted')
          .execute(),
      ])
    expect((await read(worker)).map(({ length }) => length > 0)).toEqual([true, true])
    expect(await read(senior)).toEqual([[], []])
    expect((await senior.get(`${at}/ended`)).status).toBe(403)
  })
})
