import { type FieldError, form, formPage, type ValuesOf } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Request, redirect } from '../../platform/http/index.ts'
import {
  type Child,
  type Colleague,
  listPeople,
  onTheWall,
  type Person,
  typedTime,
  wallMoment,
} from '../children/index.ts'
import { type Appointment, nextSteps, reachable, wordsOf } from './appointment.ts'
import { insertAppointment, listClashes, type Plan } from './appointmentQueries.ts'
import { halfMeant, withHalf } from './askHalf.tsx'
import { loadFor } from './loadFor.ts'
import { whoMeets } from './loadPlan.ts'
import { isAcceptableFrom, learntFields, learntFrom, learntTyped } from './missed.form.ts'
import { appointmentPath, followUpPath } from './paths.ts'
import { keep, type Recorded, recording, typedOf } from './recording.tsx'
import { clashWords } from './SeriesCheck.tsx'
import { WhomToReach } from './WhomToReach.tsx'
import { warnOfClashes } from './warnOfClashes.tsx'

const asked = { appliesWhen: { field: 'next', is: ['new-appointment'] } } as const

/** When and where to meet next; who and how long stay as they were, and can be changed on the appointment itself. */
const nextFields = {
  'next-day': {
    kind: 'date',
    label: 'On which day?',
    ...asked,
    required: 'Enter the day',
    notBeforeToday: 'The day must be today or later',
  },
  'next-time': { kind: 'time', label: 'At what time?', ...asked, required: 'Enter the time' },
  'next-place': { kind: 'text', label: 'Where?', ...asked, required: 'Say where', maxLength: 200 },
} as const

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

const triedWords =
  'The try has been written down. Nobody has been reached yet, so it is still to be followed up.'

/** Whether the reason is acceptable, where nobody knew when it was recorded. */
function acceptableAgain({ reasonIsAcceptable }: Appointment) {
  const field = {
    kind: 'choice',
    label: 'Is the reason acceptable?',
    hint: 'That was not known yet when it was recorded.',
    required: 'Say whether the reason is acceptable, or that it is still not known',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: 'not-known', label: 'Still not known', hint: 'It counts neither way.' },
    ],
  } as const
  const asked: { acceptable?: typeof field } = reasonIsAcceptable === null ? { acceptable: field } : {}
  // Not asked is not answered.
  return asked as { acceptable: typeof field }
}

type Loaded = Recorded & {
  child: Child
  staff: Colleague[]
  everybody: Person[]
  today: Temporal.PlainDate
}

const page = recording<Loaded>(
  'follow-up',
  followUpPath,
  'Followed up a missed appointment',
  'Follow up the missed appointment',
)

export const followUpRoutes = formPage({
  ...page,
  intro: loaded => (
    <>
      {page.intro(loaded)}
      <WhomToReach {...loaded} />
    </>
  ),
  async load(request) {
    const found = await loadFor(request, 'follow-up')
    if (!found.ok) return found
    const { child } = found.value
    const staff = await whoMeets(request, child)
    const everybody = await listPeople(request.tx, child.childId)
    return ok({ ...found.value, staff, everybody, today: request.today })
  },
  form: ({ child, appointment, staff, today }) => {
    // A new one is planned only where the case is still open and whoever was to meet the child still can.
    const canPlan =
      child.cases.some(({ involvementId }) => involvementId === appointment.involvementId) &&
      staff.some(({ userId }) => userId === appointment.withUser)
    const { 'new-appointment': planned, ...others } = nextSteps
    return form({
      id: 'follow-up',
      fields: {
        reached: {
          kind: 'choices',
          label: 'Who was reached?',
          required: 'Say who was reached, or nobody yet',
          options: options(reachable),
        },
        ...learntFields(appointment, today),
        ...acceptableAgain(appointment),
        'follow-up': {
          kind: 'textarea',
          label: 'What was done?',
          hint: 'How they were reached, what they say, what was agreed',
          required: 'Say what was done',
          maxLength: 10_000,
          rows: 5,
        },
        next: {
          kind: 'choice',
          label: 'What comes next?',
          required: 'Say what comes next',
          hint: 'Where nobody was reached yet, it stays to be followed up, whatever comes next.',
          options: options(canPlan ? { 'new-appointment': planned, ...others } : others),
        },
        ...nextFields,
      },
    })
  },
  initial: ({ appointment, today }) => ({
    ...typedOf(appointment),
    ...learntTyped(appointment, today),
    // Asked anew: what nobody knew is not chosen for them.
    acceptable: '',
    'next-time': typedTime(onTheWall(appointment.startsAt).time),
    'next-place': appointment.place,
  }),
  async check(request, values, { appointment }) {
    if (values.next !== 'new-appointment') return ok(undefined)
    const plan = nextPlan(appointment, values, request)
    if (!plan.ok) return plan
    const clashes = await warnOfClashes(request, { childIds: [appointment.childId], plan: plan.value })
    return ok(withHalf(halfMeant(request, 'next-time'), clashes))
  },
  async save(request, values, { appointment, today }) {
    const plan = values.next === 'new-appointment' ? nextPlan(appointment, values, request) : ok(undefined)
    if (!plan.ok) return { kind: 'errors', errors: plan.reason }
    const { reached, next: comesNext, 'follow-up': followUp } = values
    const reachedNobody = reached.includes('nobody')
    if (reachedNobody && reached.length > 1) {
      const message = 'Choose whom you reached, or “Nobody yet”, and not both'
      return { kind: 'errors', errors: [{ field: 'reached', message }] }
    }
    const isAcceptable = isAcceptableFrom(values.acceptable)
    const judged = isAcceptable === null ? undefined : { isAcceptable, by: request.who.userId }
    const learnt = learntFrom(values, appointment, today)
    // Followed up is what somebody knows of: until then it is only tried, and stays in sight.
    const change = reachedNobody
      ? ({
          act: 'try',
          by: request.who.name,
          done: comesNext === 'try-again' ? followUp : `${followUp}\n${wordsOf(nextSteps, comesNext)}`,
          at: request.now,
          judged,
          learnt,
        } as const)
      : ({
          act: 'follow-up',
          followUp,
          reached: reached.join(' '),
          comesNext,
          at: request.now,
          judged,
          learnt,
        } as const)
    const isStillOwed = reachedNobody && isAcceptable !== true
    const done = isStillOwed ? triedWords : 'The follow-up has been recorded.'
    const kept = await keep(request, appointment, change, done)
    if (kept.kind !== 'redirect' || !plan.value) return kept
    const { childId } = appointment
    const { serviceId } = request.who
    const appointmentId = await insertAppointment(request.tx, { serviceId, childId, ...plan.value })
    const clashes = clashWords(await listClashes(request.tx, appointmentId))
    const words = [
      isStillOwed
        ? 'This is the next appointment. Nobody has been reached yet, so the missed one is still to be followed up.'
        : 'The follow-up has been recorded, and this is the next appointment.',
      clashes,
    ]
    return redirect(
      appointmentPath.to({ childId, appointmentId }),
      words.filter(each => each !== undefined).join(' '),
    )
  },
})

/** The next appointment: of the same kind and length, with the same worker, in the same case. */
function nextPlan(
  it: Appointment,
  values: ValuesOf<typeof nextFields>,
  { today }: Pick<Request, 'today'>,
): Result<Plan, FieldError[]> {
  const { 'next-day': day, 'next-time': time, 'next-place': place } = values
  if (!day || !time) return refused([{ field: 'next-day', message: 'Enter the day and the time' }])
  if (Temporal.PlainDate.compare(day, today.add({ years: 1 })) > 0)
    return refused([{ field: 'next-day', message: 'The day must be within a year from today' }])
  const at = wallMoment(day, time)
  if (!at.ok) return refused([{ field: 'next-time', message: at.reason }])
  const { involvementId, withUser, kind, minutes, travel, fetchedBy, meetsAt, wayIsSafe, safetyNote } = it
  const placeId = place === it.place ? it.placeId : null
  const journey = { placeId, travel, fetchedBy, meetsAt, wayIsSafe, safetyNote }
  return ok({ involvementId, withUser, kind, startsAt: at.value, minutes, place, ...journey })
}
