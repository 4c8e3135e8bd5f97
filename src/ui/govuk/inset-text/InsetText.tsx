import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'

export type InsetTextProps = {
  children: ComponentChildren
  id?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** Words set apart from those around them. */
export function InsetText({ children, id, classes, attributes }: InsetTextProps) {
  return (
    <div id={id} class={classList('govuk-inset-text', classes)} {...attributes}>
      {children}
    </div>
  )
}
