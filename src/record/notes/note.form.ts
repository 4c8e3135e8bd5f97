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
import { type Child, onTheWall, typedTime, wallMoment } from '../children/index.ts'
import { noteKinds } from './noteKinds.ts'
import type { Note } from './noteQueries.ts'

/** Room for some 350 thousand words: what somebody pastes is not cut. */
const longestNote = 2_100_000

/** A note: what it is of, when it happened, what there is to say. A case is asked for where there is one to choose. */
export function noteForm(child: Pick<Child, 'cases'>, held: string | null = null) {
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
      day: {
        kind: 'date',
        label: 'On which day did it happen?',
        required: 'Enter the day on which it happened',
        notAfterToday: 'It cannot have happened in the future',
        earliest: { date: '1990-01-01', message: 'The day must be after 1 January 1990' },
      },
      time: { kind: 'time', label: 'At what time?' },
      text: {
        kind: 'textarea',
        label: 'Note',
        required: 'Write the note',
        maxLength: longestNote,
        rows: 14,
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
    time: typedTime(time),
    text: note.text,
    case: note.involvementId ?? '',
  }
}

/** When it happened: a day without a time is its noon, and today without a time is now. */
export function happenedAt(
  { day, time }: Pick<NoteValues, 'day' | 'time'>,
  now: Temporal.Instant,
): Result<Temporal.Instant, FieldError[]> {
  if (!time && day.equals(onTheWall(now).date)) return ok(now)
  const moment = wallMoment(day, time ?? Temporal.PlainTime.from('12:00'))
  if (!moment.ok) return refused([{ field: 'time', message: moment.reason }])
  if (Temporal.Instant.compare(moment.value, now) > 0)
    return refused([{ field: 'time', message: 'It cannot have happened in the future' }])
  return moment
}
