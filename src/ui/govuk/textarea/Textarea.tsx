import { classList } from '../attributes.ts'
import { isGiven } from '../content.ts'
import { describedBy, type FieldProps, FormGroup } from '../formGroup.tsx'

export type TextareaProps = FieldProps & {
  spellcheck?: boolean | undefined
  /** 5 when not given. */
  rows?: number | undefined
  value?: string | null | undefined
  disabled?: boolean | undefined
  autocomplete?: string | undefined
}

/** A question answered in several lines of writing. */
export function Textarea(props: TextareaProps) {
  const id = props.id || props.name
  return (
    <FormGroup id={id} field={props}>
      {props.formGroup?.beforeInput}
      <textarea
        class={classList(
          'govuk-textarea',
          isGiven(props.errorMessage) && 'govuk-textarea--error',
          props.classes,
        )}
        id={id}
        name={props.name}
        rows={props.rows || 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props, props.describedBy)}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {keepingFirstLine(props.value)}
      </textarea>
      {props.formGroup?.afterInput}
    </FormGroup>
  )
}

/** Browsers drop a line break that directly follows the tag: writing that begins with one needs another. */
function keepingFirstLine(value: string | null | undefined) {
  return value && /^[\r\n]/.test(value) ? `\n${value}` : value
}
