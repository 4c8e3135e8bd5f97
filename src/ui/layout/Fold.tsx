import type { ComponentChildren } from 'preact'

/**
 * A part of a long page that folds under one line on a phone, with no script. On a wide screen and on paper it stands
 * open, without the line. An address that ends in the id of something inside opens it.
 */
export function Fold({ summary, children }: { summary: string; children: ComponentChildren }) {
  return (
    <details class="tl-fold">
      <summary>{summary}</summary>
      {children}
    </details>
  )
}
