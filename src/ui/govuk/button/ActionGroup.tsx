import { type Attributes, classList } from '../attributes.ts'
import type { Content } from '../content.ts'
import { Button } from './Button.tsx'

/** What may be done next, offered by a panel or a banner. */
export type ButtonAction = {
  text: Content
  /** `button` when not given; with `href` it makes the link look like a button. */
  type?: 'button' | 'submit' | undefined
  /** Makes it a link, unless `type` is `button`. */
  href?: string | undefined
  name?: string | undefined
  value?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type ActionGroupProps = {
  actions: readonly ButtonAction[]
  /** Classes of all buttons, besides their own. */
  buttonClasses?: string | undefined
  /** Classes of all links, besides their own. */
  linkClasses?: string | undefined
}

/** Actions side by side: buttons, and links where they only lead somewhere. */
export function ActionGroup({ actions, buttonClasses, linkClasses }: ActionGroupProps) {
  return (
    <div class="govuk-button-group">
      {actions.map(action => [
        action.href && action.type !== 'button' ? (
          <a
            class={classList('govuk-link', linkClasses, action.classes)}
            href={action.href}
            {...action.attributes}
          >
            {action.text}
          </a>
        ) : (
          <Button
            type={action.type ?? 'button'}
            name={action.name}
            value={action.value}
            classes={buttonClasses ? classList(buttonClasses, action.classes) : action.classes}
            href={action.href}
            attributes={action.attributes}
          >
            {action.text}
          </Button>
        ),
        // Without styles, a space is all that parts them.
        ' ',
      ])}
    </div>
  )
}
