import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'

/** What an error message may carry besides its words, where it stands in a field. */
export type ErrorMessageOptions = {
  classes?: string | undefined
  attributes?: Attributes | undefined
  /** Read out before the message; "Error" when not given, nothing when empty. */
  visuallyHiddenText?: string | undefined
}

export type ErrorMessageProps = ErrorMessageOptions & {
  children?: ComponentChildren
  id?: string | undefined
}

/** What is wrong with an answer and how to put it right. */
export function ErrorMessage({
  children,
  id,
  classes,
  attributes,
  visuallyHiddenText = 'Error',
}: ErrorMessageProps) {
  return (
    <p id={id} class={classList('govuk-error-message', classes)} {...attributes}>
      {visuallyHiddenText && (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {children}
    </p>
  )
}
