import type { ComponentChildren } from 'preact'

interface EmptyStateProps {
  /** What is not here: "No contacts recorded yet". */
  title: string
  /** What would be here, and how it comes. */
  children: ComponentChildren
  /** The link or button that makes the first one, when the reader may. */
  action?: ComponentChildren
}

/** An empty list says what would be here and how it comes. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div class="tl-empty">
      <p class="tl-empty__title">{title}</p>
      <p class="tl-empty__text">{children}</p>
      {action}
    </div>
  )
}
