import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type HeadingLevel } from '../attributes.ts'
import { isPresent, isWords } from '../content.ts'

export type NotificationBannerProps = {
  /** Words alone are set as the banner's heading line; elements stand as they are. */
  children?: ComponentChildren
  /** "Important" when not given, or "Success". */
  title?: ComponentChildren
  /** 2 when not given. */
  titleHeadingLevel?: HeadingLevel | undefined
  type?: 'success' | undefined
  /** `alert` for success, otherwise `region`. */
  role?: 'alert' | 'region' | 'banner' | undefined
  titleId?: string | undefined
  /** Leaves the focus where it is when the page opens. */
  disableAutoFocus?: boolean | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** Tells of something that is not about the page itself, or that what was asked has been done. */
export function NotificationBanner(props: NotificationBannerProps) {
  const isSuccess = props.type === 'success'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const Heading = `h${props.titleHeadingLevel ?? 2}` as const
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: each of its roles may be named
    <div
      class={classList(
        'govuk-notification-banner',
        isSuccess && 'govuk-notification-banner--success',
        props.classes,
      )}
      role={props.role ?? (isSuccess ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.title || (isSuccess ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isWords(props.children) && isPresent(props.children) ? (
          <p class="govuk-notification-banner__heading">{props.children}</p>
        ) : (
          props.children
        )}
      </div>
    </div>
  )
}
