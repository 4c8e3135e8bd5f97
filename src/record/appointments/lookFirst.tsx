import type { JSX } from 'preact'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDay, writeMoment } from '../../kernel/writtenDates.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { appointmentWords, stateWords } from './appointment.ts'
import type { Overdue } from './followUpDue.ts'
import { appointmentPath, howItWentPath } from './paths.ts'
import { sinceFields } from './since.form.ts'
import type { StandingThen } from './standingQueries.ts'

/** What is to be looked at before something is saved, with the button that saves it; undefined where there is nothing. */
export function lookFirst(warned: readonly (JSX.Element | undefined)[]) {
  const said = warned.filter(each => each !== undefined)
  if (said.length === 0) return undefined
  const body = (
    <>
      <WarningText>Nothing is saved yet. Look at this first.</WarningText>
      {said}
    </>
  )
  return { body, submit: 'Save all the same' }
}

/**
 * Contacts that stand in the record already at that time, each with the way to it: the same contact is not recorded twice, but
 * put right where it stands.
 */
export function standsAlready(
  standing: readonly StandingThen[],
  now: Temporal.Instant,
  whose?: (childId: string) => JSX.Element,
): JSX.Element | undefined {
  if (standing.length === 0) return undefined
  return (
    <div key="stands">
      <p class="govuk-body">
        The record has {standing.length === 1 ? 'a contact' : 'contacts'} at that time already. If it is the
        same one, do not save it twice: put right what stands there.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {standing.map(it => (
          <li key={it.appointmentId}>
            {whose && <>{whose(it.childId)}: </>}
            {appointmentWords(it.kind)} with {it.withName}, {writeMoment(it.startsAt, ukZone)}, for{' '}
            {it.minutes} {it.minutes === 1 ? 'minute' : 'minutes'}. {stateWords(it)}.{' '}
            <WayTo it={it} now={now} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The way to what stands in the record: one that is still planned is recorded there, another is put right. */
function WayTo({ it, now }: { it: StandingThen; now: Temporal.Instant }) {
  const isToRecord = it.state === 'planned' && Temporal.Instant.compare(it.startsAt, now) <= 0
  return (
    <a class="govuk-link" href={(isToRecord ? howItWentPath : appointmentPath).to(it)}>
      {isToRecord ? 'Record there how it went' : 'Go to it'}
    </a>
  )
}

/** That the follow-up of a missed contact is overdue as soon as it is saved. */
export function overdueWords({ due, days }: Overdue): JSX.Element {
  return (
    <p class="govuk-body" key="overdue">
      Its follow-up was due on {writeDay(due)}. Saved like this, it is overdue by{' '}
      {days === 1 ? '1 day' : `${days} days`} at once. If somebody has been in touch since, say so below:{' '}
      <a class="govuk-link" href="#since">
        {sinceFields.since.label}
      </a>
    </p>
  )
}
