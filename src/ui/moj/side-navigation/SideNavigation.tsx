import type { ComponentChildren } from 'preact'
import type { NavigationItem } from '../primary-navigation/PrimaryNavigation.tsx'

/** An entry that may carry a count or a badge after its words. */
export interface SideNavigationItem extends NavigationItem {
  after?: ComponentChildren
}

export interface SideNavigationSection {
  /** Leave out for the first, plain list. */
  heading?: string
  items: readonly SideNavigationItem[]
}

interface SideNavigationProps {
  label: string
  sections: readonly SideNavigationSection[]
  headingLevel?: 2 | 3 | 4
}

/**
 * The sections of a record. MoJ marks the current one aria-current="location", which is for a place within a
 * page; each of ours is a page of its own, so it is "page", which screen readers say as "current page".
 */
export function SideNavigation({ label, sections, headingLevel = 2 }: SideNavigationProps) {
  const Heading = `h${headingLevel}` as const
  return (
    <nav class="moj-side-navigation" aria-label={label}>
      {sections.map(section => (
        <div key={section.heading ?? ''}>
          {section.heading && <Heading class="moj-side-navigation__title">{section.heading}</Heading>}
          <ul class="moj-side-navigation__list">
            {section.items.map(item => (
              <li
                class={`moj-side-navigation__item${item.current ? ' moj-side-navigation__item--active' : ''}`}
                key={item.href}
              >
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.text}
                  {item.after}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
