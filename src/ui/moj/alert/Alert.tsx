import type { ComponentChildren } from 'preact'
import { alertIcons } from './alertIcons.ts'

/** How an alert is meant; also the first word a screen reader hears of it. */
export type AlertVariant = 'information' | 'success' | 'warning' | 'error'

export interface AlertProps {
  variant: AlertVariant
  /** Names the alert; is its text when there are no children, and its heading with `withHeading`. */
  title: string
  withHeading?: boolean
  headingLevel?: 2 | 3 | 4
  /** "alert" is read at once and takes the focus: for what was just done. "region" waits to be found. */
  role?: 'region' | 'alert'
  /** Offers a way to close it, when scripts run. */
  isDismissible?: boolean
  children?: ComponentChildren
}

/**
 * A message about the page or about what was just done. Structure from MoJ's alert; the dismiss button says
 * type="button", which MoJ's leaves out, so that it can stand within a form without sending it.
 */
export function Alert(props: AlertProps) {
  const { variant, title, children, withHeading = false, headingLevel = 2, role = 'region' } = props
  const Heading = `h${headingLevel}` as const
  const hasHeading = withHeading && children !== undefined
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it can have take a label
    <div
      role={role}
      class={`moj-alert moj-alert--${variant}${hasHeading ? ' moj-alert--with-heading' : ''}`}
      aria-label={`${variant}: ${title}`}
      data-module="moj-alert"
      data-dismissible={props.isDismissible ? 'true' : undefined}
    >
      <div>
        <svg
          class="moj-alert__icon"
          role="presentation"
          focusable="false"
          viewBox="0 0 30 30"
          height="30"
          width="30"
        >
          <path fill-rule="evenodd" clip-rule="evenodd" d={alertIcons[variant]} fill="currentColor" />
        </svg>
      </div>
      <div class="moj-alert__content">
        {hasHeading && <Heading class="moj-alert__heading">{title}</Heading>}
        {children ?? title}
      </div>
      <div class="moj-alert__action">
        <button class="moj-alert__dismiss" type="button" hidden>
          Dismiss
        </button>
      </div>
    </div>
  )
}
