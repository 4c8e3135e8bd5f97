import { classList } from '../attributes.ts'
import { type Choice, choice, choiceId, type Divider, hintId, isDivider } from '../choices.tsx'
import { isGiven, type Omitted } from '../content.ts'
import { Details } from '../details/Details.tsx'
import { describedBy, GroupedFields, type GroupProps } from '../formGroup.tsx'

export type RadioItem = Choice

export type RadiosProps = GroupProps & {
  name: string
  /** Begins the ids of the answers, the hint and the error; the name when not given. */
  idPrefix?: string | undefined
  items: readonly (RadioItem | Divider | Omitted)[]
  /** The value of the answer that is chosen. */
  value?: string | number | null | undefined
  /** Answers that are seldom the right ones: folded away beneath the others, unless one of them is chosen. Ours, not GOV.UK's. */
  folded?: { summary: string; items: readonly RadioItem[] } | undefined
}

/** A question answered by choosing one of a few. */
export function Radios(props: RadiosProps) {
  const { name, formGroup, folded } = props
  const idPrefix = props.idPrefix || name
  const button = (item: RadioItem, index: number) => {
    const id = choiceId(item, idPrefix, index)
    return choice('govuk-radios', item, id, isChosen(item, props.value), {
      name,
      type: 'radio',
      'aria-describedby': isGiven(item.hint) ? hintId(id) : undefined,
    })
  }
  return (
    <GroupedFields
      id={idPrefix}
      group={props}
      describedBy={describedBy(idPrefix, props, props.fieldset?.describedBy)}
    >
      <div class={classList('govuk-radios', props.classes)} data-module="govuk-radios" {...props.attributes}>
        {formGroup?.beforeInputs}
        {props.items.map((item, index) => {
          if (!item) return null
          if (isDivider(item)) return <div class="govuk-radios__divider">{item.divider}</div>
          return button(item, index)
        })}
        {folded && (
          <Details summary={folded.summary} open={folded.items.some(item => isChosen(item, props.value))}>
            {folded.items.map((item, index) => button(item, props.items.length + index))}
          </Details>
        )}
        {formGroup?.afterInputs}
      </div>
    </GroupedFields>
  )
}

function isChosen(item: RadioItem, value: RadiosProps['value']): boolean {
  return item.checked ?? (value !== undefined && value !== null && String(item.value) === String(value))
}
