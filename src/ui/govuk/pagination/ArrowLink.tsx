import { type Attributes, classList } from '../attributes.ts'
import { type Content, isPresent } from '../content.ts'

export type PaginationLink = {
  href: string
  /** "Previous page" or "Next page" when not given. */
  text?: Content
  /** The title of the page it leads to. Shown only where there are no numbered pages. */
  labelText?: string | undefined
  attributes?: Attributes | undefined
}

type Direction = 'prev' | 'next'

/** The link to the previous or the next page. */
export function ArrowLink(props: { link: PaginationLink; direction: Direction; isBlock: boolean }) {
  const { link, direction, isBlock } = props
  const isDecorated = isBlock && !link.labelText
  return (
    <div class={`govuk-pagination__${direction}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={direction} {...link.attributes}>
        {(isBlock || direction === 'prev') && arrow(direction)}
        <span
          class={classList(
            'govuk-pagination__link-title',
            isDecorated && 'govuk-pagination__link-title--decorated',
          )}
        >
          {isPresent(link.text) ? link.text : usualText(direction)}
        </span>
        {link.labelText && isBlock && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!isBlock && direction === 'next' && arrow(direction)}
      </a>
    </div>
  )
}

function usualText(direction: Direction) {
  return (
    <>
      {direction === 'prev' ? 'Previous' : 'Next'}
      <span class="govuk-visually-hidden"> page</span>
    </>
  )
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function arrow(direction: Direction) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
      xmlns="http://www.w3.org/2000/svg"
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
