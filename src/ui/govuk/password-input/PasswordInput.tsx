import { classList, i18nAttributes } from '../attributes.ts'
import { Button } from '../button/Button.tsx'
import type { FieldProps } from '../formGroup.tsx'
import { Input } from '../input/Input.tsx'

export type PasswordInputProps = FieldProps & {
  /** Seldom wanted: a page should not give back a password that was typed. */
  value?: string | undefined
  disabled?: boolean | undefined
  /** `current-password` when not given; `new-password` where one is chosen. */
  autocomplete?: string | undefined
  showPasswordText?: string | undefined
  hidePasswordText?: string | undefined
  showPasswordAriaLabelText?: string | undefined
  hidePasswordAriaLabelText?: string | undefined
  passwordShownAnnouncementText?: string | undefined
  passwordHiddenAnnouncementText?: string | undefined
  button?: { classes?: string | undefined } | undefined
}

/** A password, with a button that shows what was typed. */
export function PasswordInput(props: PasswordInputProps) {
  const id = props.id || props.name
  const { formGroup } = props
  return (
    <Input
      id={id}
      name={props.name}
      type="password"
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      describedBy={props.describedBy}
      classes={classList('govuk-password-input__input govuk-js-password-input-input', props.classes)}
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete || 'current-password'}
      value={props.value}
      disabled={props.disabled}
      attributes={props.attributes}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      formGroup={{
        classes: classList('govuk-password-input', formGroup?.classes),
        attributes: {
          'data-module': 'govuk-password-input',
          ...i18nAttributes({
            'show-password': props.showPasswordText,
            'hide-password': props.hidePasswordText,
            'show-password-aria-label': props.showPasswordAriaLabelText,
            'hide-password-aria-label': props.hidePasswordAriaLabelText,
            'password-shown-announcement': props.passwordShownAnnouncementText,
            'password-hidden-announcement': props.passwordHiddenAnnouncementText,
          }),
          ...formGroup?.attributes,
        },
        beforeInput: formGroup?.beforeInput,
        afterInput: (
          <>
            {showButton(props, id)}
            {formGroup?.afterInput}
          </>
        ),
      }}
    />
  )
}

/** Hidden until the script that makes it work shows it. */
function showButton(props: PasswordInputProps, id: string) {
  return (
    <Button
      type="button"
      classes={classList(
        'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
        props.button?.classes,
      )}
      attributes={{
        'aria-controls': id,
        'aria-label': props.showPasswordAriaLabelText ?? 'Show password',
        hidden: true,
      }}
    >
      {props.showPasswordText ?? 'Show'}
    </Button>
  )
}
