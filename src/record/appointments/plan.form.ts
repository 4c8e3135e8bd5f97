import {
  type Answers,
  type FieldError,
  type Form,
  form,
  type Typed,
  type ValuesOf,
} from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { type Child, type Colleague, onTheWall } from '../children/index.ts'
import type { Place } from '../places/index.ts'
import { type Appointment, appointmentKinds, appointmentWords } from './appointment.ts'
import type { Plan } from './appointmentQueries.ts'
import { journeyFields, journeyFrom, journeyTyped, placeFields } from './journey.form.ts'
import { whenFields, whenFrom, whenTyped } from './when.form.ts'

export type Offered = {
  child: Pick<Child, 'cases' | 'alerts'>
  staff: readonly Colleague[]
  places: readonly Place[]
  /** The appointment that is moved. */
  appointment?: Pick<Appointment, 'involvementId' | 'kind' | 'startsAt'>
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
    ...whenFields,
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

const past = 'That day is past. Record a contact for what has happened, or choose today or a later day'
const pastToMove =
  'That day is past. Choose today or a later day; if you met on that day, cancel this one and record a contact'

type PlanFields = ReturnType<typeof planForm> extends Form<infer F> ? F : never
export type PlanValues = ValuesOf<PlanFields>

/** What the questions hold for an appointment as it is planned. */
export function planTyped(it: Appointment, places: readonly Place[]): Typed {
  return {
    case: it.involvementId,
    kind: it.kind,
    ...whenTyped(it),
    with: it.withUser,
    ...journeyTyped(it, places),
  }
}

/**
 * A plan as the answers say; refused where the time cannot be (`whenFrom`), where the day is past, and where no place is
 * named. One that is moved may keep its day: what was planned for yesterday is put right before it is recorded.
 */
export function planFrom(
  values: PlanValues,
  answers: Answers,
  { places, appointment }: Pick<Offered, 'places' | 'appointment'>,
  today: Temporal.PlainDate,
): Result<Plan, FieldError[]> {
  const when = whenFrom(values, today)
  if (!when.ok) return when
  const isKept = appointment && onTheWall(appointment.startsAt).date.equals(values.day)
  if (Temporal.PlainDate.compare(values.day, today) < 0 && !isKept)
    return refused([{ field: 'day', message: appointment ? pastToMove : past }])
  const journey = journeyFrom(values, answers, places)
  if (journey.place === '')
    return refused([{ field: 'place', message: 'Choose one of our places, or say where' }])
  return ok({
    involvementId: values.case,
    withUser: values.with,
    kind: values.kind,
    ...when.value,
    ...journey,
  })
}
