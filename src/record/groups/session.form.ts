import { type FieldError, type Typed, typedDate, type ValuesOf } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { placeFields, placeFrom, placeTyped } from '../appointments/index.ts'
import { listEverybody, onTheWall, type StaffMember, typedTime, wallMoment } from '../children/index.ts'
import { listPlaces, type Place } from '../places/index.ts'
import type { Session } from './group.ts'
import type { SessionPlan } from './sessionQueries.ts'

/** What a plan of sessions is made from: who can lead one, and where. */
export type SessionOffer = { staff: readonly StaffMember[]; places: readonly Place[] }

/** Everybody who has appointments with children. Who may not meet one of the children is told on My day. */
export async function sessionOffer({ tx }: Pick<Request, 'tx'>): Promise<SessionOffer> {
  const [everybody, places] = await Promise.all([listEverybody(tx), listPlaces(tx)])
  return { staff: everybody.filter(({ roles }) => may('contacts.record', roles, true)), places }
}

/** When, how long, where, and who is there. */
export function sessionFields({ staff, places }: SessionOffer) {
  const people = staff.map(({ userId, name }) => ({ value: userId, label: name }))
  return {
    title: {
      kind: 'text',
      label: 'What is the session about?',
      hint: 'No child’s name: it stands in the record of every child in the group.',
      maxLength: 100,
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
    lead: {
      kind: 'choice',
      as: 'select',
      label: 'Who leads it?',
      required: 'Choose who leads it',
      options: people,
    },
    workers: { kind: 'choices', label: 'Who else is there?', options: people },
  } as const
}

/** What the questions hold for a session as it is planned. */
export function sessionTyped(it: Session, { places }: Pick<SessionOffer, 'places'>): Typed {
  const { date, time } = onTheWall(it.startsAt)
  return {
    title: it.title,
    day: typedDate(date),
    time: typedTime(time),
    minutes: String(it.minutes),
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
  if (Temporal.PlainDate.compare(values.day, today.add({ years: 1 })) > 0)
    return refused([{ field: 'day', message: 'The day must be within a year from today' }])
  const startsAt = wallMoment(values.day, values.time)
  if (!startsAt.ok) return refused([{ field: 'time', message: startsAt.reason }])
  const where = placeFrom(values, places)
  if (where.place === '')
    return refused([{ field: 'place', message: 'Choose one of our places, or say where' }])
  return ok({
    title: values.title,
    startsAt: startsAt.value,
    minutes: values.minutes,
    ...where,
    leadUser: values.lead,
    workers: values.workers.filter(userId => userId !== values.lead),
  })
}
