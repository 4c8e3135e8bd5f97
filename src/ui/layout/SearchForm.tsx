/** What the search box holds and whether a key leads to it. */
export interface SearchProps {
  /** Sent along, so that no page elsewhere can search in somebody's name. */
  csrfToken: string
  /** What was searched for, when this is the page of answers. */
  value?: string
  /** Says what can be found; read by screen readers and shown in the empty box. */
  label?: string
  /**
   * Whether pressing "/" goes to the box (when scripts run). A person must be able to turn a one-letter key
   * off (WCAG 2.1.4): pass false for someone who did so in their account.
   */
  withKey?: boolean
}

/**
 * Search from every page: a form with the field `q`, sent by POST, so that the name of a child never stands in an
 * address, which browsers and logs keep.
 */
export function SearchForm({
  csrfToken,
  value,
  label = 'Search by name, date of birth or reference',
  withKey = true,
}: SearchProps) {
  const key = withKey ? { 'data-search-key': '/', 'aria-keyshortcuts': '/' } : {}
  return (
    <search class="tl-search__holder">
      <form class="tl-search" action="/search" method="post">
        <input type="hidden" name="_csrf" value={csrfToken} />
        <label class="govuk-visually-hidden" for="site-search">
          {label}
        </label>
        <input
          class="govuk-input tl-search__input"
          id="site-search"
          name="q"
          type="search"
          value={value}
          placeholder="Name, date of birth, reference"
          autocomplete="off"
          spellcheck={false}
          {...key}
        />
        <button class="tl-search__button" type="submit">
          <svg viewBox="0 0 20 20" fill="none" aria-hidden="true" focusable="false">
            <circle cx="8.5" cy="8.5" r="6" stroke="currentColor" stroke-width="2" />
            <path d="M13 13l5 5" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
          </svg>
          <span class="govuk-visually-hidden">Search</span>
        </button>
      </form>
    </search>
  )
}
