import { labelOf } from '../../engine/codes/index.ts'
import type { FieldError, Form, ValuesOf } from '../../engine/forms/index.ts'
import { findCodeList, practiceInUse } from '../../engine/packs/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { agesAtNotification, outOfRange } from './ageAtNotification.ts'
import type { NotificationForm } from './notification.form.ts'

export type NotificationValues = ValuesOf<NotificationForm['fields']>

/**
 * What cannot be true of a notification although each answer by itself can: somebody who was no child of 10 to 17 at
 * the time, dates the wrong way round.
 */
export function checkNotification(values: NotificationValues): FieldError[] {
  const errors: FieldError[] = []
  const { received } = values
  const birth = values['date-of-birth']
  const offence = values['offence-date']
  const resolution = values['resolution-date']
  if (birth && Temporal.PlainDate.compare(birth, received) > 0) {
    errors.push({
      field: 'date-of-birth',
      message: 'Date of birth: this is after the day on which the notification was received',
    })
  } else if (birth) {
    const ages = agesAtNotification({
      birthDate: birth,
      offenceDate: offence,
      outcomeDate: resolution,
      received,
    })
    const wrong = outOfRange(ages, { from: 10, to: 17 })
    if (wrong) {
      errors.push({
        field: 'date-of-birth',
        message: `Date of birth: this makes the person ${wrong}. This service works with children aged 10 to 17. Check the date, or send the notification to the right service`,
      })
    }
  }
  if (offence && Temporal.PlainDate.compare(offence, received) > 0) {
    errors.push({
      field: 'offence-date',
      message: 'When it happened: this is after the day on which the notification was received',
    })
  }
  if (offence && birth && Temporal.PlainDate.compare(offence, birth) < 0) {
    errors.push({ field: 'offence-date', message: 'When it happened: this is before the child was born' })
  }
  if (resolution && offence && Temporal.PlainDate.compare(resolution, offence) < 0) {
    errors.push({
      field: 'resolution-date',
      message: 'When the outcome was given: this is before it happened',
    })
  }
  const outcomes = findCodeList(practiceInUse(), 'police-outcomes')
  const given = resolution ?? received
  if (outcomes && labelOf(outcomes, values.outcome, given) === undefined) {
    const when = resolution ? 'on the day on which it was given' : 'when the notification was received'
    errors.push({
      field: 'outcome',
      message: `Outcome: there was no such outcome ${when}, ${writeDate(given)}`,
    })
  }
  return errors
}

/** A cell that a spreadsheet would run. Nobody means one, in a file or on a page. */
const isFormula = (text: string) => /^[=@]/.test(text.trim())

/** Answers that are spreadsheet formulas: they would run in whatever is exported later. */
export function formulaErrors(form: Form, typed: Readonly<Record<string, unknown>>): FieldError[] {
  return Object.entries(form.fields)
    .filter(([name]) => isFormula(String(typed[name] ?? '')))
    .map(([name, { label }]) => ({
      field: name,
      message: `${label}: this is a spreadsheet formula, which is not read. Type the value itself`,
    }))
}
