import {
  type Answers,
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
import type { Place } from '../places/index.ts'
import { type Appointment, appointmentKinds, appointmentWords } from './appointment.ts'
import type { Plan } from './appointmentQueries.ts'
import { journeyFields, journeyFrom, journeyTyped, placeFields } from './journey.form.ts'

export type Offered = {
  child: Pick<Child, 'cases' | 'alerts'>
  staff: readonly Colleague[]
  places: readonly Place[]
  /** The appointment that is planned anew. */
  appointment?: Pick<Appointment, 'involvementId' | 'kind'>
}

/** When, how long, where and with whom. Times are those of the clock on the wall. */
export function planFields({ child, staff, places, appointment }: Offered) {
  const cases = child.cases.map(({ involvementId, pathway }) => ({
    value: involvementId,
    label: findPathway(practiceInUse(), pathway)?.title ?? pathway,
  }))
  const held = appointment?.involvementId
  const kinds = Object.entries(appointmentKinds).map(([value, label]) => ({ value, label }))
  const heldKind = appointment?.kind
  return {
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
      options:
        heldKind === undefined || kinds.some(({ value }) => value === heldKind)
          ? kinds
          : [...kinds, { value: heldKind, label: appointmentWords(heldKind) }],
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
    ...placeFields(places),
    with: {
      kind: 'choice',
      as: 'select',
      label: 'Who meets the child?',
      required: 'Choose who meets the child',
      options: staff.map(({ userId, name }) => ({ value: userId, label: name })),
    },
  } as const
}

/** The questions of a plan for one appointment. */
export function planForm(offered: Offered) {
  return form({
    id: 'appointment',
    fields: { ...withoutEmptyPlaces(planFields(offered), offered), ...journeyFields(offered) },
  })
}

/** A service that keeps no places is not asked which of them it is. */
export function withoutEmptyPlaces<F extends { 'place-kept': unknown }>(
  fields: F,
  { places }: Pick<Offered, 'places'>,
): F {
  if (places.length > 0) return fields
  const { 'place-kept': _, ...others } = fields
  // What is not asked is read as not answered, which is what the type says of a question that may be left empty.
  return others as F
}

type PlanFields = ReturnType<typeof planForm> extends Form<infer F> ? F : never
export type PlanValues = ValuesOf<PlanFields>

/** What the questions hold for an appointment as it is planned. */
export function planTyped(it: Appointment, places: readonly Place[]): Typed {
  const { date, time } = onTheWall(it.startsAt)
  return {
    case: it.involvementId,
    kind: it.kind,
    day: typedDate(date),
    time: typedTime(time),
    minutes: String(it.minutes),
    with: it.withUser,
    ...journeyTyped(it, places),
  }
}

/**
 * A plan as the answers say; refused where the day has no such time, and where it is more than a year ahead: no case is
 * planned so far on, so the year was mistyped.
 */
export function planFrom(
  values: PlanValues,
  answers: Answers,
  { places }: Pick<Offered, 'places'>,
  today: Temporal.PlainDate,
): Result<Plan, FieldError[]> {
  if (Temporal.PlainDate.compare(values.day, today.add({ years: 1 })) > 0)
    return refused([{ field: 'day', message: 'The day must be within a year from today' }])
  const startsAt = wallMoment(values.day, values.time)
  if (!startsAt.ok) return refused([{ field: 'time', message: startsAt.reason }])
  const journey = journeyFrom(values, answers, places)
  if (journey.place === '')
    return refused([{ field: 'place', message: 'Choose one of our places, or say where' }])
  return ok({
    involvementId: values.case,
    withUser: values.with,
    kind: values.kind,
    startsAt: startsAt.value,
    minutes: values.minutes,
    ...journey,
  })
}
