import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestService, type TestPerson, type TestService } from '../../app/testkit/service.ts'
import { parseReference } from '../../kernel/reference.ts'
import { addChild, addOtherName } from './addChild.ts'
import { loadChild } from './childQueries.ts'

let service: TestService
let officer: TestPerson

beforeAll(async () => {
  service = await makeTestService()
  officer = await service.person('officer')
})
afterAll(() => service.close())

const add = (givenName: string, familyName: string, more: { knownAs?: string } = {}) =>
  service.as(officer, tx => addChild(tx, { serviceId: service.serviceId, givenName, familyName, ...more }))
const foldedName = async (childId: string) =>
  (await service.asOwner('select folded_name from child where child_id = $1', [childId]))[0]?.folded_name

test.each([
  ['Siân', 'O’Connor-Łukasz', 'sian oconnor lukasz'],
  ['O', 'B', 'o b'],
  ['', 'Mononym', 'mononym'],
  ['محمد', 'الأمين', 'محمد الامين'],
  ['  Zoë\u200b ', "D'Arcy", 'zoe darcy'],
])('a child called %s %s is kept as written and found as %s', async (given, family, folded) => {
  const childId = await add(given, family)
  expect(await foldedName(childId)).toBe(folded)
})

test('the name that a child uses is searched for as well', async () => {
  expect(await foldedName(await add('Alexander', 'Birch', { knownAs: 'Sasha' }))).toBe(
    'alexander birch sasha',
  )
  expect(await foldedName(await add('Alexander', 'Birch', { knownAs: 'ALEXANDER' }))).toBe('alexander birch')
})

test('a child has a reference that can be read out and checked', async () => {
  const child = await service.as(officer, async tx => loadChild(tx, await add('Robin', 'Reed')))
  expect(child && parseReference(child.reference.toLowerCase()).ok).toBe(true)
})

test('a child without a date of birth has one that is unknown', async () => {
  const child = await service.as(officer, async tx => loadChild(tx, await add('Robin', 'Reed')))
  expect(child?.birthDateBasis).toBe('unknown')
})

test('another name is kept once, and never one that is the child’s own', async () => {
  const childId = await add('Robin', 'Reed')
  for (const name of ['Robyn Reed', ' Robyn  Reed', 'Robin Reed']) {
    await service.as(officer, tx =>
      addOtherName(tx, { serviceId: service.serviceId, childId, name, kind: 'spelling' }),
    )
  }
  const names = await service.asOwner('select name from child_name where child_id = $1', [childId])
  expect(names).toEqual([{ name: 'Robyn Reed' }])
})
