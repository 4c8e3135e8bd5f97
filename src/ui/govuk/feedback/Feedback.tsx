import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type HeadingLevel } from '../attributes.ts'
import { isPresent, isWords } from '../content.ts'

export type FeedbackProps = {
  title: ComponentChildren
  /** 2 when not given. */
  headingLevel?: HeadingLevel | undefined
  /** Words alone stand in a paragraph; elements stand as they are. */
  children?: ComponentChildren
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** Asks, at the foot of a page, what people think of the service. */
export function Feedback({ title, headingLevel = 2, children, classes, attributes }: FeedbackProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div class={classList('govuk-feedback govuk-width-container', classes)} {...attributes}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <Heading class="govuk-feedback__title">{title}</Heading>
          {isPresent(children) && (
            <div class="govuk-feedback__body">
              {isWords(children) ? <p class="govuk-body">{children}</p> : children}
            </div>
          )}
        </div>
      </div>
    </div>
  )
}
