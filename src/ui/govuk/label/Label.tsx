import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'
import { isPresent } from '../content.ts'

/** What a label may carry besides its words, where it stands in a field. */
export type LabelOptions = {
  /** For example `govuk-label--l`. */
  classes?: string | undefined
  /** Makes the label the h1 of a page that asks one question. */
  isPageHeading?: boolean | undefined
  attributes?: Attributes | undefined
}

export type LabelProps = LabelOptions & {
  children?: ComponentChildren
  /** The id of the field it names. */
  for?: string | undefined
}

/** The name of a field. Without words it shows nothing. */
export function Label(props: LabelProps) {
  if (!isPresent(props.children)) return null
  const label = (
    <label class={classList('govuk-label', props.classes)} for={props.for} {...props.attributes}>
      {props.children}
    </label>
  )
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
