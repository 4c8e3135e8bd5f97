import type { Fields, FormPage, Refusal, Typed } from '../../engine/forms/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { type Answer, notFound, type Path, type Request, redirect } from '../../platform/http/index.ts'
import { SummaryList } from '../../ui/govuk/index.ts'
import { childFrame } from '../children/index.ts'
import {
  type Appointment,
  type AppointmentAct,
  appointmentWords,
  availableActs,
  stateWords,
} from './appointment.ts'
import { type AppointmentChange, changeAppointment, findAppointment } from './appointmentQueries.ts'
import { judgementFrom } from './missed.form.ts'
import { appointmentPath, takeBackPath } from './paths.ts'

export type Recorded = { appointment: Appointment }

/** What all pages that record something about an appointment have in common. */
export function recording<L extends Recorded = Recorded>(
  act: AppointmentAct,
  path: Path,
  change: string,
  title: string,
) {
  return {
    path,
    permission: 'contacts.record',
    about: 'child',
    change,
    view: `Opened the form: ${title.toLowerCase()}`,
    title: () => title,
    intro: ({ appointment: it }: L) => (
      <p class="govuk-body">
        {appointmentWords(it.kind)} with {it.withName}, {writeMoment(it.startsAt, ukZone)},{' '}
        <bdi>{it.place}</bdi>
      </p>
    ),
    back: ({ appointment }: L) => appointmentPath.to(appointment),
    initial: ({ appointment }: L) => typedOf(appointment),
    version: ({ appointment }: L) => appointment.version,
    overtaken: ({ appointment }: L, { now }: Request) =>
      availableActs(appointment, now).includes(act) ? undefined : <HowItStands {...appointment} />,
    row: ({ appointment }: L) => ({
      table: 'appointment',
      key: { appointment_id: appointment.appointmentId },
    }),
    frame: childFrame('contacts'),
    submit: 'Save',
  } as const satisfies Partial<FormPage<Fields, L>>
}

/** Recorded in the meantime: it is not written over, but taken back first by whoever knows better. */
function HowItStands(it: Appointment) {
  const said = [it.missedReason, it.whatHappened, it.followUp].filter(text => text !== '')
  return (
    <>
      <SummaryList
        rows={[
          { key: 'The record now says', value: stateWords(it) },
          ...said.map(text => ({ key: 'With the words', value: <span class="tl-keep-lines">{text}</span> })),
        ]}
      />
      <p class="govuk-body">
        If that is right, leave it as it is. If it is wrong,{' '}
        <a class="govuk-link" href={takeBackPath.to(it)}>
          take back what was recorded
        </a>
        , then come back to this page. What you typed is kept until then.
      </p>
    </>
  )
}

/** What the questions hold for an appointment as it is recorded. */
export function typedOf(it: Appointment): Typed {
  return {
    'what-happened': it.whatHappened,
    why: it.missedReason,
    acceptable: it.state === 'missed' ? judgementFrom(it.reasonIsAcceptable) : '',
    'follow-up': it.followUp,
    cause: it.missedCode,
    'judged-by': it.judgedBy ?? '',
    reached: it.reached === '' ? [] : it.reached.split(' '),
    next: it.comesNext,
  }
}

/** Saves, or shows both versions where somebody else was quicker. */
export async function keep(
  { tx }: Request,
  it: Appointment,
  change: AppointmentChange,
  done: string,
): Promise<Answer | Refusal> {
  if (await changeAppointment(tx, it, change)) return redirect(appointmentPath.to(it), done)
  const theirs = await findAppointment(tx, it.childId, it.appointmentId)
  if (!theirs) return notFound
  return { kind: 'collision', theirs: typedOf(theirs), version: theirs.version }
}
