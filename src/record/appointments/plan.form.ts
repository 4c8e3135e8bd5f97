import {
  type FieldError,
  type Form,
  form,
  type Typed,
  typedDate,
  type ValuesOf,
} from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Child, type Colleague, onTheWall, typedTime, wallMoment } from '../children/index.ts'
import { type Appointment, appointmentKinds } from './appointment.ts'
import type { Plan } from './appointmentQueries.ts'

type Offered = {
  child: Pick<Child, 'cases'>
  staff: readonly Colleague[]
  /** The appointment that is planned anew. */
  appointment?: Pick<Appointment, 'involvementId'>
}

/** When, how long, where and with whom. Times are those of the clock on the wall. */
export function planForm({ child, staff, appointment }: Offered) {
  const cases = child.cases.map(({ involvementId, pathway }) => ({
    value: involvementId,
    label: findPathway(practiceInUse(), pathway)?.title ?? pathway,
  }))
  const held = appointment?.involvementId
  return form({
    id: 'appointment',
    fields: {
      case: {
        kind: 'choice',
        as: 'select',
        label: 'Which case is it for?',
        required: 'Choose the case',
        options:
          held === undefined || cases.some(({ value }) => value === held)
            ? cases
            : [...cases, { value: held, label: 'The case it was planned for' }],
      },
      kind: {
        kind: 'choice',
        label: 'What kind of appointment is it?',
        required: 'Choose what kind of appointment it is',
        options: Object.entries(appointmentKinds).map(([value, label]) => ({ value, label })),
      },
      day: {
        kind: 'date',
        label: 'On which day?',
        required: 'Enter the day',
        earliest: { date: '2000-01-01', message: 'The day must be after 1 January 2000' },
      },
      time: { kind: 'time', label: 'At what time?', required: 'Enter the time' },
      minutes: {
        kind: 'number',
        label: 'How many minutes?',
        required: 'Enter how many minutes it lasts',
        min: 5,
        max: 480,
      },
      place: {
        kind: 'text',
        label: 'Where?',
        hint: 'Or the number to ring',
        required: 'Say where',
        maxLength: 200,
      },
      with: {
        kind: 'choice',
        as: 'select',
        label: 'Who meets the child?',
        required: 'Choose who meets the child',
        options: staff.map(({ userId, name }) => ({ value: userId, label: name })),
      },
    },
  })
}

type PlanFields = ReturnType<typeof planForm> extends Form<infer F> ? F : never
export type PlanValues = ValuesOf<PlanFields>

/** What the questions hold for an appointment as it is planned. */
export function planTyped(it: Appointment): Typed {
  const { date, time } = onTheWall(it.startsAt)
  return {
    case: it.involvementId,
    kind: it.kind,
    day: typedDate(date),
    time: typedTime(time),
    minutes: String(it.minutes),
    place: it.place,
    with: it.withUser,
  }
}

/**
 * A plan as the answers say; refused where the day has no such time, and where it is more than a year ahead: no case is
 * planned so far on, so the year was mistyped.
 */
export function planFrom(values: PlanValues, today: Temporal.PlainDate): Result<Plan, FieldError[]> {
  if (Temporal.PlainDate.compare(values.day, today.add({ years: 1 })) > 0)
    return refused([{ field: 'day', message: 'The day must be within a year from today' }])
  const startsAt = wallMoment(values.day, values.time)
  if (!startsAt.ok) return refused([{ field: 'time', message: startsAt.reason }])
  return ok({
    involvementId: values.case,
    withUser: values.with,
    kind: values.kind,
    startsAt: startsAt.value,
    minutes: values.minutes,
    place: values.place,
  })
}
