import type { ComponentChildren } from 'preact'
import { classList } from '../attributes.ts'
import { contentOf, isGiven, optionsOf } from '../content.ts'
import { ActionLink, actionsOf, classesOf } from './ActionLink.tsx'
import type { SummaryCardOptions } from './SummaryList.tsx'

/** A card around a list of facts, with a title and what may be done about all of it. */
export function SummaryCard(props: SummaryCardOptions & { children: ComponentChildren }) {
  const { title } = props
  const cardTitle = contentOf(title)
  const Heading = `h${optionsOf(title)?.headingLevel ?? 2}` as const
  const actions = actionsOf(props.actions)
  return (
    <div class={classList('govuk-summary-card', props.classes)} {...props.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {isGiven(title) && (
          <Heading class={classList('govuk-summary-card__title', optionsOf(title)?.classes)}>
            {cardTitle}
          </Heading>
        )}
        {actions.length === 1 && (
          <div class={classList('govuk-summary-card__actions', classesOf(props.actions))}>
            {actions.map(action => (
              <ActionLink action={action} cardTitle={cardTitle} />
            ))}
          </div>
        )}
        {actions.length > 1 && (
          <ul class={classList('govuk-summary-card__actions', classesOf(props.actions))}>
            {actions.map(action => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={cardTitle} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{props.children}</div>
    </div>
  )
}
