import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { addChild } from '../../record/children/index.ts'

let service: TestService
let officer: TestPerson
let worker: TestPerson
let senior: TestPerson
let childId: string
let at: string
let children = 0

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer', 'Olive Officer')
  worker = await service.person('victim-worker', 'Vic Worker')
  senior = await service.person('senior', 'Sam Senior')
})
afterAll(() => service.close())

const aChild = (givenName: string) =>
  service.as(officer, tx => addChild(tx, { serviceId: service.serviceId, givenName, familyName: 'Amin' }))

const passOn = (more: Record<string, string> = {}, child = childId) =>
  officer.fill(`/children/${child}/pass-on-victim`, {
    ...{ 'what-happened': 'He broke the window', kind: 'organisation', name: 'Larkspur Corner Stores' },
    ...{ 'known-as': 'the shop', phone: '01908 555 0100', address: '14 Saxon Terrace, MK9 2AB' },
    ...{ agrees: 'yes', ...more },
  })

/** The records of those whom a child has harmed. */
async function recordsOf(child: string): Promise<string[]> {
  const rows = await service.asOwner(
    'select victim_id from victim_of where child_id = $1 order by victim_of_id',
    [child],
  )
  return rows.map(({ victim_id }) => `/victims/${victim_id}`)
}

beforeEach(async () => {
  children += 1
  childId = await aChild(`Tariq ${children}`)
  await passOn()
  at = String((await recordsOf(childId))[0])
})

const tell = (more: Record<string, string | string[]>) =>
  worker.fill(`${at}/wishes/${childId}`, {
    ...{ known: 'yes', wishes: ['letter'], 'wishes-words': '', safety: '', ...more },
  })
const plan = async (child = childId) => (await officer.get(`/children/${child}/plan`)).text
const begin = (child = childId) => officer.fill(`/children/${child}/plan/begin`, { case: 'none' })

describe('what is told of them', () => {
  test.each([
    [
      { 'wishes-words': 'Larkspur would like to read a letter' },
      'wishes-words',
      '“Larkspur” is a part of their name',
    ],
    [{ safety: 'He walks home by Saxon Terrace' }, 'safety', '“Saxon Terrace” is a part of their address'],
    [{ safety: 'If he comes in, ring 019085550100' }, 'safety', 'is their telephone number'],
    [{ known: 'no', reason: 'Larkspur did not ring back' }, 'reason', '“Larkspur” is a part of their name'],
  ])('does not say who they are: %j', async (typed, field, message) => {
    const refused = await tell(typed)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(message)
    expect(refused.text).toContain('leave it out, or write “the shop”')
    expect(refused.html).toContain(`href="#${field}"`)
    expect(refused.html).toContain(Object.values(typed).at(-1))
    await begin()
    expect(await plan()).not.toMatch(/Larkspur|Saxon|0100/)
  })

  test('is taken in the words by which the plan calls them', async () => {
    expect((await tell({ 'wishes-words': 'The shop would like to read a letter' })).location).toBe(at)
  })

  test('is held against a name that is learnt later, too', async () => {
    await tell({ safety: 'He keeps away from Anwar at the till' })
    const change = () =>
      worker.fill(`${at}/edit`, {
        ...{ kind: 'organisation', name: 'Larkspur Corner Stores, Anwar Bell', 'known-as': 'the shop' },
      })
    const refused = await change()
    expect(refused.status).toBe(422)
    expect(refused.text).toMatch(/What was told to those who work with .* holds “Anwar”: change that first/)
    await tell({ safety: 'He keeps away from the till' })
    expect((await change()).status).toBe(303)
  })

  test('does not wish for more and to hear no more at once', async () => {
    const refused = await tell({ wishes: ['letter', 'nothing'] })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('“To hear no more of it” cannot stand beside another wish')
    expect((await tell({ wishes: ['nothing'] })).status).toBe(303)
  })
})

describe('somebody passed on by mistake', () => {
  test('comes back by the name that the plan had, and not by words that nobody confirmed', async () => {
    const other = await aChild(`Noor ${children}`)
    await passOn({ 'known-as': 'the one from number 9' }, other)
    const [record] = await recordsOf(other)
    await worker.fill(`${record}/close`, { reason: 'mistake', words: '', on: '21/11/2026' })
    await worker.fill(`${record}/open`, {})
    await begin(other)
    expect(await plan(other)).toContain('What somebody who was harmed wishes')
    expect(await plan(other)).not.toContain('number 9')
    expect((await officer.get(`/children/${other}/history`)).text).not.toContain('number 9')
  })
})

describe('passing on a second time', () => {
  test('asks whether it is somebody else, and says when and by whom, and not who', async () => {
    const form = await officer.get(`/children/${childId}/pass-on-victim`)
    expect(form.text).toContain('One person or organisation has been passed on for this child already')
    expect(form.text).toContain('21 November 2026, by Olive Officer')
    expect(form.text).not.toContain('Larkspur')
    expect((await passOn()).text).toContain('Say whether it is somebody else')
    const same = await passOn({ another: 'no' })
    expect(same.status).toBe(422)
    expect(same.text).toContain('They have been passed on already: tell the victim worker what is new')
    expect(same.html).toContain('He broke the window')
    expect(await recordsOf(childId)).toHaveLength(1)
    expect((await passOn({ another: 'yes', name: 'Bus garage', 'known-as': 'the garage' })).status).toBe(303)
    expect(await recordsOf(childId)).toHaveLength(2)
  })

  test('asks nothing where whoever was passed on was so by mistake', async () => {
    await worker.fill(`${at}/close`, { reason: 'mistake', words: '', on: '21/11/2026' })
    expect((await officer.get(`/children/${childId}/pass-on-victim`)).text).not.toContain('somebody else')
  })
})

test('two of two records that were merged are told apart', async () => {
  const kept = await aChild(`Tariq ${children}`)
  await passOn({ name: 'Bus garage', 'known-as': 'the garage' }, kept)
  await senior.fill(`/children/${kept}/merge/${childId}`, { reason: 'The same boy' })
  await begin(kept)
  expect(await plan(kept)).toMatch(
    /What somebody who was harmed wishes.*What somebody who was harmed \(2\) wishes/,
  )
})
