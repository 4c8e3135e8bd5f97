import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'

export type TagProps = {
  children: ComponentChildren
  /** For example `govuk-tag--green`. The colour never says anything that the words do not. */
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** The status of something, in a word or two. */
export function Tag({ children, classes, attributes }: TagProps) {
  return (
    <strong class={classList('govuk-tag', classes)} {...attributes}>
      {children}
    </strong>
  )
}
