/** The kinds of alert about a child that an answer can raise. What they are called stands with the record of children. */
export const alertKinds = [
  'danger',
  'exploitation',
  'before-contact',
  'dog',
  'two-workers',
  'risk-at-address',
  'risk-to-workers',
  'risk-from-others',
  'self-harm',
  'health',
  'other',
] as const

export type AlertKind = (typeof alertKinds)[number]
