import type { JSX } from 'preact'
import {
  CharacterCount,
  Checkboxes,
  DateInput,
  ErrorSummary,
  FileUpload,
  Input,
  PasswordInput,
  Radios,
  Select,
  Textarea,
} from '../../ui/govuk/index.ts'
import { DatePicker } from '../../ui/moj/date-picker/DatePicker.tsx'
import type { ChoiceField, DateField, Field, Form } from './field.ts'
import type { FieldError, Typed } from './readForm.ts'

type Given = { form: Form; typed: Typed; errors?: readonly FieldError[] | undefined }

/** A form's questions, each with what was typed and what is wrong with it, in the order of the declaration. */
export function FormFields({ form, typed, errors = [] }: Given) {
  const inside = new Set<string>()
  for (const [name, field] of Object.entries(form.fields)) if (revealedBy(form, field)) inside.add(name)
  const show = (name: string): JSX.Element | null => {
    const field = form.fields[name]
    return field ? (
      <FormField
        key={name}
        name={name}
        field={field}
        typed={typed[name]}
        error={errors.find(error => error.field === name)?.message}
        inside={value =>
          Object.entries(form.fields)
            .filter(
              ([, other]) =>
                other.when?.field === name && other.when.is[0] === value && revealedBy(form, other),
            )
            .map(([other]) => show(other))
        }
      />
    ) : null
  }
  return (
    <>
      {Object.keys(form.fields)
        .filter(name => !inside.has(name))
        .map(show)}
    </>
  )
}

/** A question that hangs on one answer of a set of radio buttons stands beneath that answer. */
function revealedBy(form: Form, field: Field): boolean {
  const asked = field.when && form.fields[field.when.field]
  return asked?.kind === 'choice' && asked.as !== 'select' && field.when?.is.length === 1
}

type FieldGiven = {
  name: string
  field: Field
  typed: string | readonly string[] | undefined
  error: string | undefined
  inside(value: string): (JSX.Element | null)[]
}

const widths = { short: 'govuk-input--width-10', medium: 'govuk-input--width-20', full: '' }

function FormField({ name, field, typed, error, inside }: FieldGiven) {
  const value = typeof typed === 'string' ? typed : ''
  const label = field.required || field.kind === 'choices' ? field.label : `${field.label} (optional)`
  const common = { id: name, name, label, hint: field.hint, errorMessage: error }
  switch (field.kind) {
    case 'text':
      return (
        <Input
          {...common}
          value={value}
          autocomplete={field.autocomplete ?? 'off'}
          inputmode={field.inputmode}
          classes={widths[field.width ?? (field.isName ? 'medium' : 'full')]}
          spellcheck={field.isName ? false : undefined}
          attributes={field.isName ? { dir: 'auto' } : undefined}
        />
      )
    case 'email':
      return (
        <Input
          {...common}
          type="email"
          value={value}
          autocomplete={field.autocomplete ?? 'off'}
          spellcheck={false}
          classes={widths.medium}
        />
      )
    case 'password':
      return <PasswordInput {...common} autocomplete={field.autocomplete} />
    case 'textarea':
      return field.maxLength && field.maxLength <= 4_000 ? (
        <CharacterCount
          {...common}
          value={value}
          maxlength={field.maxLength}
          rows={field.rows}
          threshold={75}
        />
      ) : (
        <Textarea {...common} value={value} rows={field.rows ?? 8} attributes={{ dir: 'auto' }} />
      )
    case 'date':
      return <DateQuestion name={name} field={field} label={label} value={value} error={error} />
    case 'time':
      return (
        <Input
          {...common}
          hint={field.hint ?? 'For example, 9:30am or 16:00'}
          value={value}
          classes="govuk-input--width-5"
          autocomplete="off"
        />
      )
    case 'number':
      return (
        <Input
          {...common}
          value={value}
          inputmode={field.whole ? 'numeric' : 'decimal'}
          classes="govuk-input--width-4"
          autocomplete="off"
        />
      )
    case 'choice':
      return <ChoiceQuestion common={common} field={field} value={value} inside={inside} />
    case 'choices':
      return (
        <Checkboxes
          name={name}
          idPrefix={name}
          legend={{ text: label, classes: 'govuk-fieldset__legend--s' }}
          hint={field.hint}
          errorMessage={error}
          items={field.options}
          values={[typed ?? []].flat()}
        />
      )
    case 'file':
      return (
        <FileUpload {...common} javascript attributes={field.accept ? { accept: field.accept } : undefined} />
      )
  }
}

function DateQuestion({
  name,
  field,
  label,
  value,
  error,
}: {
  name: string
  field: DateField
  label: string
  value: string
  error: string | undefined
}) {
  if (!field.known) {
    return (
      <DatePicker
        id={name}
        name={name}
        label={label}
        hint={field.hint ?? 'For example, 27/3/2026'}
        value={value}
        {...(error === undefined ? {} : { error })}
      />
    )
  }
  const [day, month, year] = value.split('/')
  return (
    <DateInput
      id={name}
      namePrefix={name}
      legend={{ text: label, classes: 'govuk-fieldset__legend--s' }}
      hint={field.hint ?? 'For example, 27 3 2011'}
      errorMessage={error}
      values={{ day, month, year }}
    />
  )
}

type ChoiceGiven = {
  common: { name: string; label: string; hint: string | undefined; errorMessage: string | undefined }
  field: ChoiceField
  value: string
  inside(value: string): (JSX.Element | null)[]
}

function ChoiceQuestion({ common, field, value, inside }: ChoiceGiven) {
  if (field.as === 'select') {
    return <Select {...common} value={value} items={[{ value: '', label: 'Choose' }, ...field.options]} />
  }
  return (
    <Radios
      name={common.name}
      idPrefix={common.name}
      legend={{ text: common.label, classes: 'govuk-fieldset__legend--s' }}
      hint={common.hint}
      errorMessage={common.errorMessage}
      value={value}
      items={field.options.map(option => {
        const beneath = inside(option.value)
        return { ...option, conditional: beneath.length > 0 ? beneath : undefined }
      })}
    />
  )
}

/** Everything that is wrong, in the order of the questions, each leading to its question. */
export function FormErrors({ form, errors }: { form: Form; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null
  const names = Object.keys(form.fields)
  const inOrder = [...errors].sort((a, b) => names.indexOf(a.field) - names.indexOf(b.field))
  return (
    <ErrorSummary
      errorList={inOrder.map(({ field, message }) => {
        const declared = form.fields[field]
        const isParts = declared?.kind === 'date' && declared.known
        return { text: message, href: declared ? `#${field}${isParts ? '-day' : ''}` : undefined }
      })}
    />
  )
}
