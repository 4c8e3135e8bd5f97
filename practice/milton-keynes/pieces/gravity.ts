import type { Field } from '../../../src/engine/forms/index.ts'

const scores = [1, 2, 3, 4, 5].map(score => ({ value: String(score), label: String(score) }))

/**
 * The Child Gravity Matrix: a score for the offence, reasons that raise or lower it, and the score at which it ends. The table of offences
 * is not at hand: the score for the offence is typed by whoever looks it up, and the page says so.
 */
export const gravity = {
  'gravity-offence': {
    kind: 'choice',
    label: 'Child Gravity Matrix: the score of the offence',
    hint: 'Look it up in the published matrix. This program does not hold its table and cannot check the score.',
    required: 'Choose the score of the offence',
    options: scores,
  },
  aggravating: {
    kind: 'textarea',
    label: 'What makes it more serious?',
    hint: 'The aggravating factors that apply, and why.',
    maxLength: 2_000,
    rows: 3,
  },
  mitigating: {
    kind: 'textarea',
    label: 'What makes it less serious?',
    hint: 'The mitigating factors that apply, and why.',
    maxLength: 2_000,
    rows: 3,
  },
  'gravity-final': {
    kind: 'choice',
    label: 'The final score',
    required: 'Choose the final score',
    options: scores,
  },
  departs: {
    kind: 'choice',
    label: 'Is the decision another than the score suggests?',
    required: 'Choose whether the decision departs from the score',
    options: [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes', needsReason: 'Say why the decision is another than the score suggests' },
    ],
  },
} as const satisfies Record<string, Field>

/** Who decided: the panel together, or the police where it did not agree. */
export const whoDecided = {
  'decided-by': {
    kind: 'choice',
    label: 'Who decided?',
    required: 'Choose who decided',
    options: [
      { value: 'joint', label: 'The panel together' },
      { value: 'police', label: 'The police', needsReason: 'Say why the panel did not agree' },
    ],
  },
} as const satisfies Record<string, Field>
