interface DatePickerProps {
  /** Unique on the page; the error summary links to it. */
  id: string
  name: string
  label: string
  /** For example `govuk-label--s`. */
  labelClasses?: string
  hint?: string
  /** What was typed, as it was typed; "17/5/2026" when filled from the record. */
  value?: string
  error?: string
  /** Earliest and latest day that can be chosen in the calendar, as dd/mm/yyyy. */
  earliest?: string
  latest?: string
  /** Days of the week that cannot be chosen: "saturday sunday". */
  excludedDays?: string
}

/**
 * A date near today, typed or picked: a text field, to which MoJ's script adds a calendar. For a date that
 * people know by heart (a birthday) use GOV.UK's three fields. The server reads what was typed, either way.
 */
export function DatePicker(props: DatePickerProps) {
  const { id, name, label, labelClasses, hint = 'For example, 17/5/2026.', value, error } = props
  const describedBy = [`${id}-hint`, error === undefined ? undefined : `${id}-error`]
    .filter(Boolean)
    .join(' ')
  return (
    <div
      class="moj-datepicker"
      data-module="moj-date-picker"
      data-min-date={props.earliest}
      data-max-date={props.latest}
      data-excluded-days={props.excludedDays}
    >
      <div class={`govuk-form-group${error === undefined ? '' : ' govuk-form-group--error'}`}>
        <label class={`govuk-label${labelClasses === undefined ? '' : ` ${labelClasses}`}`} for={id}>
          {label}
        </label>
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
        {error !== undefined && (
          <p id={`${id}-error`} class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <input
          class={`govuk-input moj-js-datepicker-input${error === undefined ? '' : ' govuk-input--error'}`}
          id={id}
          name={name}
          type="text"
          value={value}
          aria-describedby={describedBy}
          autocomplete="off"
        />
      </div>
    </div>
  )
}
