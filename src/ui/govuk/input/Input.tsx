import { type Attributes, classList } from '../attributes.ts'
import { contentOf, isGiven, isPresent, optionsOf, type Rich } from '../content.ts'
import { describedBy, type FieldProps, FormGroup, type FormGroupOptions } from '../formGroup.tsx'

/** What the words before or after a field may carry. */
export type AffixOptions = { classes?: string | undefined; attributes?: Attributes | undefined }

export type InputProps = FieldProps & {
  /** `text` when not given. */
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number' | 'password' | 'date' | 'time' | undefined
  inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url' | undefined
  value?: string | number | null | undefined
  disabled?: boolean | undefined
  /** For example "£". Not read out: the label says it too. */
  prefix?: Rich<AffixOptions>
  /** For example "kg". Not read out: the label says it too. */
  suffix?: Rich<AffixOptions>
  autocomplete?: string | undefined
  pattern?: string | undefined
  spellcheck?: boolean | undefined
  autocapitalize?: 'off' | 'none' | 'on' | 'sentences' | 'words' | 'characters' | undefined
  /** The box around the field with its prefix and suffix. */
  inputWrapper?: FormGroupOptions | undefined
}

/** A question answered in one line of writing. */
export function Input(props: InputProps) {
  const { prefix, suffix, formGroup, inputWrapper } = props
  const id = props.id || props.name
  const input = (
    <input
      class={classList('govuk-input', props.classes, isGiven(props.errorMessage) && 'govuk-input--error')}
      id={id}
      name={props.name}
      // Preact's types let an input be of one known type only; which one makes no difference here.
      type={(props.type ?? 'text') as 'text'}
      spellcheck={props.spellcheck}
      value={props.value ?? undefined}
      disabled={props.disabled}
      aria-describedby={describedBy(id, props, props.describedBy)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  )
  const isWrapped =
    isGiven(prefix) ||
    isGiven(suffix) ||
    isPresent(formGroup?.beforeInput) ||
    isPresent(formGroup?.afterInput)
  return (
    <FormGroup id={id} field={props}>
      {isWrapped ? (
        <div class={classList('govuk-input__wrapper', inputWrapper?.classes)} {...inputWrapper?.attributes}>
          {formGroup?.beforeInput}
          {affix('govuk-input__prefix', prefix)}
          {input}
          {affix('govuk-input__suffix', suffix)}
          {formGroup?.afterInput}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  )
}

function affix(ownClass: string, part: Rich<AffixOptions>) {
  if (!isGiven(part)) return null
  const options = optionsOf(part)
  return (
    <div class={classList(ownClass, options?.classes)} aria-hidden="true" {...options?.attributes}>
      {contentOf(part)}
    </div>
  )
}
