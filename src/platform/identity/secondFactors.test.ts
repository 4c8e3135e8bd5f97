import { expect, test } from 'vitest'
import { type Role, roles } from '../access/index.ts'
import { mustSetUpSecondFactor, needsSecondFactor } from './secondFactors.ts'

test('administrators and managers need a second factor; no other role does', () => {
  expect(roles.filter(role => needsSecondFactor([role]))).toEqual(['manager', 'administrator'])
})

test.each<[Role[], boolean, boolean]>([
  [['officer'], false, false],
  [['officer', 'manager'], false, true],
  [['administrator'], false, true],
  [['administrator'], true, false],
])('%j, passed %s: must set one up first: %s', (held, passedSecondFactor, expected) => {
  expect(mustSetUpSecondFactor({ roles: held, passedSecondFactor, isDemonstration: false })).toBe(expected)
})

test('a demonstration can be looked at without a telephone', () => {
  expect(
    mustSetUpSecondFactor({ roles: ['administrator'], passedSecondFactor: false, isDemonstration: true }),
  ).toBe(false)
})
