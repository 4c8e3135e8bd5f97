import { type Attributes, classList } from '../attributes.ts'
import { type Content, isPresent } from '../content.ts'

export type ErrorSummaryItem = {
  text: Content
  /** The field to put right, for example `#first-name`. */
  href?: string | undefined
  attributes?: Attributes | undefined
}

export type ErrorSummaryProps = {
  /** "There is a problem" when not given. */
  title?: Content
  description?: Content
  /** In the order of the fields on the page. */
  errorList?: readonly ErrorSummaryItem[] | undefined
  /** Leaves the focus where it is when the page opens. */
  disableAutoFocus?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** All that is wrong with the answers on a page, at its top, each with a link to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  return (
    <div
      class={classList('govuk-error-summary', props.classes)}
      data-disable-auto-focus={props.disableAutoFocus}
      data-module="govuk-error-summary"
      {...props.attributes}
    >
      {/* An alert inside the box that takes the focus, so that screen readers do not miss half of it. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
        <div class="govuk-error-summary__body">
          {isPresent(props.description) && <p>{props.description}</p>}
          {props.errorList && props.errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errorList.map(item => (
                <li>
                  {item.href ? (
                    <a href={item.href} {...item.attributes}>
                      {item.text}
                    </a>
                  ) : (
                    item.text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
