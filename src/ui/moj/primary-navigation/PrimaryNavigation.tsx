/** One entry in a navigation; `current` marks where the reader is. */
export interface NavigationItem {
  href: string
  text: string
  current?: boolean
}

/**
 * The one row of services. MoJ's template gives the same class to the bar and to the <nav> within it, which
 * draws the bar twice; ours has it on the bar only. The rest is theirs.
 */
export function PrimaryNavigation({ label, items }: { label: string; items: readonly NavigationItem[] }) {
  return (
    <div class="moj-primary-navigation">
      <div class="moj-primary-navigation__container govuk-width-container">
        <nav class="moj-primary-navigation__nav" aria-label={label}>
          <ul class="moj-primary-navigation__list">
            {items.map(item => (
              <li class="moj-primary-navigation__item" key={item.href}>
                <a
                  class="moj-primary-navigation__link"
                  href={item.href}
                  aria-current={item.current ? 'page' : undefined}
                >
                  {item.text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  )
}
