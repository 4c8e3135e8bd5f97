import { type Sayings, sayingsOf, type Topic } from '../../engine/arrivals/index.ts'
import { labelOf } from '../../engine/codes/index.ts'
import { askedNames, type FieldError, type Form } from '../../engine/forms/index.ts'
import { findCodeList, findRoute, practiceInUse } from '../../engine/packs/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { surelyOutOfRange } from './ageAtNotification.ts'
import { birthSaid } from './birthSaid.ts'
import type { Arriving } from './notification.form.ts'

/**
 * What cannot be true of what arrives although each answer by itself can: somebody who was no child of the ages of any
 * pathway to which the route leads, dates the wrong way round, an outcome that was none on its day.
 */
export function checkNotification(arriving: Arriving): FieldError[] {
  const said = sayingsOf(arriving.form, arriving.answers)
  return [...checkBirth(arriving, said), ...checkOffence(arriving, said), ...checkOutcome(said)]
}

/** A mistake in what was said, at the question that says it. */
function wrong(said: Sayings, topic: Topic, message: string): FieldError {
  return { field: said.question(topic) ?? topic, message }
}

function checkBirth({ routeIn, form }: Arriving, said: Sayings): FieldError[] {
  const [birth, received] = [birthSaid(said), said.day('received')]
  const unclear = checkBasis(said)
  if (unclear) return [unclear]
  if (!birth || !received) return []
  if (Temporal.PlainDate.compare(birth.date, received) > 0) {
    const message = `Date of birth: this is after the day on which the ${form.called} was received`
    return [wrong(said, birthTopic(said), message)]
  }
  // A referral is kept whatever the age: whether there is a pathway for the child is for a person to say.
  if (form.called !== 'notification') return []
  const ranges = findRoute(practiceInUse(), routeIn)?.pathways.map(({ ages }) => ages) ?? []
  if (ranges.length === 0) return []
  const range = {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  }
  const offenceDate = said.day('offence-date')
  const outcomeDate = said.day('outcome-date')
  const age = surelyOutOfRange(birth, { offenceDate, outcomeDate, received }, range, form.called)
  if (!age) return []
  const message = `Date of birth: this makes the person ${age}. This service works with children aged ${range.from} to ${range.to}. Check the date, or send the ${form.called} to the right service`
  return [wrong(said, birthTopic(said), message)]
}

/** Which of the questions about the date of birth says it. */
function birthTopic(said: Sayings): Topic {
  const how = said.text('birth-date-basis')
  if (how === 'year') return 'birth-year'
  return how === 'age' ? 'age' : 'birth-date'
}

/** A date and how sure it is must go together. */
function checkBasis(said: Sayings): FieldError | undefined {
  const [how, date] = [said.text('birth-date-basis'), said.day('birth-date')]
  if ((how === 'year' || how === 'age') && date)
    return wrong(
      said,
      'birth-date',
      'Date of birth: leave it empty where only the year or the age is known, or say that the date is estimated',
    )
  if ((how === 'known' || how === 'estimated') && !date)
    return wrong(said, 'birth-date', 'Date of birth: enter it, or say that only the year or the age is known')
  return undefined
}

function checkOffence({ form }: Arriving, said: Sayings): FieldError[] {
  const [received, born] = [said.day('received'), birthSaid(said)]
  const birth = born?.basis === 'known' ? born.date : undefined
  const [offence, outcome] = [said.day('offence-date'), said.day('outcome-date')]
  if (!offence) return []
  const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate | undefined) =>
    other !== undefined && Temporal.PlainDate.compare(one, other) < 0
  const late = `When it happened: this is after the day on which the ${form.called} was received`
  return [
    ...(received && isBefore(received, offence) ? [wrong(said, 'offence-date', late)] : []),
    ...(isBefore(offence, birth)
      ? [wrong(said, 'offence-date', 'When it happened: this is before the child was born')]
      : []),
    ...(outcome && isBefore(outcome, offence)
      ? [wrong(said, 'outcome-date', 'When the outcome was given: this is before it happened')]
      : []),
  ]
}

function checkOutcome(said: Sayings): FieldError[] {
  const outcome = said.text('outcome')
  const given = said.day('outcome-date') ?? said.day('received')
  const outcomes = findCodeList(practiceInUse(), 'police-outcomes')
  if (outcome === '' || !given || !outcomes || labelOf(outcomes, outcome, given) !== undefined) return []
  const when = said.day('outcome-date')
    ? 'on the day on which it was given'
    : 'when the notification was received'
  return [wrong(said, 'outcome', `Outcome: there was no such outcome ${when}, ${writeDate(given)}`)]
}

/** A cell that a spreadsheet would run. Nobody means one, in a file or on a page. */
const isFormula = (text: string) => /^[=@]/.test(text.trim())

/** Answers that are spreadsheet formulas: they would run in whatever is exported later. */
export function formulaErrors(form: Form, typed: Readonly<Record<string, unknown>>): FieldError[] {
  return askedNames(form)
    .filter(({ name }) => isFormula(String(typed[name] ?? '')))
    .map(({ name, label }) => ({
      field: name,
      message: `${label}: this is a spreadsheet formula, which is not read. Type the value itself`,
    }))
}
