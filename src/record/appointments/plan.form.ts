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
import { type Appointment, appointmentKinds, appointmentWords, placeWords } from './appointment.ts'
import type { Plan } from './appointmentQueries.ts'
import {
  journeyFields,
  journeyFrom,
  journeyTyped,
  placeFields,
  placeFrom,
  placeTyped,
} from './journey.form.ts'
import type { RecordPlace } from './recordPlaces.ts'
import { whenFields, whenFrom, whenTyped } from './when.form.ts'

export type Offered = {
  child: Pick<Child, 'cases' | 'alerts'>
  staff: readonly Colleague[]
  places: readonly Place[]
  /** The homes and schools of the child. */
  known: readonly RecordPlace[]
  /** The appointment that is moved. */
  appointment?: Pick<Appointment, 'involvementId' | 'kind' | 'startsAt'>
}

/** When, how long, where and with whom. Times are those of the clock on the wall. */
export function planFields({ child, staff, places, known, appointment }: Offered) {
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
    ...placesAsked(places, known),
    with: {
      kind: 'choice',
      as: 'select',
      label: 'Who meets the child?',
      required: 'Choose who meets the child',
      options: staff.map(({ userId, name }) => ({ value: userId, label: name })),
    },
  } as const
}

/** Where to meet: also at the home or the school that the record knows. A call needs no place. */
function placesAsked(places: readonly Place[], known: readonly RecordPlace[]) {
  const kept = placeFields(places)['place-kept']
  const isChosen = places.length + known.length > 0
  return {
    'place-kept': {
      ...kept,
      label: known.length === 0 ? kept.label : 'At home, at school or one of our places',
      options: [...known.map(({ value, label }) => ({ value, label })), ...kept.options],
    },
    place: {
      kind: 'text',
      label: isChosen ? 'Which room, or where else?' : 'Where?',
      hint: 'Or the number to ring. A telephone or video call needs no place.',
      // Where a place is missing is said when the kind is known.
      isUnmarked: true,
      maxLength: 200,
    },
  } as const
}

/** Kinds of contact at which nobody is met anywhere. */
const atNoPlace: readonly Appointment['kind'][] = ['telephone', 'video']

/**
 * Where it is, as the answers say: a call for which no place is named says that it was one, where the place would stand. Refused
 * where the child is met and no place is named.
 */
export function whereFrom(
  values: { kind: string; 'place-kept'?: string | undefined; place: string },
  { places, known }: Pick<Offered, 'places' | 'known'>,
): Result<{ placeId: string | null; place: string }, FieldError[]> {
  const home = known.find(({ value }) => value === values['place-kept'])
  if (home) {
    const place = values.place === '' ? home.words : `${home.words}: ${values.place}`
    return ok({ placeId: null, place })
  }
  const named = placeFrom(values, places)
  if (named.place !== '') return ok(named)
  if (atNoPlace.includes(values.kind)) return ok({ placeId: null, place: appointmentWords(values.kind) })
  const message = places.length + known.length > 0 ? 'Choose one of the places, or say where' : 'Say where'
  return refused([{ field: 'place', message }])
}

/** What the questions hold for a place that was written down so. */
function whereTyped(it: Appointment, { places, known }: Pick<Offered, 'places' | 'known'>): Typed {
  const place = placeWords(it)
  const home = known.find(({ words }) => place === words || place.startsWith(`${words}: `))
  if (home && it.placeId === null)
    return { 'place-kept': home.value, place: place.slice(home.words.length + 2) }
  return placeTyped({ ...it, place }, places)
}

/** The questions of a plan for one appointment. */
export function planForm(offered: Offered) {
  return form({
    id: 'appointment',
    fields: { ...withoutEmptyPlaces(planFields(offered), offered), ...journeyFields(offered) },
  })
}

/** Where there is no place to be chosen, nobody is asked which of them it is. */
export function withoutEmptyPlaces<F extends { 'place-kept': unknown }>(
  fields: F,
  { places, known = [] }: Pick<Offered, 'places'> & Partial<Pick<Offered, 'known'>>,
): F {
  if (places.length + known.length > 0) return fields
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
export function planTyped(it: Appointment, offered: Pick<Offered, 'places' | 'known'>): Typed {
  return {
    case: it.involvementId,
    kind: it.kind,
    ...whenTyped(it),
    with: it.withUser,
    ...journeyTyped(it, offered.places),
    ...whereTyped(it, offered),
  }
}

/**
 * A plan as the answers say; refused where the time cannot be (`whenFrom`), where the day is past, and where no place is
 * named. One that is moved may keep its day: what was planned for yesterday is put right before it is recorded.
 */
export function planFrom(
  values: PlanValues,
  answers: Answers,
  { places, known, appointment }: Pick<Offered, 'places' | 'known' | 'appointment'>,
  today: Temporal.PlainDate,
): Result<Plan, FieldError[]> {
  const when = whenFrom(values, today)
  if (!when.ok) return when
  const isKept = appointment && onTheWall(appointment.startsAt).date.equals(values.day)
  if (Temporal.PlainDate.compare(values.day, today) < 0 && !isKept)
    return refused([{ field: 'day', message: appointment ? pastToMove : past }])
  const where = whereFrom(values, { places, known })
  if (!where.ok) return where
  return ok({
    involvementId: values.case,
    withUser: values.with,
    kind: values.kind,
    ...when.value,
    ...journeyFrom(values, answers, places),
    ...where.value,
  })
}
