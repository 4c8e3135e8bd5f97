import type { ChoiceField } from '../../../src/engine/forms/index.ts'

/** How something is, from good to bad: words with a face beside each. */
export const faces = [
  { value: 'very-good', label: 'Really good', face: 5 },
  { value: 'good', label: 'Good', face: 4 },
  { value: 'so-so', label: 'OK', face: 3 },
  { value: 'bad', label: 'Not good', face: 2 },
  { value: 'very-bad', label: 'Really bad', face: 1 },
] as const

/** A question that a child or a parent answers by a face. Nobody has to answer it. */
export const face = (label: string, more: Pick<ChoiceField, 'hint' | 'appliesWhen'> = {}): ChoiceField => ({
  kind: 'choice',
  as: 'faces',
  label,
  options: faces,
  ...more,
})
