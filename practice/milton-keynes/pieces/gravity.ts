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

/** A community resolution: the child admits it, or takes responsibility. Whoever denies it is asked back to the outcomes that need no word of theirs. */
export const admittedForResolution = {
  'admitted-for-resolution': {
    kind: 'choice',
    label: 'Has the child admitted it, or accepted responsibility?',
    hint: 'This outcome needs it. If the child denies it, choose one that does not, as Outcome 22.',
    required:
      'The child must have admitted it or accepted responsibility: say which, or choose another outcome',
    options: [
      { value: 'admits', label: 'They admit it' },
      { value: 'accepts', label: 'They accept responsibility' },
    ],
  },
} as const satisfies Record<string, Field>

/** A caution, with conditions or without: nothing less than an admission will do. */
export const admittedForCaution = {
  'admitted-for-caution': {
    kind: 'choice',
    label: 'Has the child admitted it?',
    hint: 'A caution needs it. If the child denies it, choose an outcome that does not, as Outcome 22.',
    required: 'The child must have admitted it: say that they have, or choose another outcome',
    options: [
      { value: 'to-police', label: 'Yes, to the police' },
      { value: 'since', label: 'Yes, since then' },
    ],
  },
} as const satisfies Record<string, Field>
