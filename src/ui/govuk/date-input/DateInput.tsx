import { type Attributes, classList } from '../attributes.ts'
import { isGiven, type Omitted } from '../content.ts'
import { describedBy, GroupedFields, type GroupProps } from '../formGroup.tsx'
import { Input, type InputProps } from '../input/Input.tsx'

/** One field of a date. */
export type DateInputField = {
  /** Its name, after `namePrefix`; `day`, `month` or `year` when not given. */
  name?: string | undefined
  id?: string | undefined
  /** Its name with a capital letter when not given. */
  label?: string | undefined
  value?: string | number | undefined
  /** Marks this field as the one to put right; `false` as one that is not. */
  error?: boolean | undefined
  autocomplete?: string | undefined
  pattern?: string | undefined
  /** `numeric` when not given. */
  inputmode?: InputProps['inputmode']
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type DateInputProps = GroupProps & {
  id: string
  /** Begins the names of the fields: `dob` gives `dob-day`, `dob-month`, `dob-year`. */
  namePrefix?: string | undefined
  /** Options of a field, or false to leave it out. */
  day?: DateInputField | false | undefined
  month?: DateInputField | false | undefined
  year?: DateInputField | false | undefined
  /** Other fields than day, month and year, or in another order. */
  items?: readonly (DateInputField | Omitted)[] | undefined
  /** What was typed, by `day`, `month` and `year` or by the full names of the fields. */
  values?: Readonly<Record<string, string | number | undefined>> | undefined
}

const parts = ['day', 'month', 'year'] as const
type Part = (typeof parts)[number]

/** A question answered with a date that people know, such as a birthday. */
export function DateInput(props: DateInputProps) {
  const { id, formGroup } = props
  const items = props.items?.length ? props.items : parts.map(part => props[part] ?? { name: part })
  const oneIsWrong = items.some(item => item && isMarkedWrong(item))
  return (
    <GroupedFields
      id={id}
      group={props}
      describedBy={describedBy(id, props, props.fieldset?.describedBy)}
      // Without it, some screen readers leave out what describes a fieldset of text fields.
      role="group"
    >
      <div class={classList('govuk-date-input', props.classes)} id={id || undefined} {...props.attributes}>
        {formGroup?.beforeInputs}
        {items.map(
          item => item && <div class="govuk-date-input__item">{field(props, item, oneIsWrong)}</div>,
        )}
        {formGroup?.afterInputs}
      </div>
    </GroupedFields>
  )
}

function field(props: DateInputProps, item: DateInputField, oneIsWrong: boolean) {
  const part = parts.find(each => isPart(props, item, each))
  const name = item.name ?? part ?? ''
  const prefixedName = props.namePrefix ? `${props.namePrefix}-${name}` : name
  return (
    <Input
      label={{ text: item.label || capitalised(name), classes: 'govuk-date-input__label' }}
      id={item.id || `${props.id}-${name}`}
      name={prefixedName}
      value={item.value ?? valueOfPart(props, part) ?? props.values?.[prefixedName]}
      classes={classList(
        'govuk-date-input__input',
        isShownWrong(props, item, oneIsWrong) && 'govuk-input--error',
        !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${part === 'year' ? 4 : 2}`,
        item.classes,
      )}
      inputmode={item.inputmode ?? 'numeric'}
      autocomplete={item.autocomplete}
      pattern={item.pattern}
      attributes={item.attributes}
    />
  )
}

function isPart(props: DateInputProps, item: DateInputField, part: Part): boolean {
  const own = props[part]
  return (
    item === own ||
    (item.name !== undefined && (item.name === part || (own && item.name === own.name)) === true)
  )
}

function valueOfPart(props: DateInputProps, part: Part | undefined): string | number | undefined {
  if (!part) return undefined
  const own = props[part]
  return (own ? own.value : undefined) ?? props.values?.[part]
}

function isMarkedWrong(item: DateInputField): boolean {
  return item.error === true || item.classes?.includes('govuk-input--error') === true
}

/** An error that names no field is shown on all of them, except those that say it is not theirs. */
function isShownWrong(props: DateInputProps, item: DateInputField, oneIsWrong: boolean): boolean {
  if (item.classes?.includes('govuk-input--error')) return false
  return isMarkedWrong(item) || (item.error !== false && isGiven(props.errorMessage) && !oneIsWrong)
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}
