import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'
import { contentOf, optionsOf, type Rich } from '../content.ts'
import { Tag } from '../tag/Tag.tsx'

export type PhaseBannerProps = {
  /** The phase, for example "Beta". */
  tag: Rich<{ classes?: string | undefined }>
  children: ComponentChildren
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** Says that the service is still being tried out, and where to tell what one thinks of it. */
export function PhaseBanner({ tag, children, classes, attributes }: PhaseBannerProps) {
  return (
    <div class={classList('govuk-phase-banner govuk-width-container', classes)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag classes={classList('govuk-phase-banner__content__tag', optionsOf(tag)?.classes)}>
          {contentOf(tag)}
        </Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
