import { expect, test } from 'vitest'
import { findForum } from '../../../src/engine/packs/index.ts'
import { practice } from '../../index.ts'

test('every standing meeting of the practice is defined', () => {
  expect(practice.forums.map(({ id }) => id)).toEqual([
    'joint-decision-panel',
    'youth-risk-meeting',
    'missing-exploitation-panel',
    'cmet-touchdown',
    'strategic-exploitation-panel',
    'alternative-education-panel',
    'ete-panel',
    'legacy-panel',
    'channel',
    'risk-management-meeting',
    'referral-order-panel',
    'scrutiny-panel',
    'board',
  ])
})

test('an education plan is looked at again every eight weeks', () => {
  const decisions = findForum(practice, 'ete-panel')?.decisions
  expect(decisions?.['plan-agreed']?.sets?.backInWeeks).toBe(8)
  expect(decisions?.['plan-changed']?.sets?.backInWeeks).toBe(8)
})

test('every forum says what of it was not read at a source', () => {
  for (const { unverified } of practice.forums) expect(unverified).toMatch(/our own\.$/)
})
