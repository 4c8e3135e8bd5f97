import { describe, expect, test } from 'vitest'
import type { Pathway } from '../pathways/index.ts'
import { choice, pathwayFaults, steps } from './definitions.testkit.ts'

describe('a key that two questions share is named', () => {
  test.each<[string, Partial<Pathway>, string]>([
    [
      'a key that is two questions',
      steps({
        move: { fields: { which: choice, how: { kind: 'textarea', label: 'How is it going?' } } },
        finish: { fields: { how: { kind: 'textarea', label: 'How did it go?' } } },
      }),
      'The key “how” is two questions: “How is it going?” in the step “move”, “How did it go?” in the step “finish”.',
    ],
    [
      'a key that is two kinds of answer',
      steps({
        move: { fields: { which: choice, how: { kind: 'textarea', label: 'How?' } } },
        finish: { fields: { how: { kind: 'text', label: 'How?' } } },
      }),
      'The key “how” is two questions: “How?” in the step “move”, “How?” in the step “finish”, answered in another way.',
    ],
    [
      'a key that is also where another question keeps its reason',
      steps({
        move: {
          fields: {
            which: {
              ...choice,
              options: [
                { value: 'on', label: 'On' },
                { value: 'off', label: 'Off', needsReason: 'Say why' },
              ],
            },
          },
        },
        finish: { fields: { 'which-reason': { kind: 'text', label: 'Why?' } } },
      }),
      'The key “which-reason” is two questions: the reason for “Which?” in the step “move”, “Why?” in the step “finish”.',
    ],
  ])('%s', (_what, change, fault) => {
    expect(pathwayFaults(change)).toEqual([fault])
  })
})
