import type { ComponentChildren } from 'preact'

/**
 * Holds a table that may be wider than the window: the table scrolls, not the page. It can be reached and
 * scrolled by keyboard, and has the table's caption for a name.
 */
export function TableRegion({ labelledBy, children }: { labelledBy: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="tl-table-region" aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </section>
  )
}
