import { formPage, typedDate } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { ok } from '../../kernel/result.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { notFound, type Request, redirect } from '../../platform/http/index.ts'
import { InsetText } from '../../ui/govuk/index.ts'
import { childFrame, contactsPath } from '../children/index.ts'
import { type Appointment, appointmentWords, availableActs } from './appointment.ts'
import {
  type AppointmentChange,
  changeAppointment,
  findAppointment,
  insertAppointment,
  listPlanned,
} from './appointmentQueries.ts'
import { halfMeant } from './askHalf.tsx'
import { contactForm, contactFrom } from './contact.form.ts'
import { overdueAtOnce } from './followUpDue.ts'
import { loadPlan, staffFor } from './loadPlan.ts'
import { lookFirst, overdueWords, standsAlready } from './lookFirst.tsx'
import { addContactPath, appointmentPath, howItWentPath, planPath } from './paths.ts'
import { isOwed, missedFrom } from './recordMissed.ts'
import { findCaseOf, listStandingThen } from './standingQueries.ts'

async function loadContact(request: Request) {
  const found = await loadPlan(request, staffFor)
  if (!found.ok) return found
  const { now, today, tx, who } = request
  const planned = await listPlanned(tx, found.value.child.childId)
  const toRecord = planned.filter(it => availableActs(it, now).includes('kept'))
  return ok({ ...found.value, toRecord, today, me: who.userId })
}

/** A contact that nobody planned, or wrote down as planned: it is saved as an appointment that was kept or missed. */
export const addContactRoutes = formPage({
  path: addContactPath,
  permission: 'contacts.record',
  about: 'child',
  change: 'Recorded a contact that was not planned',
  view: 'Opened the form to record a contact',
  load: loadContact,
  form: loaded => contactForm(loaded, loaded.today),
  title: () => 'Record a contact',
  intro: ({ child, toRecord }) => (
    <>
      <ToRecord appointments={toRecord} />
      <p class="govuk-body">
        For a meeting or a call that was not written down beforehand. What is still to come is{' '}
        <a class="govuk-link" href={planPath.to(child)}>
          planned as an appointment
        </a>
        .
      </p>
    </>
  ),
  back: ({ child }) => contactsPath.to(child),
  initial: ({ child, staff, likely, today, me }) => ({
    case: child.cases.length === 1 ? (child.cases[0]?.involvementId ?? '') : '',
    day: typedDate(today),
    with: staff.some(({ userId }) => userId === me) ? me : (likely ?? ''),
    went: 'kept',
  }),
  frame: childFrame('contacts'),
  submit: 'Save',
  async check(request, values, { child, places, known }, answers) {
    const { tx, today, now, who } = request
    const contact = contactFrom(values, { child, places, known }, { today, now })
    if (!contact.ok) return contact
    const missed =
      values.went === 'missed' && missedFrom(values, answers, contact.value, { by: who.userId, now, today })
    if (missed && !missed.ok) return missed
    const began = dayInUk((await findCaseOf(tx, contact.value.involvementId)).startedAt)
    const isBefore = Temporal.PlainDate.compare(values.day, began) < 0
    const standing = await listStandingThen(tx, { ...contact.value, childIds: [child.childId] })
    const overdue = missed && isOwed(missed.value) ? await overdueAtOnce(request, contact.value) : undefined
    return ok(
      lookFirst([
        halfMeant(request, 'time'),
        isBefore ? (
          <p class="govuk-body" key="before">
            The case began on {writeDate(began)}. This contact would lie before it, on {writeDate(values.day)}
            . Look at the day and the year.
          </p>
        ) : undefined,
        standsAlready(standing, now),
        overdue && overdueWords(overdue),
      ]),
    )
  },
  async save({ tx, who, today, now }, values, { child, places, known }, answers) {
    const contact = contactFrom(values, { child, places, known }, { today, now })
    if (!contact.ok) return { kind: 'errors', errors: contact.reason }
    const missed =
      values.went === 'missed'
        ? missedFrom(values, answers, contact.value, { by: who.userId, now, today })
        : undefined
    if (missed && !missed.ok) return { kind: 'errors', errors: missed.reason }
    const { childId } = child
    const appointmentId = await insertAppointment(tx, { serviceId: who.serviceId, childId, ...contact.value })
    const saved = await findAppointment(tx, childId, appointmentId)
    const went: AppointmentChange = missed
      ? missed.value
      : {
          act: values.went === 'tried' ? 'tried' : 'kept',
          whatHappened: values['what-happened'],
          at: now,
        }
    if (!saved || !(await changeAppointment(tx, saved, went))) return notFound
    return redirect(appointmentPath.to({ childId, appointmentId }), 'The contact has been recorded.')
  },
})

/** What was planned and has begun: it is recorded where it stands, or it would stand in the record twice. */
function ToRecord({ appointments }: { appointments: readonly Appointment[] }) {
  if (appointments.length === 0) return null
  return (
    <InsetText>
      <p class="govuk-body">These were planned, and nobody has said yet how they went. Is it one of them?</p>
      <ul class="govuk-list">
        {appointments.map(it => (
          <li key={it.appointmentId}>
            <a class="govuk-link" href={howItWentPath.to(it)}>
              {appointmentWords(it.kind)} with {it.withName}, {writeMoment(it.startsAt, ukZone)}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  )
}
