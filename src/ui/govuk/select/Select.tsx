import { type Attributes, classList } from '../attributes.ts'
import { isGiven, type Omitted } from '../content.ts'
import { describedBy, type FieldProps, FormGroup } from '../formGroup.tsx'

export type SelectItem = {
  /** What is sent; the label when not given. */
  value?: string | number | boolean | undefined
  label: string
  /** Overrides what the `value` of the question says. */
  selected?: boolean | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

export type SelectProps = FieldProps & {
  items: readonly (SelectItem | Omitted)[]
  /** The value of the option that is chosen. */
  value?: string | number | null | undefined
  disabled?: boolean | undefined
}

/** A question answered by choosing one of many. For few choices, radios are easier to use. */
export function Select(props: SelectProps) {
  const id = props.id || props.name
  return (
    <FormGroup id={id} field={props}>
      {props.formGroup?.beforeInput}
      <select
        class={classList('govuk-select', props.classes, isGiven(props.errorMessage) && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props, props.describedBy)}
        {...props.attributes}
      >
        {props.items.map(
          item =>
            item && (
              <option
                value={item.value === undefined ? undefined : String(item.value)}
                selected={isSelected(item, props.value)}
                disabled={item.disabled}
                {...item.attributes}
              >
                {item.label}
              </option>
            ),
        )}
      </select>
      {props.formGroup?.afterInput}
    </FormGroup>
  )
}

function isSelected(item: SelectItem, chosen: SelectProps['value']): boolean {
  if (item.selected !== undefined) return item.selected
  return chosen !== undefined && chosen !== null && String(item.value ?? item.label) === String(chosen)
}
