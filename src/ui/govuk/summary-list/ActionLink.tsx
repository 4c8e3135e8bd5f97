import { type Attributes, classList } from '../attributes.ts'
import { type Content, isPresent } from '../content.ts'

/** Something that may be done about a fact or a card. */
export type Action = {
  href: string
  text: Content
  /** What it is done to, for those who hear the link alone: "Change" and, hidden, "name". */
  visuallyHiddenText?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

/** Actions, or actions with the classes of the box around them. */
export type ActionList = readonly Action[] | { items: readonly Action[]; classes?: string | undefined }

const none: readonly Action[] = []

/** The actions of a list in either form; none when it is not given. */
export function actionsOf(list: ActionList | undefined): readonly Action[] {
  if (!list) return none
  return 'items' in list ? list.items : list
}

/** The classes of a list of actions, where it was given any. */
export function classesOf(list: ActionList | undefined): string | undefined {
  return list && 'items' in list ? list.classes : undefined
}

/** The link of an action; within a card it says the card's title too, hidden. */
export function ActionLink({ action, cardTitle }: { action: Action; cardTitle: Content }) {
  const hasTitle = isPresent(cardTitle)
  return (
    <a class={classList('govuk-link', action.classes)} href={action.href} {...action.attributes}>
      {action.text}
      {(action.visuallyHiddenText || hasTitle) && (
        <span class="govuk-visually-hidden">
          {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
          {hasTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  )
}
