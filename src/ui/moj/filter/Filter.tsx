import type { ComponentChildren } from 'preact'

/** Filters in force, by what they filter ("Team": "North", "South"). */
export interface SelectedFilters {
  heading: string
  /** `href` is the list without this one filter. */
  items: readonly { text: string; href: string }[]
}

interface FilterProps {
  /** Where the form goes, by GET: the list itself. */
  action: string
  heading?: string
  /** What is in force; an empty list when nothing is. */
  selected: readonly SelectedFilters[]
  /** The list with no filter at all. */
  clearHref: string
  submitText?: string
  /** Unfolded on a narrow screen too: something in it must be put right. */
  isOpen?: boolean
  /** Sent along unseen, so that applying a filter keeps the sorting. */
  keep?: readonly { name: string; value: string }[]
  /** The fields. */
  children: ComponentChildren
}

/**
 * A panel of filters: a plain GET form, so that what was asked stands in the address and works without scripts.
 *
 * MoJ builds a sliding panel with a script for narrow screens; ours folds by itself (a details element), and the
 * apply button stands after the fields, where someone going through them by keyboard or ear arrives.
 */
export function Filter(props: FilterProps) {
  const { heading = 'Filter', selected, submitText = 'Apply filters', keep = [] } = props
  const count = selected.reduce((sum, group) => sum + group.items.length, 0)
  return (
    <details class="tl-filter-fold" open={props.isOpen}>
      <summary>
        {heading}
        {count > 0 && ` (${count} in force)`}
      </summary>
      <div class="moj-filter">
        <div class="moj-filter__header">
          <div class="moj-filter__header-title">
            <h2 class="govuk-heading-s">{heading}</h2>
          </div>
        </div>
        <div class="moj-filter__content">
          {count > 0 && <Selected selected={selected} clearHref={props.clearHref} />}
          <form class="moj-filter__options" action={props.action} method="get" novalidate>
            {keep.map(field => (
              <input type="hidden" name={field.name} value={field.value} key={field.name} />
            ))}
            {props.children}
            <button type="submit" class="govuk-button" data-module="govuk-button">
              {submitText}
            </button>
          </form>
        </div>
      </div>
    </details>
  )
}

function Selected({ selected, clearHref }: Pick<FilterProps, 'selected' | 'clearHref'>) {
  return (
    <div class="moj-filter__selected">
      <div class="moj-filter__selected-heading">
        <div class="moj-filter__heading-title">
          <h3 class="govuk-heading-s govuk-!-margin-bottom-0">In force</h3>
        </div>
        <div class="moj-filter__heading-action">
          <p>
            <a class="govuk-link govuk-link--no-visited-state" href={clearHref}>
              Clear all<span class="govuk-visually-hidden"> filters</span>
            </a>
          </p>
        </div>
      </div>
      {selected.map(group => (
        <div key={group.heading}>
          <h4 class="govuk-body-s govuk-!-margin-bottom-0">{group.heading}</h4>
          <ul class="moj-filter-tags">
            {group.items.map(item => (
              <li key={item.href}>
                <a class="moj-filter__tag" href={item.href}>
                  <span class="govuk-visually-hidden">Remove this filter: </span>
                  {item.text}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

/** Filters on the left, what they leave on the right; filters above on a narrow screen. */
export function FilterLayout({
  filter,
  children,
}: {
  filter: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <div class="moj-filter-layout">
      <div class="moj-filter-layout__filter">{filter}</div>
      <div class="moj-filter-layout__content">{children}</div>
    </div>
  )
}
