import { type Attributes, classList, type HeadingLevel } from '../attributes.ts'
import { type Content, contentOf, type Omitted, optionsOf, type Rich } from '../content.ts'
import { ActionLink, type ActionList, actionsOf, classesOf } from './ActionLink.tsx'
import { SummaryCard } from './SummaryCard.tsx'

type CellOptions = { classes?: string | undefined }

export type SummaryListRow = {
  key: Rich<CellOptions>
  value?: Rich<CellOptions>
  actions?: ActionList | undefined
  classes?: string | undefined
}

export type SummaryCardOptions = {
  title?: Rich<{ headingLevel?: HeadingLevel | undefined; classes?: string | undefined }>
  actions?: ActionList | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type SummaryListProps = {
  rows: readonly (SummaryListRow | Omitted)[]
  /** Sets the list in a card with a title of its own. */
  card?: SummaryCardOptions | undefined
  /** For example `govuk-summary-list--no-border`. */
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** Facts, each with its name and what may be done about it. */
export function SummaryList({ rows, card, classes, attributes }: SummaryListProps) {
  const hasActions = rows.some(row => row && actionsOf(row.actions).length > 0)
  const cardTitle = contentOf(card?.title)
  const list = (
    <dl class={classList('govuk-summary-list', classes)} {...attributes}>
      {rows.map(row => row && summaryRow(row, hasActions, cardTitle))}
    </dl>
  )
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list
}

function summaryRow(row: SummaryListRow, anyHasActions: boolean, cardTitle: Content) {
  const actions = actionsOf(row.actions)
  const lacksActions = anyHasActions && actions.length === 0
  return (
    <div
      class={classList(
        'govuk-summary-list__row',
        lacksActions && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={classList('govuk-summary-list__key', optionsOf(row.key)?.classes)}>{contentOf(row.key)}</dt>
      <dd class={classList('govuk-summary-list__value', optionsOf(row.value)?.classes)}>
        {contentOf(row.value)}
      </dd>
      {actions.length > 0 && (
        <dd class={classList('govuk-summary-list__actions', classesOf(row.actions))}>
          {actions.length === 1 ? (
            actions.map(action => <ActionLink action={action} cardTitle={cardTitle} />)
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map(action => (
                <li class="govuk-summary-list__actions-list-item">
                  <ActionLink action={action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}
