import type { ComponentChildren } from 'preact'

export type TicketColour = 'grey' | 'green' | 'red' | 'orange'

interface TicketPanelProps {
  colour?: TicketColour
  /** Names the panel for a screen reader when it has no heading of its own. */
  label?: string
  children: ComponentChildren
}

/** A summary set apart from what is around it. The colour repeats what the words within say. */
export function TicketPanel({ colour = 'grey', label, children }: TicketPanelProps) {
  return (
    <article class="moj-ticket-panel" aria-label={label}>
      <section class={`moj-ticket-panel__content moj-ticket-panel__content--${colour}`}>{children}</section>
    </article>
  )
}
