import type { ComponentChildren } from 'preact'

export interface HeaderAction {
  href: string
  text: string
  isSecondary?: boolean
}

interface PageHeaderActionsProps {
  heading: ComponentChildren
  headingLevel?: 1 | 2
  actions?: readonly HeaderAction[]
  /** Anything that is not a link: a print button, a form. */
  children?: ComponentChildren
}

/**
 * The page's heading, with what can be done on it at the other end of the line. MoJ calls its links buttons to
 * a screen reader; ours go to another page, so they stay links.
 */
export function PageHeaderActions(props: PageHeaderActionsProps) {
  const { heading, headingLevel = 1, actions = [], children } = props
  const Heading = `h${headingLevel}` as const
  const hasActions = actions.length > 0 || children !== undefined
  return (
    <div class="moj-page-header-actions">
      <div class="moj-page-header-actions__title">
        <Heading class={headingLevel === 1 ? 'govuk-heading-l' : 'govuk-heading-m'}>{heading}</Heading>
      </div>
      {hasActions && (
        <div class="moj-page-header-actions__actions">
          <div class="moj-button-group moj-button-group--inline">
            {actions.map(action => (
              <a
                class={`govuk-button${action.isSecondary ? ' govuk-button--secondary' : ''}`}
                draggable={false}
                href={action.href}
                key={action.href}
              >
                {action.text}
              </a>
            ))}
            {children}
          </div>
        </div>
      )}
    </div>
  )
}
