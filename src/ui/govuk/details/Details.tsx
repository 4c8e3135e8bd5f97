import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'

export type DetailsProps = {
  /** The words that open and close it. */
  summary: ComponentChildren
  children?: ComponentChildren
  id?: string | undefined
  open?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** More about something, for those who ask for it. */
export function Details({ summary, children, id, open, classes, attributes }: DetailsProps) {
  return (
    <details id={id} class={classList('govuk-details', classes)} open={open} {...attributes}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
