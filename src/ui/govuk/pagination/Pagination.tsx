import { type Attributes, classList } from '../attributes.ts'
import type { Omitted } from '../content.ts'
import { ArrowLink, type PaginationLink } from './ArrowLink.tsx'

export type PageItem =
  | {
      number: number | string
      href: string
      current?: boolean | undefined
      /** Read out in place of the number; "Page" and the number when not given. */
      visuallyHiddenText?: string | undefined
      attributes?: Attributes | undefined
    }
  | { ellipsis: true }

export type PaginationProps = {
  /** The numbered pages. Without them, the links to previous and next stand one above the other. */
  items?: readonly (PageItem | Omitted)[] | undefined
  previous?: PaginationLink | Omitted
  next?: PaginationLink | Omitted
  /** The name of the landmark; "Pagination" when not given. */
  landmarkLabel?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** The way through a list that is shown a page at a time, or a guide in several pages. */
export function Pagination({ items, previous, next, landmarkLabel, classes, attributes }: PaginationProps) {
  const isBlock = !items && Boolean(next || previous)
  return (
    <nav
      class={classList('govuk-pagination', isBlock && 'govuk-pagination--block', classes)}
      aria-label={landmarkLabel || 'Pagination'}
      {...attributes}
    >
      {previous && <ArrowLink link={previous} direction="prev" isBlock={isBlock} />}
      {items && <ul class="govuk-pagination__list">{items.map(item => item && pageItem(item))}</ul>}
      {next && <ArrowLink link={next} direction="next" isBlock={isBlock} />}
    </nav>
  )
}

function pageItem(item: PageItem) {
  if ('ellipsis' in item) {
    return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  }
  return (
    <li class={classList('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  )
}
