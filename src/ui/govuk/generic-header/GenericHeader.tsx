import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'

export type GenericHeaderProps = {
  /** What leads to the first page: words, or a picture with its alternative text. */
  logo: ComponentChildren
  /** `/` when not given. */
  url?: string | undefined
  /** `govuk-width-container` when not given. */
  containerClasses?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** The top of every page of a service that is not on GOV.UK, with its own logo. */
export function GenericHeader(props: GenericHeaderProps) {
  return headerOf('govuk-generic-header', props)
}

/** A header whose classes begin with `block`. */
export function headerOf(block: 'govuk-generic-header' | 'govuk-header', props: GenericHeaderProps) {
  return (
    <div class={classList(block, props.classes)} {...props.attributes}>
      <div class={`${block}__container ${props.containerClasses || 'govuk-width-container'}`}>
        <div class={`${block}__logo`}>
          <a href={props.url || '/'} class={`${block}__homepage-link`}>
            {props.logo}
          </a>
        </div>
      </div>
    </div>
  )
}
