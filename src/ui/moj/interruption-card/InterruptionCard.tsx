import type { ComponentChildren } from 'preact'

interface InterruptionCardProps {
  heading: string
  children: ComponentChildren
  /** Buttons and links: the way on first, the way back after it. Give them GOV.UK's inverse classes. */
  actions: ComponentChildren
}

/** Stops a person before something that matters: opening a restricted record, merging two children. */
export function InterruptionCard({ heading, children, actions }: InterruptionCardProps) {
  return (
    <div class="moj-interruption-card">
      <div class="moj-interruption-card__content">
        <h1 class="moj-interruption-card__heading">{heading}</h1>
        <div class="moj-interruption-card__body">{children}</div>
        <div class="govuk-button-group moj-interruption-card__actions">{actions}</div>
      </div>
    </div>
  )
}
