import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'

export type BackLinkProps = {
  href?: string | undefined
  /** Words of the link; "Back" when not given. */
  children?: ComponentChildren
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** A link to the page before this one, above the heading. */
export function BackLink({ href, children, classes, attributes }: BackLinkProps) {
  return (
    <a href={href || '#'} class={classList('govuk-back-link', classes)} {...attributes}>
      {children || 'Back'}
    </a>
  )
}
