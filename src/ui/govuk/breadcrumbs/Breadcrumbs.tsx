import { type Attributes, classList } from '../attributes.ts'
import type { Content } from '../content.ts'

export type Breadcrumb = {
  text: Content
  /** Without it the crumb stands for the page itself. */
  href?: string | undefined
  attributes?: Attributes | undefined
}

export type BreadcrumbsProps = {
  items: readonly Breadcrumb[]
  classes?: string | undefined
  collapseOnMobile?: boolean | undefined
  attributes?: Attributes | undefined
  /** The name of the landmark; "Breadcrumb" when not given. */
  labelText?: string | undefined
}

/** The way from the first page down to this one. */
export function Breadcrumbs({ items, classes, collapseOnMobile, attributes, labelText }: BreadcrumbsProps) {
  return (
    <nav
      class={classList(
        'govuk-breadcrumbs',
        classes,
        collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      aria-label={labelText ?? 'Breadcrumb'}
      {...attributes}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map(item =>
          item.href ? (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.text}
              </a>
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {item.text}
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
