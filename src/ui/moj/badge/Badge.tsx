import type { ComponentChildren } from 'preact'

export type BadgeColour = 'grey' | 'blue' | 'black' | 'green' | 'purple' | 'red'

/**
 * A word that sorts a thing into a kind ("Restricted", "Statutory"). For how something stands, use
 * StatusTag. MoJ's other colours are left out: they fail the contrast that WCAG 1.4.3 asks for.
 */
export function Badge({ colour = 'grey', children }: { colour?: BadgeColour; children: ComponentChildren }) {
  return <span class={`moj-badge moj-badge--${colour}`}>{children}</span>
}
