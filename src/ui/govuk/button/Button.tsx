import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'
import { isWords } from '../content.ts'

export type ButtonProps = {
  children?: ComponentChildren
  /** `submit` when not given. */
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | number | undefined
  disabled?: boolean | undefined
  /** Makes it a link that looks like a button. */
  href?: string | undefined
  /** For example `govuk-button--secondary`, `govuk-button--warning`, `govuk-button--inverse`. */
  classes?: string | undefined
  attributes?: Attributes | undefined
  /** Ignores a second click within a second of the first. */
  preventDoubleClick?: boolean | undefined
  /** Adds the arrow of a button that begins something. */
  isStartButton?: boolean | undefined
  id?: string | undefined
}

/** A button, or with `href` a link in the shape of one. */
export function Button(props: ButtonProps) {
  const classes = classList('govuk-button', props.classes, props.isStartButton && 'govuk-button--start')
  const content = props.isStartButton ? startContent(props.children) : props.children
  if (props.href) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: it leads to a page and must stay a link
      <a
        href={props.href}
        role="button"
        draggable={false}
        class={classes}
        data-module="govuk-button"
        id={props.id}
        {...props.attributes}
      >
        {content}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      class={classes}
      data-module="govuk-button"
      id={props.id}
      {...props.attributes}
    >
      {content}
    </button>
  )
}

/** A start button is a flex box, which would lose the spaces between elements: they get a span around them. */
function startContent(children: ComponentChildren) {
  return (
    <>
      {isWords(children) ? children : <span>{children}</span>}
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  )
}
