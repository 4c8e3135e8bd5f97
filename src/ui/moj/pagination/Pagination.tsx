import { type PageItem, pageItems, resultsWords } from './pageItems.ts'

interface PaginationProps {
  /** The page shown, from 1. */
  page: number
  pageSize: number
  /** How many there are in all. */
  total: number
  noun: { one: string; many: string }
  /** The address of a page, with filters and sorting kept. */
  href: (page: number) => string
}

/** How many were found and which are shown, with the other pages when there are any. */
export function Pagination({ page, pageSize, total, noun, href }: PaginationProps) {
  const pageCount = Math.max(1, Math.ceil(total / pageSize))
  return (
    <div class="moj-pagination">
      {pageCount > 1 && (
        <Pages page={page} pageCount={pageCount} href={href} label={`Pages of ${noun.many}`} />
      )}
      <p class="moj-pagination__results">{resultsWords(page, pageSize, total, noun)}</p>
    </div>
  )
}

interface PagesProps {
  page: number
  pageCount: number
  href: (page: number) => string
  label: string
}

function Pages({ page, pageCount, href, label }: PagesProps) {
  return (
    <nav class="govuk-pagination moj-pagination__pagination" aria-label={label}>
      {page > 1 && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={href(page - 1)} rel="prev">
            <Arrow direction="prev" />
            <span class="govuk-pagination__link-title">
              Previous<span class="govuk-visually-hidden"> page</span>
            </span>
          </a>
        </div>
      )}
      <ul class="govuk-pagination__list">
        {pageItems(page, pageCount).map(item => (
          <Item item={item} href={href} key={item.kind === 'gap' ? `gap-${item.after}` : item.page} />
        ))}
      </ul>
      {page < pageCount && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={href(page + 1)} rel="next">
            <span class="govuk-pagination__link-title">
              Next<span class="govuk-visually-hidden"> page</span>
            </span>
            <Arrow direction="next" />
          </a>
        </div>
      )}
    </nav>
  )
}

function Item({ item, href }: { item: PageItem; href: (page: number) => string }) {
  if (item.kind === 'gap') {
    return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  }
  return (
    <li class={`govuk-pagination__item${item.isCurrent ? ' govuk-pagination__item--current' : ''}`}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href(item.page)}
        aria-label={`Page ${item.page}`}
        aria-current={item.isCurrent ? 'page' : undefined}
      >
        {item.page}
      </a>
    </li>
  )
}

/** GOV.UK Frontend's arrows (MIT licence). */
const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function Arrow({ direction }: { direction: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[direction]} />
    </svg>
  )
}
