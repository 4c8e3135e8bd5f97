import type { FieldError, Typed, ValuesOf } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { placeFields, placeFrom, placeTyped, whenFields, whenFrom, whenTyped } from '../appointments/index.ts'
import { listEverybody, type StaffMember } from '../children/index.ts'
import { listPlaces, type Place } from '../places/index.ts'
import type { Session } from './group.ts'
import type { SessionPlan } from './sessionQueries.ts'

/** What a plan of sessions is made from: who can lead one, who can be there beside them, and where. */
export type SessionOffer = {
  leads: readonly StaffMember[]
  staff: readonly StaffMember[]
  places: readonly Place[]
}

/** Each child's appointment is with whoever leads. Who may not meet one of the children is told on My day. */
export async function sessionOffer({ tx }: Pick<Request, 'tx'>): Promise<SessionOffer> {
  const [everybody, places] = await Promise.all([listEverybody(tx), listPlaces(tx)])
  return {
    leads: everybody.filter(({ roles }) => may('child.meet', roles, true)),
    staff: everybody.filter(({ roles }) => may('contacts.record', roles, true)),
    places,
  }
}

const asOptions = (people: readonly StaffMember[]) =>
  people.map(({ userId, name }) => ({ value: userId, label: name }))

/** When, how long, where, and who is there. */
export function sessionFields({ leads, staff, places }: SessionOffer) {
  return {
    title: {
      kind: 'text',
      label: 'What is the session about?',
      hint: 'No child’s name: it stands in the record of every child in the group.',
      maxLength: 100,
    },
    ...whenFields,
    ...placeFields(places),
    lead: {
      kind: 'choice',
      as: 'select',
      label: 'Who leads it?',
      required: 'Choose who leads it',
      options: asOptions(leads),
    },
    workers: { kind: 'choices', label: 'Who else is there?', options: asOptions(staff) },
  } as const
}

/** What the questions hold for a session as it is planned. */
export function sessionTyped(it: Session, { places }: Pick<SessionOffer, 'places'>): Typed {
  return {
    title: it.title,
    ...whenTyped(it),
    ...placeTyped(it, places),
    lead: it.leadUser,
    workers: it.workers,
  }
}

/** A session as the answers say; refused where the day has no such time, is too far ahead, or no place is named. */
export function sessionFrom(
  values: ValuesOf<ReturnType<typeof sessionFields>>,
  { places }: Pick<SessionOffer, 'places'>,
  today: Temporal.PlainDate,
): Result<SessionPlan, FieldError[]> {
  const when = whenFrom(values, today)
  if (!when.ok) return when
  const where = placeFrom(values, places)
  if (where.place === '')
    return refused([{ field: 'place', message: 'Choose one of our places, or say where' }])
  return ok({
    title: values.title,
    ...when.value,
    ...where,
    leadUser: values.lead,
    workers: values.workers.filter(userId => userId !== values.lead),
  })
}
