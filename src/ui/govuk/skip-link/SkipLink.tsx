import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'

export type SkipLinkProps = {
  /** Where the main content begins; `#content` when not given. */
  href?: string | undefined
  children: ComponentChildren
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** A link, shown on focus, that takes people using a keyboard past the navigation. */
export function SkipLink({ href, children, classes, attributes }: SkipLinkProps) {
  return (
    <a
      href={href || '#content'}
      class={classList('govuk-skip-link', classes)}
      data-module="govuk-skip-link"
      {...attributes}
    >
      {children}
    </a>
  )
}
