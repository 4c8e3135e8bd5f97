import { type Answers, type Option, reasonKey, reasonName, type Typed } from '../../engine/forms/index.ts'
import type { Child, Colleague } from '../children/index.ts'
import type { Place } from '../places/index.ts'
import { type Journey, travelWays, wayStandings } from './appointment.ts'

/** Alerts that somebody who chooses a place and a way must have weighed. Which those are is the service's own rule. */
const aboutTheWay = ['risk-from-others', 'exploitation', 'danger', 'risk-at-address']

/** Whether an open alert asks for a word on how safe the way and the place are. */
export function mustWeighTheWay({ alerts }: Pick<Child, 'alerts'>): boolean {
  return alerts.some(({ kind }) => aboutTheWay.includes(kind))
}

/** Whether an open alert says what to know before the child or the family is called on. */
export function mustKnowFirst(it: Pick<Child, 'alerts'>): boolean {
  return mustWeighTheWay(it) || it.alerts.some(({ kind }) => kind === 'before-contact')
}

type Offered = { child: Pick<Child, 'alerts'>; staff: readonly Colleague[]; places: readonly Place[] }

const aboutOwnPages =
  'Or the number to ring. The pages of the child and the parent show only places of ours, and none of these words.'

/** Where to meet: one of the service's places, or any other in words. */
export function placeFields(places: readonly Place[]) {
  return {
    'place-kept': {
      kind: 'choice',
      as: 'select',
      label: 'One of our places',
      isUnmarked: true,
      options: places.map(({ placeId, name, suitsWords }) => ({
        value: placeId,
        label: suitsWords === '' ? name : `${name}: suits ${suitsWords.toLowerCase()}`,
      })),
    },
    place: {
      kind: 'text',
      maxLength: 200,
      ...(places.length > 0
        ? ({ label: 'Which room, or where else?', hint: aboutOwnPages, isUnmarked: true } as const)
        : { label: 'Where?', hint: aboutOwnPages, required: 'Say where' }),
    },
  } as const
}

/** How the child gets there, and whether that is safe for this child. */
export function journeyFields({ child, staff }: Pick<Offered, 'child' | 'staff'>) {
  const needed = mustWeighTheWay(child)
  return {
    travel: {
      kind: 'choice',
      as: 'select',
      label: 'How does the child get there?',
      options: Object.entries(travelWays).map(([value, label]) => ({ value, label })),
    },
    'fetched-by': {
      kind: 'choice',
      as: 'select',
      label: 'Who fetches the child?',
      appliesWhen: { field: 'travel', is: ['fetched'] },
      required: 'Choose who fetches the child',
      options: staff.map(({ userId, name }) => ({ value: userId, label: name })),
    },
    'meets-at': {
      kind: 'text',
      label: 'Where do you meet, or where is the child fetched?',
      maxLength: 200,
    },
    'way-safe': {
      kind: 'choice',
      label: 'Are the way and the place safe for this child?',
      hint: 'Think of who might be met on the way, the area, the time of day, and who else uses the place.',
      ...(needed
        ? { required: 'Say whether the way and the place are safe: there is an alert about this child' }
        : {}),
      options: Object.entries(wayStandings).map(
        ([value, label]): Option => ({
          value,
          label,
          ...(value === 'with-care' ? { needsReason: 'Say what makes it safe' } : {}),
        }),
      ),
    },
  } as const
}

type JourneyValues = {
  'place-kept'?: string | undefined
  place: string
  travel: string | undefined
  'fetched-by': string | undefined
  'meets-at': string
  'way-safe': string | undefined
}

/** What was answered, as the record keeps it; the words of a place that is kept are written out, as they are today. */
export function journeyFrom(
  values: JourneyValues,
  answers: Answers,
  places: readonly Place[],
): Journey & { place: string } {
  const reason = answers[reasonKey('way-safe')]
  const { placeId, place } = placeFrom(values, places)
  return {
    placeId,
    place,
    travel: values.travel ?? '',
    fetchedBy: values['fetched-by'] ?? null,
    meetsAt: values['meets-at'],
    wayIsSafe: values['way-safe'] ?? '',
    safetyNote: typeof reason === 'string' ? reason : '',
  }
}

/** A place as it is written down: the words of one that is kept, with the room. */
export function placeFrom(
  values: { 'place-kept'?: string | undefined; place: string },
  places: readonly Place[],
): { placeId: string | null; place: string } {
  const kept = places.find(({ placeId }) => placeId === values['place-kept'])
  if (!kept) return { placeId: null, place: values.place }
  const whole = [kept.name, kept.address].filter(part => part !== '').join(', ')
  return { placeId: kept.placeId, place: values.place === '' ? whole : `${whole}: ${values.place}` }
}

/** What the questions hold for a place that was written down so. */
export function placeTyped(
  it: { placeId: string | null; place: string },
  places: readonly Place[],
): { 'place-kept': string; place: string } {
  const kept = places.find(({ placeId }) => placeId === it.placeId)
  const whole = kept && [kept.name, kept.address].filter(part => part !== '').join(', ')
  const isOfKept = whole !== undefined && (it.place === whole || it.place.startsWith(`${whole}: `))
  return isOfKept
    ? { 'place-kept': kept?.placeId ?? '', place: it.place.slice(whole.length + 2) }
    : { 'place-kept': '', place: it.place }
}

/** What the questions hold for an appointment as it is planned. */
export function journeyTyped(it: Journey & { place: string }, places: readonly Place[]): Typed {
  return {
    ...placeTyped(it, places),
    travel: it.travel,
    'fetched-by': it.fetchedBy ?? '',
    'meets-at': it.meetsAt,
    'way-safe': it.wayIsSafe,
    [reasonName('way-safe', 'with-care')]: it.safetyNote,
  }
}
