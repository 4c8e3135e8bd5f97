import type { CaseAlertKind } from '../../ui/moj/case-alert/CaseAlert.tsx'

/** Whose safety an alert is about, and the shortest words for it. */
type AlertWords = { readonly label: string; readonly about: CaseAlertKind }

/** The kinds of alert, in the order in which they are offered. */
export const alertKinds = {
  dog: { label: 'Dog at the address', about: 'safety' },
  'two-workers': { label: 'Two workers visit', about: 'safety' },
  'risk-at-address': { label: 'Risk at the address', about: 'safety' },
  'risk-to-workers': { label: 'Risk to workers', about: 'safety' },
  'risk-from-others': { label: 'At risk from somebody', about: 'child' },
  'self-harm': { label: 'May harm themselves', about: 'child' },
  health: { label: 'Health: must be known', about: 'child' },
  other: { label: 'Other', about: 'approach' },
} as const satisfies Readonly<Record<string, AlertWords>>

export type AlertKind = keyof typeof alertKinds

/** The words of a kind of alert; a kind that is no longer offered is shown as it stands. */
export function alertWords(kind: string): AlertWords {
  return isAlertKind(kind) ? alertKinds[kind] : { label: kind, about: 'approach' }
}

/** Whether a word is a kind of alert. */
export function isAlertKind(kind: string): kind is AlertKind {
  return Object.hasOwn(alertKinds, kind)
}
