import { classList, idList } from '../attributes.ts'
import { type Choice, choice, choiceId, type Divider, hintId, isDivider } from '../choices.tsx'
import { isGiven, type Omitted } from '../content.ts'
import { describedBy, GroupedFields, type GroupProps, hasFieldset } from '../formGroup.tsx'

export type CheckboxItem = Choice & {
  /** The name of the question when not given. */
  name?: string | undefined
  /** `exclusive` for "None of these": choosing it clears the others, where there are scripts. */
  behaviour?: 'exclusive' | undefined
}

export type CheckboxesProps = GroupProps & {
  name: string
  /** Begins the ids of the answers, the hint and the error; the name when not given. */
  idPrefix?: string | undefined
  /** Ids of further elements that describe the answers, where there is no fieldset. */
  describedBy?: string | undefined
  items: readonly (CheckboxItem | Divider | Omitted)[]
  /** The values of the answers that are chosen. */
  values?: readonly (string | number)[] | undefined
}

/** A question answered by choosing any number of answers. */
export function Checkboxes(props: CheckboxesProps) {
  const { formGroup } = props
  const idPrefix = props.idPrefix || props.name
  const describedByIds = describedBy(idPrefix, props, props.fieldset?.describedBy || props.describedBy)
  const ofEachItem = hasFieldset(props) ? undefined : describedByIds
  return (
    <GroupedFields id={idPrefix} group={props} describedBy={describedByIds}>
      <div
        class={classList('govuk-checkboxes', props.classes)}
        data-module="govuk-checkboxes"
        {...props.attributes}
      >
        {formGroup?.beforeInputs}
        {props.items.map((item, index) => {
          if (!item) return null
          if (isDivider(item)) return <div class="govuk-checkboxes__divider">{item.divider}</div>
          const id = choiceId(item, idPrefix, index)
          return choice('govuk-checkboxes', item, id, isChosen(item, props.values), {
            name: item.name || props.name,
            type: 'checkbox',
            'data-behaviour': item.behaviour,
            'aria-describedby': idList(ofEachItem, isGiven(item.hint) && hintId(id)),
          })
        })}
        {formGroup?.afterInputs}
      </div>
    </GroupedFields>
  )
}

function isChosen(item: CheckboxItem, values: CheckboxesProps['values']): boolean {
  return item.checked ?? values?.some(value => String(value) === String(item.value)) ?? false
}
