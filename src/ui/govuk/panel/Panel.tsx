import type { ComponentChildren } from 'preact'
import { type Attributes, classList, type HeadingLevel } from '../attributes.ts'
import { ActionGroup, type ButtonAction } from '../button/ActionGroup.tsx'
import { isPresent } from '../content.ts'

export type PanelProps = {
  title: ComponentChildren
  /** 1 when not given. */
  headingLevel?: HeadingLevel | undefined
  children?: ComponentChildren
  /** `govuk-panel--interruption` for one that asks people to stop and check. */
  classes?: string | undefined
  attributes?: Attributes | undefined
  /** What may be done next. Only in an interruption. */
  actions?:
    | {
        items?: readonly ButtonAction[] | undefined
        classes?: string | undefined
        attributes?: Attributes | undefined
      }
    | undefined
}

/** Says, over the whole width, that something is done, or must be checked before going on. */
export function Panel({ title, headingLevel = 1, children, classes, attributes, actions }: PanelProps) {
  const Heading = `h${headingLevel}` as const
  const isInterruption = classes?.includes('govuk-panel--interruption')
  return (
    <div
      class={classList('govuk-panel', !isInterruption && 'govuk-panel--confirmation', classes)}
      {...attributes}
    >
      <Heading class="govuk-panel__title">{title}</Heading>
      {isPresent(children) && <div class="govuk-panel__body">{children}</div>}
      {isInterruption && actions && (
        <div class={classList('govuk-panel__actions', actions.classes)} {...actions.attributes}>
          {actions.items && actions.items.length > 0 && (
            <ActionGroup
              actions={actions.items}
              buttonClasses="govuk-button--inverse"
              linkClasses="govuk-link--inverse"
            />
          )}
        </div>
      )}
    </div>
  )
}
