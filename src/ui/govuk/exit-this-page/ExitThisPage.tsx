import type { ComponentChildren } from 'preact'
import { type Attributes, classList, i18nAttributes } from '../attributes.ts'
import { Button } from '../button/Button.tsx'

export type ExitThisPageProps = {
  /** "Exit this page" when not given. */
  children?: ComponentChildren
  /** A harmless page to show instead; the BBC's weather when not given. */
  redirectUrl?: string | undefined
  id?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
  activatedText?: string | undefined
  timedOutText?: string | undefined
  pressTwoMoreTimesText?: string | undefined
  pressOneMoreTimeText?: string | undefined
}

/** A way to leave at once for somebody who must not be seen with this page. */
export function ExitThisPage(props: ExitThisPageProps) {
  return (
    <div
      id={props.id}
      class={classList('govuk-exit-this-page', props.classes)}
      data-module="govuk-exit-this-page"
      {...i18nAttributes({
        activated: props.activatedText,
        'timed-out': props.timedOutText,
        'press-two-more-times': props.pressTwoMoreTimesText,
        'press-one-more-time': props.pressOneMoreTimeText,
      })}
      {...props.attributes}
    >
      <Button
        classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        href={props.redirectUrl || 'https://www.bbc.co.uk/weather'}
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {props.children || (
          <>
            <span class="govuk-visually-hidden">Emergency</span> Exit this page
          </>
        )}
      </Button>
    </div>
  )
}
