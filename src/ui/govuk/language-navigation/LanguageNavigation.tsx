import { type Attributes, classList } from '../attributes.ts'
import type { Content } from '../content.ts'

export type Language = {
  /** The name of the language, in that language. */
  text: Content
  /** Its code, for example `cy`. */
  lang?: string | undefined
  /** The code of the page it leads to, where that is another. */
  hrefLang?: string | undefined
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
  /** Without it, this is the language of the page. */
  href?: string | undefined
  current?: boolean | undefined
  /** Read out after the name, in that language: what the link does. */
  languageDescriptionText?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type LanguageNavigationProps = {
  items: readonly Language[]
  /** The name of the landmark; "Language" when not given. */
  ariaLabel?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** The page in other languages. */
export function LanguageNavigation({ items, ariaLabel, classes, attributes }: LanguageNavigationProps) {
  return (
    <nav
      class={classList('govuk-language-navigation', classes)}
      aria-label={ariaLabel ?? 'Language'}
      {...attributes}
    >
      <ul class="govuk-language-navigation__list">
        {items.map(item => (
          <li class="govuk-language-navigation__list-item">
            {item.current || !item.href ? (
              <span
                class={classList('govuk-language-navigation__text', item.classes)}
                aria-current="true"
                lang={item.lang}
                dir={item.dir}
                {...item.attributes}
              >
                {item.text}
              </span>
            ) : (
              <a
                class={classList('govuk-language-navigation__link', item.classes)}
                href={item.href}
                rel="alternate"
                lang={item.lang}
                hreflang={item.hrefLang || item.lang}
                dir={item.dir}
                {...item.attributes}
              >
                {item.text}
                {item.languageDescriptionText && (
                  <span class="govuk-visually-hidden"> {item.languageDescriptionText}</span>
                )}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
