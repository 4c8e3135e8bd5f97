import {
  type Fields,
  type FormPage,
  form,
  formPage,
  type Refusal,
  type Typed,
  yesNo,
} from '../../engine/forms/index.ts'
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
import { loadFor } from './loadFor.ts'
import { appointmentPath, cancelPath, followUpPath, keptPath, missedPath, takeBackPath } from './paths.ts'

type Loaded = { appointment: Appointment }

/** What all pages that record something about an appointment have in common. */
function recording(act: AppointmentAct, path: Path, change: string, title: string) {
  return {
    path,
    permission: 'contacts.record',
    about: 'child',
    change,
    view: `Opened the form: ${title.toLowerCase()}`,
    load: (request: Request) => loadFor(request, act),
    title: () => title,
    intro: ({ appointment: it }: Loaded) => (
      <p class="govuk-body">
        {appointmentWords(it.kind)} with {it.withName}, {writeMoment(it.startsAt, ukZone)},{' '}
        <bdi>{it.place}</bdi>
      </p>
    ),
    back: ({ appointment }: Loaded) => appointmentPath.to(appointment),
    initial: ({ appointment }: Loaded) => typedOf(appointment),
    version: ({ appointment }: Loaded) => appointment.version,
    overtaken: ({ appointment }: Loaded, { now }: Request) =>
      availableActs(appointment, now).includes(act) ? undefined : <HowItStands {...appointment} />,
    row: ({ appointment }: Loaded) => ({
      table: 'appointment',
      key: { appointment_id: appointment.appointmentId },
    }),
    frame: childFrame('contacts'),
    submit: 'Save',
  } as const satisfies Partial<FormPage<Fields, Loaded>>
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
function typedOf(it: Appointment): Typed {
  return {
    'what-happened': it.whatHappened,
    why: it.missedReason,
    acceptable: it.reasonIsAcceptable === null ? '' : it.reasonIsAcceptable ? 'yes' : 'no',
    'follow-up': it.followUp,
  }
}

/** Saves, or shows both versions where somebody else was quicker. */
async function keep(
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

const keptRoutes = formPage({
  ...recording('kept', keptPath, 'Recorded an appointment as kept', 'Record as kept'),
  form: () =>
    form({
      id: 'kept',
      fields: {
        'what-happened': {
          kind: 'textarea',
          label: 'What happened?',
          hint: 'What was done, what the child said, what comes next',
          required: 'Say what happened',
          maxLength: 100_000,
          rows: 10,
        },
      },
    }),
  save: (request, values, { appointment }) =>
    keep(
      request,
      appointment,
      { act: 'kept', whatHappened: values['what-happened'], at: request.now },
      'The appointment has been recorded as kept.',
    ),
})

const missedRoutes = formPage({
  ...recording('missed', missedPath, 'Recorded an appointment as missed', 'Record as missed'),
  form: () =>
    form({
      id: 'missed',
      fields: {
        why: {
          kind: 'textarea',
          label: 'Why was it missed?',
          hint: 'What the child or family say, or that it is not known yet',
          required: 'Say why it was missed, or that it is not known yet',
          maxLength: 2_000,
          rows: 3,
        },
        acceptable: {
          kind: 'choice',
          label: 'Is the reason acceptable?',
          hint: 'Illness, a bereavement or a mistake of ours, for example. If it is not known, answer no for now.',
          required: 'Say whether the reason is acceptable',
          options: yesNo,
        },
        'what-happened': { kind: 'textarea', label: 'Anything else', maxLength: 10_000, rows: 3 },
      },
    }),
  save: (request, values, { appointment }) =>
    keep(
      request,
      appointment,
      {
        act: 'missed',
        reason: values.why,
        isAcceptable: values.acceptable === 'yes',
        whatHappened: values['what-happened'],
        at: request.now,
      },
      'The appointment has been recorded as missed.',
    ),
})

const cancelRoutes = formPage({
  ...recording('cancel', cancelPath, 'Cancelled an appointment', 'Cancel the appointment'),
  submit: 'Cancel the appointment',
  isWarning: true,
  form: () =>
    form({
      id: 'cancel',
      fields: {
        reason: { kind: 'text', label: 'Why?', required: 'Say why it is cancelled', maxLength: 500 },
      },
    }),
  save: (request, _values, { appointment }) =>
    keep(request, appointment, { act: 'cancel', at: request.now }, 'The appointment has been cancelled.'),
})

const followUpRoutes = formPage({
  ...recording(
    'follow-up',
    followUpPath,
    'Followed up a missed appointment',
    'Follow up the missed appointment',
  ),
  form: () =>
    form({
      id: 'follow-up',
      fields: {
        'follow-up': {
          kind: 'textarea',
          label: 'What was done?',
          hint: 'Who was reached and how, what they say, what was agreed',
          required: 'Say what was done',
          maxLength: 10_000,
          rows: 5,
        },
      },
    }),
  save: (request, values, { appointment }) =>
    keep(
      request,
      appointment,
      { act: 'follow-up', followUp: values['follow-up'], at: request.now },
      'The follow-up has been recorded.',
    ),
})

const takeBackRoutes = formPage({
  ...recording(
    'take-back',
    takeBackPath,
    'Took back what was recorded about an appointment',
    'Take back what was recorded',
  ),
  submit: 'Take back',
  isWarning: true,
  form: () =>
    form({
      id: 'take-back',
      fields: {
        reason: {
          kind: 'text',
          label: 'Why was it wrong?',
          hint: 'The appointment will stand as planned again. History keeps what was recorded.',
          required: 'Say why it was wrong',
          maxLength: 500,
        },
      },
    }),
  save: (request, _values, { appointment }) =>
    keep(request, appointment, { act: 'take-back' }, 'The appointment stands as planned again.'),
})

export const recordRoutes = [
  ...keptRoutes,
  ...missedRoutes,
  ...cancelRoutes,
  ...followUpRoutes,
  ...takeBackRoutes,
]
