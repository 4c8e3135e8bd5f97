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
import { beforeBirthWords, type Child, onTheWall, typedTime, wallMoment } from '../children/index.ts'
import { type NoteDetails, noteDetails, noteKinds } from './noteKinds.ts'
import type { Note } from './noteQueries.ts'

/** Room for some 350 thousand words: what somebody pastes is not cut. */
const longestNote = 2_100_000

type Asking = {
  /** The case that the note is about already. */
  held?: string | null
  /** Whether whoever writes would still see the note once it is sensitive. */
  maySeeSensitive: boolean
}

/** A note: what it is of, when it happened, what there is to say, and who may read it. */
export function noteForm(child: Pick<Child, 'cases'>, { held = null, maySeeSensitive }: Asking) {
  const cases = child.cases.map(({ involvementId, pathway }) => ({
    value: involvementId,
    label: findPathway(practiceInUse(), pathway)?.title ?? pathway,
  }))
  const options =
    held === null || cases.some(({ value }) => value === held)
      ? cases
      : [...cases, { value: held, label: 'The case it was written about' }]
  return form({
    id: 'note',
    fields: {
      kind: {
        kind: 'choice',
        as: 'select',
        label: 'What is it a note of?',
        required: 'Choose what it is a note of',
        options: Object.entries(noteKinds).map(([value, label]) => ({ value, label })),
      },
      'with-whom': {
        kind: 'text',
        label: 'With whom?',
        hint: 'Name, and who they are to the child',
        appliesWhen: { field: 'kind', is: ['telephone', 'professional', 'family'] },
        maxLength: 200,
      },
      number: {
        kind: 'text',
        label: 'On which number?',
        appliesWhen: { field: 'kind', is: ['telephone'] },
        maxLength: 40,
        inputmode: 'tel',
        width: 'medium',
      },
      agency: {
        kind: 'text',
        label: 'From which agency?',
        appliesWhen: { field: 'kind', is: ['professional'] },
        maxLength: 150,
      },
      'who-was-there': {
        kind: 'textarea',
        label: 'Who was there?',
        appliesWhen: { field: 'kind', is: ['home-visit', 'meeting'] },
        maxLength: 500,
        rows: 2,
      },
      home: {
        kind: 'textarea',
        label: 'How was the home?',
        hint: 'What you saw: warm, food, where the child sleeps, who came and went',
        appliesWhen: { field: 'kind', is: ['home-visit'] },
        maxLength: 1_000,
        rows: 3,
      },
      day: {
        kind: 'date',
        label: 'On which day did it happen?',
        required: 'Enter the day on which it happened',
        notAfterToday: 'It cannot have happened in the future',
        earliest: { date: '1990-01-01', message: 'The day must be after 1 January 1990' },
      },
      time: {
        kind: 'time',
        label: 'At what time?',
        hint: 'Leave it empty if it is not known: the note then says the day alone',
      },
      text: {
        kind: 'textarea',
        label: 'Note',
        required: 'Write the note',
        maxLength: longestNote,
        rows: 14,
      },
      sensitivity: {
        kind: 'choice',
        label: 'Who may read it?',
        required: 'Choose who may read it',
        options: [
          { value: 'ordinary', label: 'Everybody who may read notes about this child' },
          {
            value: 'sensitive',
            label: 'Sensitive: only those with a part in a case of the child, seniors and managers',
            ...(maySeeSensitive ? {} : { cannot: 'would hide this note from you' }),
          },
        ],
      },
      'third-party': {
        kind: 'choices',
        label: 'Does it hold anything about or from somebody else?',
        options: [{ value: 'yes', label: 'Third-party information: not to be given to the child' }],
      },
      case: { kind: 'choice', as: 'select', label: 'Is it about one of the cases?', options },
    },
  })
}

type NoteFields = ReturnType<typeof noteForm> extends Form<infer F> ? F : never
export type NoteValues = ValuesOf<NoteFields>

/** What the questions hold for a note as the record has it. */
export function noteTyped(note: Note): Typed {
  const { date, time } = onTheWall(note.happenedAt)
  return {
    kind: note.kind,
    day: typedDate(date),
    ...(note.isDay ? {} : { time: typedTime(time) }),
    text: note.text,
    ...note.details,
    sensitivity: note.sensitivity,
    'third-party': note.hasThirdParty ? ['yes'] : [],
    case: note.involvementId ?? '',
  }
}

/** A note as the answers say, but for when it happened. */
export function noteFrom(values: NoteValues) {
  const { kind, text, sensitivity, case: involvementId = null } = values
  const said = Object.keys(noteDetails).map(name => [name, values[name as keyof typeof noteDetails] ?? ''])
  const details: NoteDetails = Object.fromEntries(said.filter(([, words]) => words !== ''))
  return { kind, text, sensitivity, involvementId, details, hasThirdParty: values['third-party'].length > 0 }
}

/** When it happened. Where nobody said a time (`isDay`), the moment only orders the note within its day. */
export type When = { happenedAt: Temporal.Instant; isDay: boolean }

/**
 * When it happened, as it was answered; refused where it lies ahead, or before the child was born. A day without a time
 * stands at its noon, and today without a time at now.
 * @param was when the note said until now: as long as the day is the same and no time is said, it keeps its place
 */
export function happenedAt(
  { day, time }: Pick<NoteValues, 'day' | 'time'>,
  child: Pick<Child, 'birthDate' | 'birthDateBasis'>,
  now: Temporal.Instant,
  was?: When,
): Result<When, FieldError[]> {
  const isDay = !time
  const isSameDay = was !== undefined && day.equals(onTheWall(was.happenedAt).date)
  if (isDay && was?.isDay && isSameDay) return ok(was)
  // A note that stands before a date of birth put right since can still be changed.
  const beforeBirth = isSameDay ? undefined : beforeBirthWords(child, day)
  if (beforeBirth !== undefined) return refused([{ field: 'day', message: beforeBirth }])
  if (isDay && day.equals(onTheWall(now).date)) return ok({ happenedAt: now, isDay })
  const moment = wallMoment(day, time ?? Temporal.PlainTime.from('12:00'))
  if (!moment.ok) return refused([{ field: 'time', message: moment.reason }])
  if (Temporal.Instant.compare(moment.value, now) > 0)
    return refused([{ field: 'time', message: 'It cannot have happened in the future' }])
  return ok({ happenedAt: moment.value, isDay })
}
