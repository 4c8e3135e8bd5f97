import type { ComponentChildren, JSX } from 'preact'

/** How a piece of work stands against its clock. */
export type StatusKind = 'overdue' | 'today' | 'on-course' | 'waiting'

const words: Record<StatusKind, string> = {
  overdue: 'Overdue',
  today: 'Due today',
  'on-course': 'On course',
  waiting: 'Waiting',
}

const shapes: Record<StatusKind, JSX.Element> = {
  overdue: <path d="M6 .8 11.6 11H.4Z" fill="currentColor" />,
  today: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  'on-course': <path d="M1.2 6.4 4.6 9.8 10.8 2.4" fill="none" stroke="currentColor" stroke-width="2.2" />,
  waiting: (
    <circle
      cx="6"
      cy="6"
      r="4.6"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-dasharray="2.2 1.9"
    />
  ),
}

interface StatusTagProps {
  kind: StatusKind
  /** Instead of the usual word: "Missed", "38 minutes left". */
  word?: string
  /** After the word, lighter: a count or a length of time. */
  detail?: ComponentChildren
  /** Without the ground behind it, for a row of many. */
  isPlain?: boolean
}

/** The shape alone, silent to a screen reader; its word must stand beside it. */
export function StatusShape({ kind }: { kind: StatusKind }) {
  return (
    <svg class="tl-status__shape" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {shapes[kind]}
    </svg>
  )
}

/** How something stands, by word, shape and colour together, so that any one of them is enough. */
export function StatusTag({ kind, word, detail, isPlain = false }: StatusTagProps) {
  return (
    <span class={`tl-status tl-status--${kind}${isPlain ? ' tl-status--plain' : ''}`}>
      <StatusShape kind={kind} />
      <span>
        {word ?? words[kind]}
        {detail !== undefined && <span class="tl-status__detail"> {detail}</span>}
      </span>
    </span>
  )
}
