import type { AlertKind } from '../../engine/forms/index.ts'
import type { CaseAlertKind } from '../../ui/moj/case-alert/CaseAlert.tsx'

/** Whose safety an alert is about, and the shortest words for it. */
type AlertWords = { readonly label: string; readonly about: CaseAlertKind }

/** The kinds of alert, in the order in which they are offered. */
export const alertKinds = {
  danger: { label: 'Somebody is in danger', about: 'child' },
  exploitation: { label: 'Signs of exploitation', about: 'child' },
  'before-contact': { label: 'Know before contact', about: 'approach' },
  dog: { label: 'Dog at the address', about: 'safety' },
  'two-workers': { label: 'Two workers visit', about: 'safety' },
  'risk-at-address': { label: 'Risk at the address', about: 'safety' },
  'risk-to-workers': { label: 'Risk to workers', about: 'safety' },
  'risk-from-others': { label: 'At risk from somebody', about: 'child' },
  'self-harm': { label: 'May harm themselves', about: 'child' },
  health: { label: 'Health: must be known', about: 'child' },
  other: { label: 'Other', about: 'approach' },
} as const satisfies Readonly<Record<AlertKind, AlertWords>>

/** The words of a kind of alert; a kind that is no longer offered is shown as it stands. */
export function alertWords(kind: string): AlertWords {
  return isAlertKind(kind) ? alertKinds[kind] : { label: kind, about: 'approach' }
}

/** Alerts in the shortest words, each once: an alert of no kind by the beginning of its text. */
export function alertTitles(alerts: readonly { kind: string; text: string }[]): string[] {
  return [
    ...new Set(alerts.map(({ kind, text }) => (kind === 'other' ? shortened(text) : alertWords(kind).label))),
  ]
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text
}

/** Whether a word is a kind of alert. */
export function isAlertKind(kind: string): kind is AlertKind {
  return Object.hasOwn(alertKinds, kind)
}
