import type { JSX } from 'preact'

/** What an alert on a case is about: the worker's safety, the child's, or how to work with the child. */
export type CaseAlertKind = 'safety' | 'child' | 'approach'

/** One alert as the record holds it. */
export interface CaseAlertItem {
  kind: CaseAlertKind
  /** What to know and do: "Dog in the house: two workers visit". */
  text: string
  /** Since when, by whom, to be looked at again when. */
  since?: string
}

const words: Record<CaseAlertKind, string> = {
  safety: 'Safety of workers',
  child: 'Safety of the child',
  approach: 'Working with the child',
}

const shapes: Record<CaseAlertKind, JSX.Element> = {
  safety: <path d="M8 1 15.4 14.4H.6Z" fill="currentColor" />,
  child: <path d="M8 .8 15.2 8 8 15.2 .8 8Z" fill="currentColor" />,
  approach: <rect x="1.5" y="1.5" width="13" height="13" rx="3" fill="currentColor" />,
}

/** The sign of an alert's kind, silent to a screen reader; its word must stand beside it. */
export function CaseAlertShape({ kind }: { kind: CaseAlertKind }) {
  return (
    <svg class="tl-case-alert__shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {shapes[kind]}
    </svg>
  )
}

/** What a worker must know about a child before acting; nothing at all when there is nothing. */
export function CaseAlerts({ alerts }: { alerts: readonly CaseAlertItem[] }) {
  if (alerts.length === 0) return null
  return (
    <ul class="tl-case-alerts">
      {alerts.map(alert => (
        <li class={`tl-case-alert tl-case-alert--${alert.kind}`} key={alert.text}>
          <CaseAlertShape kind={alert.kind} />
          <p class="tl-case-alert__kind">{words[alert.kind]}</p>
          <p class="tl-case-alert__text">{alert.text}</p>
          {alert.since && <p class="tl-case-alert__since">{alert.since}</p>}
        </li>
      ))}
    </ul>
  )
}
