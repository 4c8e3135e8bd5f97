import { type Attributes, classList } from './attributes.ts'
import { type Content, contentOf, isGiven, isPresent, optionsOf, type Rich } from './content.ts'
import { Hint, type HintOptions } from './hint/Hint.tsx'
import { Label, type LabelOptions } from './label/Label.tsx'

/** One of the answers offered as a radio button or a checkbox. */
export type Choice = {
  value: string | number
  label: Rich<Omit<LabelOptions, 'isPageHeading'>>
  /** Made from the id of the question and the place of the answer when not given. */
  id?: string | undefined
  hint?: Rich<HintOptions>
  /** Overrides what the value of the question says. */
  checked?: boolean | undefined
  /** Shown only while this answer is chosen. Without scripts it always shows. */
  conditional?: Content
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

/** A word between two answers, for example "or". */
export type Divider = { divider: Content }

/** Whether an item is a divider rather than an answer. */
export function isDivider(item: object): item is Divider {
  return 'divider' in item
}

/** The id of an answer. The first has no number, so that an error can point at it by the question's id. */
export function choiceId(choice: Choice, idPrefix: string, index: number): string {
  return choice.id || (index > 0 ? `${idPrefix}-${index + 1}` : idPrefix)
}

/**
 * One answer with its label, hint and conditional part.
 * `block` is the class that the classes of its parts begin with; `attributes` those of its input,
 * besides those of the choice itself.
 */
export function choice(
  block: 'govuk-radios' | 'govuk-checkboxes',
  item: Choice,
  id: string,
  isChecked: boolean,
  attributes: Attributes,
) {
  const label = optionsOf(item.label)
  const hint = optionsOf(item.hint)
  const isConditional = isPresent(item.conditional)
  const conditionalId = `conditional-${id}`
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          value={item.value}
          checked={isChecked}
          disabled={item.disabled}
          data-aria-controls={isConditional ? conditionalId : undefined}
          {...attributes}
          {...item.attributes}
        />
        <Label for={id} classes={classList(`${block}__label`, label?.classes)} attributes={label?.attributes}>
          {contentOf(item.label)}
        </Label>
        {isGiven(item.hint) && (
          <Hint
            id={hintId(id)}
            classes={classList(`${block}__hint`, hint?.classes)}
            attributes={hint?.attributes}
          >
            {contentOf(item.hint)}
          </Hint>
        )}
      </div>
      {isConditional && (
        <div
          class={classList(`${block}__conditional`, !isChecked && `${block}__conditional--hidden`)}
          id={conditionalId}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}

/** The id of the hint of an answer. */
export function hintId(id: string): string {
  return `${id}-item-hint`
}
