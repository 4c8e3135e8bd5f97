import { type Attributes, classList } from '../attributes.ts'
import { type Content, contentOf, isPresent, type Omitted, optionsOf, type Rich } from '../content.ts'

export type NavigationItem = {
  text: Content
  href?: string | undefined
  /** This is the page itself. */
  current?: boolean | undefined
  /** The page is one of those behind this item. */
  active?: boolean | undefined
  attributes?: Attributes | undefined
}

/** Further content at the ends of the navigation and of its list, where only `<li>` may stand. */
export type NavigationSlots = {
  start?: Content
  end?: Rich<{ align?: 'inline' | undefined }>
  navigationStart?: Content
  navigationEnd?: Content
}

export type ServiceNavigationProps = {
  navigation?: readonly (NavigationItem | Omitted)[] | undefined
  serviceName?: string | undefined
  serviceUrl?: string | undefined
  /** The name of the landmark around a service's name; "Service information" when not given. */
  ariaLabel?: string | undefined
  /** "Menu" when not given. */
  menuButtonText?: string | undefined
  menuButtonLabel?: string | undefined
  /** The name of the navigation landmark; the text of the menu button when not given. */
  navigationLabel?: string | undefined
  /** `navigation` when not given. */
  navigationId?: string | undefined
  navigationClasses?: string | undefined
  /** Puts the items behind a menu button on phones; so when there is more than one, if not given. */
  collapseNavigationOnMobile?: boolean | undefined
  slots?: NavigationSlots | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** The name of the service and the way to its parts. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { slots } = props
  const end = contentOf(slots?.end)
  const isInline = optionsOf(slots?.end)?.align === 'inline'
  const classes = classList('govuk-service-navigation', props.classes)
  const content = (
    <div
      class={classList('govuk-width-container', isInline && 'govuk-service-navigation__inlining-container')}
    >
      {slots?.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName && serviceName(props.serviceName, props.serviceUrl)}
        {navigation(props)}
      </div>
      {end}
    </div>
  )
  // With a name there is more than navigation in it: it then becomes a landmark of its own.
  if (props.serviceName || isPresent(slots?.start) || isPresent(end)) {
    return (
      <section
        aria-label={props.ariaLabel ?? 'Service information'}
        class={classes}
        data-module="govuk-service-navigation"
        {...props.attributes}
      >
        {content}
      </section>
    )
  }
  return (
    <div class={classes} data-module="govuk-service-navigation" {...props.attributes}>
      {content}
    </div>
  )
}

function serviceName(name: string, url: string | undefined) {
  return (
    <span class="govuk-service-navigation__service-name">
      {url ? (
        <a href={url} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  )
}

function navigation(props: ServiceNavigationProps) {
  const { slots } = props
  const items = (props.navigation ?? []).filter(item => Boolean(item))
  if (items.length === 0 && !isPresent(slots?.navigationStart) && !isPresent(slots?.navigationEnd))
    return null
  const id = props.navigationId || 'navigation'
  const menu = props.menuButtonText || 'Menu'
  return (
    <nav
      aria-label={props.navigationLabel || menu}
      class={classList('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden from everyone until its script shows it
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuButtonLabel === menu ? undefined : props.menuButtonLabel}
          hidden
          aria-hidden="true"
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {slots?.navigationStart}
        {items.map(item => item && navigationItem(item))}
        {slots?.navigationEnd}
      </ul>
    </nav>
  )
}

function navigationItem(item: NavigationItem) {
  const isActive = item.active || item.current
  const current = isActive ? (item.current ? 'page' : 'true') : undefined
  // People who override colours still see which item is active: it is strong too.
  const text = isActive ? (
    <strong class="govuk-service-navigation__active-fallback">{item.text}</strong>
  ) : (
    item.text
  )
  return (
    <li
      class={classList(
        'govuk-service-navigation__item',
        isActive && 'govuk-service-navigation__item--active',
      )}
    >
      {item.href ? (
        <a
          class="govuk-service-navigation__link"
          href={item.href}
          aria-current={current}
          {...item.attributes}
        >
          {text}
        </a>
      ) : (
        isPresent(item.text) && (
          <span class="govuk-service-navigation__text" aria-current={current}>
            {text}
          </span>
        )
      )}
    </li>
  )
}
