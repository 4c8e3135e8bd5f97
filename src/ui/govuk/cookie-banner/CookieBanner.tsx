import { type Attributes, classList } from '../attributes.ts'
import { ActionGroup, type ButtonAction } from '../button/ActionGroup.tsx'
import { type Content, isPresent, isWords } from '../content.ts'

export type CookieBannerMessage = {
  heading?: Content
  /** Words alone stand in a paragraph; elements stand as they are. */
  text?: Content
  actions?: readonly ButtonAction[] | undefined
  hidden?: boolean | undefined
  /** `alert` for the message that confirms a choice. */
  role?: 'alert' | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type CookieBannerProps = {
  messages: readonly CookieBannerMessage[]
  /** The name of the landmark; "Cookie banner" when not given. */
  ariaLabel?: string | undefined
  hidden?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** Asks which cookies may be kept, and confirms the choice. */
export function CookieBanner({ messages, ariaLabel, hidden, classes, attributes }: CookieBannerProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the element that GOV.UK Frontend publishes
    <div
      class={classList('govuk-cookie-banner', classes)}
      data-nosnippet=""
      role="region"
      aria-label={ariaLabel || 'Cookie banner'}
      hidden={hidden}
      {...attributes}
    >
      {messages.map(message => (
        <div
          class={classList('govuk-cookie-banner__message', message.classes, 'govuk-width-container')}
          role={message.role}
          hidden={message.hidden}
          {...message.attributes}
        >
          <div class="govuk-grid-row">
            <div class="govuk-grid-column-two-thirds">
              {isPresent(message.heading) && (
                <h2 class="govuk-cookie-banner__heading govuk-heading-m">{message.heading}</h2>
              )}
              <div class="govuk-cookie-banner__content">
                {isWords(message.text) ? <p class="govuk-body">{message.text}</p> : message.text}
              </div>
            </div>
          </div>
          {message.actions && <ActionGroup actions={message.actions} />}
        </div>
      ))}
    </div>
  )
}
