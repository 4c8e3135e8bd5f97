import type { JSX } from 'preact'
import { Face } from '../../ui/faces/Face.tsx'
import { DateInput, Radios, Select } from '../../ui/govuk/index.ts'
import { DatePicker } from '../../ui/moj/date-picker/DatePicker.tsx'
import type { ChoiceField, DateField, Option, ScaleField } from './field.ts'

/** What stands beneath an answer, once it is chosen: a reason, or further questions. */
export type Beneath = (value: string) => (JSX.Element | null)[]

/** A date: three boxes where people know it by heart, otherwise a box with a calendar. */
export function DateQuestion({
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
        labelClasses="govuk-label--s"
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
  common: {
    name: string
    label: { text: string; classes: string }
    hint: string | undefined
    errorMessage: string | undefined
  }
  field: ChoiceField
  value: string
  beneath: Beneath
}

/** One answer of several: buttons, or a drop-down where they are many. */
export function ChoiceQuestion({ common, field, value, beneath }: ChoiceGiven) {
  if (field.as === 'select') {
    return <Select {...common} value={value} items={[{ value: '', label: 'Choose' }, ...field.options]} />
  }
  const further = field.options.filter(({ isFurther, cannot }) => isFurther && cannot === undefined)
  const near = field.options.filter(option => !further.includes(option))
  return (
    <Radios
      name={common.name}
      idPrefix={common.name}
      legend={{ text: common.label.text, classes: 'govuk-fieldset__legend--s' }}
      hint={common.hint}
      errorMessage={common.errorMessage}
      value={value}
      classes={field.as === 'faces' ? 'govuk-radios--inline tl-faces' : undefined}
      items={itemsOf(near, beneath)}
      folded={
        further.length > 0
          ? { summary: `Others (${further.length})`, items: itemsOf(further, beneath) }
          : undefined
      }
      formGroup={{ afterInputs: <CannotBeChosen options={field.options} /> }}
    />
  )
}

/** A number between two ends: buttons in a row that wraps, the ends with their words. */
export function ScaleQuestion({
  common,
  field: { from, to, low, high },
  value,
}: Omit<ChoiceGiven, 'field' | 'beneath'> & { field: ScaleField }) {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  const ends = `${from} is “${low}”, ${to} is “${high}”.`
  return (
    <Radios
      name={common.name}
      idPrefix={common.name}
      legend={{ text: common.label.text, classes: 'govuk-fieldset__legend--s' }}
      hint={[common.hint, ends].filter(words => words !== undefined).join(' ')}
      errorMessage={common.errorMessage}
      value={value}
      classes="govuk-radios--inline govuk-radios--small tl-scale"
      items={numbers.map(number => ({ value: String(number), label: String(number) }))}
    />
  )
}

/** Who or what is not to be chosen, and why: words, since what can only be looked at is no button. */
function CannotBeChosen({ options }: Pick<ChoiceField, 'options'>) {
  const refused = options.filter(({ cannot }) => cannot !== undefined)
  if (refused.length === 0) return null
  return (
    <div class="tl-cannot">
      <p class="govuk-body govuk-!-margin-bottom-1">Cannot be chosen:</p>
      <ul class="govuk-list govuk-list--bullet">
        {refused.map(({ value, label, cannot }) => (
          <li key={value}>
            <bdi>{label}</bdi> {cannot}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The answers of a choice that can be chosen, with what bears on each and what it reveals. */
export function itemsOf(options: readonly Option[], beneath: Beneath) {
  const choosable = options.filter(({ cannot }: Option) => cannot === undefined)
  return choosable.map(({ value, label, hint, facts, seeAlso, face }: Option) => {
    const parts = beneath(value).filter(part => part !== null)
    const more = seeAlso && (
      <a class="govuk-link" href={seeAlso.href}>
        {seeAlso.text}
      </a>
    )
    return {
      value,
      label:
        face === undefined ? (
          label
        ) : (
          <>
            <Face mood={face} /> {label}
          </>
        ),
      hint: facts ? <Facts lines={facts} /> : more ? [hint, ' ', more] : hint,
      conditional: parts.length > 0 ? parts : undefined,
    }
  })
}

function Facts({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map(line => (
        <span class="tl-fact" key={line}>
          {line}
        </span>
      ))}
    </>
  )
}
