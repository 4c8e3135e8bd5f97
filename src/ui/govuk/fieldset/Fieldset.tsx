import type { ComponentChildren } from 'preact'
import { type Attributes, classList } from '../attributes.ts'
import { contentOf, isGiven, optionsOf, type Rich } from '../content.ts'

/** What a legend may carry besides its words. */
export type LegendOptions = {
  /** For example `govuk-fieldset__legend--l`. */
  classes?: string | undefined
  /** Makes the legend the h1 of a page that asks one question. */
  isPageHeading?: boolean | undefined
}

/** What a fieldset may carry besides its legend, where it stands around a group of fields. */
export type FieldsetOptions = {
  describedBy?: string | undefined
  classes?: string | undefined
  role?: 'group' | 'radiogroup' | undefined
  attributes?: Attributes | undefined
}

export type FieldsetProps = FieldsetOptions & {
  legend?: Rich<LegendOptions>
  children?: ComponentChildren
}

/** Fields that belong together, and the question they answer. */
export function Fieldset(props: FieldsetProps) {
  const { legend } = props
  return (
    <fieldset
      class={classList('govuk-fieldset', props.classes)}
      role={props.role}
      aria-describedby={props.describedBy || undefined}
      {...props.attributes}
    >
      {isGiven(legend) && (
        <legend class={classList('govuk-fieldset__legend', optionsOf(legend)?.classes)}>
          {optionsOf(legend)?.isPageHeading ? (
            <h1 class="govuk-fieldset__heading">{contentOf(legend)}</h1>
          ) : (
            contentOf(legend)
          )}
        </legend>
      )}
      {props.children}
    </fieldset>
  )
}
