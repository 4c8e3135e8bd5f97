import { type Attributes, classList } from '../attributes.ts'
import {
  type Content,
  contentOf,
  isPresent,
  isWords,
  type Omitted,
  optionsOf,
  type Rich,
} from '../content.ts'

export type Tab = {
  /** May be left out when `idPrefix` is given. */
  id?: string | undefined
  label: Content
  attributes?: Attributes | undefined
  /** Words alone stand in a paragraph; elements stand as they are. */
  panel: Rich<{ attributes?: Attributes | undefined }>
}

export type TabsProps = {
  items: readonly (Tab | Omitted)[]
  id?: string | undefined
  /** Begins the ids of panels that have none of their own. */
  idPrefix?: string | undefined
  /** The heading above the list where there are no scripts; "Contents" when not given. */
  title?: Content
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** Panels of which one shows at a time. Without scripts, a list of contents and all panels. */
export function Tabs({ items, id, idPrefix, title, classes, attributes }: TabsProps) {
  return (
    <div id={id} class={classList('govuk-tabs', classes)} data-module="govuk-tabs" {...attributes}>
      <h2 class="govuk-tabs__title">{title ?? 'Contents'}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {items.map(
            (item, index) =>
              item && (
                <li
                  class={classList('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}
                >
                  <a class="govuk-tabs__tab" href={`#${panelId(item, idPrefix, index)}`} {...item.attributes}>
                    {item.label}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
      {items.map(
        (item, index) =>
          item && (
            <div
              class={classList('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
              id={panelId(item, idPrefix, index)}
              {...optionsOf(item.panel)?.attributes}
            >
              {panelContent(contentOf(item.panel))}
            </div>
          ),
      )}
    </div>
  )
}

function panelId(item: Tab, idPrefix: string | undefined, index: number): string {
  return item.id || `${idPrefix ?? ''}-${index + 1}`
}

function panelContent(content: Content) {
  return isPresent(content) && isWords(content) ? <p class="govuk-body">{content}</p> : content
}
