import { describe, expect, test } from 'vitest'
import type { Pathway } from '../pathways/index.ts'
import { pathwayFaults } from './definitions.testkit.ts'

describe('a fault of what the figures count is named', () => {
  test.each<[string, Partial<Pathway>, string]>([
    [
      'a count of a step that there is not',
      { counted: { offer: 'ring' } },
      'The figures count the step “ring”, which does not exist.',
    ],
    [
      'a count of an answer that is not offered',
      { counted: { decision: { step: 'move', field: 'which', offers: ['perhaps'] } } },
      'The figures count the answer “perhaps”, which “which” does not offer.',
    ],
    [
      'a count of a question that is no choice',
      { counted: { refusal: { step: 'move', why: 'reason' } } },
      'The figures count the answers to “reason”, which the step “move” does not ask as a choice.',
    ],
  ])('%s', (_what, change, fault) => {
    expect(pathwayFaults(change)).toEqual([fault])
  })
})
