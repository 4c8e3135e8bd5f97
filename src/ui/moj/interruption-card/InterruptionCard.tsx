import type { ComponentChildren } from 'preact'

interface InterruptionCardProps {
  heading: string
  /** 1 where the card is the page, as it should be. */
  headingLevel?: 1 | 2
  children: ComponentChildren
  /** Buttons and links: the way on first, the way back after it. Give them GOV.UK's inverse classes. */
  actions: ComponentChildren
}

/** Stops a person before something that matters: opening a restricted record, merging two children. */
export function InterruptionCard({ heading, headingLevel = 1, children, actions }: InterruptionCardProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <div class="moj-interruption-card">
      <div class="moj-interruption-card__content">
        <Heading class="moj-interruption-card__heading">{heading}</Heading>
        <div class="moj-interruption-card__body">{children}</div>
        <div class="govuk-button-group moj-interruption-card__actions">{actions}</div>
      </div>
    </div>
  )
}
