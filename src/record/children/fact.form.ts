import { type Answers, type Fields, form, type Typed, typedDate } from '../../engine/forms/index.ts'
import type { Fact, FactKind } from './factKinds.ts'
import type { FactSaid } from './factQueries.ts'

const hyphened = (column: string) => column.replaceAll('_', '-')

/** What is asked of a fact: what it is, since when, whether it is so now, and which others it ends. */
export function factForm(
  kind: FactKind,
  today: Temporal.PlainDate,
  { held = {}, lasting = [] }: { held?: Readonly<Record<string, string>>; lasting?: readonly Fact[] },
) {
  const ends: Fields =
    lasting.length === 0
      ? {}
      : {
          ends: {
            kind: 'choices',
            label: 'What ends on that day?',
            hint: 'It stays in the record as what was before. Leave it unticked if both are so.',
            appliesWhen: { field: 'is-now', is: ['yes'] },
            options: lasting.map(({ factId, said }) => ({ value: factId, label: kind.title(said, today) })),
          },
        }
  const fields: Fields = {
    ...kind.fields(today, held),
    from: {
      kind: 'date',
      label: 'From which day?',
      hint: 'Your best estimate is better than nothing. Leave it empty only if nobody knows',
      notAfterToday: 'The first day cannot be in the future',
      earliest: { date: '1990-01-01', message: 'The first day must be after 1 January 1990' },
    },
    'is-now': {
      kind: 'choice',
      label: 'Is this so now?',
      required: 'Say whether this is so now',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No, it has ended' },
      ],
    },
    until: {
      kind: 'date',
      label: 'Until which day?',
      appliesWhen: { field: 'is-now', is: ['no'] },
      required: 'Enter the last day',
      notAfterToday: 'The last day cannot be in the future',
      notBefore: { field: 'from', message: 'The last day must not be before the first' },
    },
    ...ends,
  }
  return form({ id: `fact-${kind.key}`, fields })
}

/** What the questions hold for a fact as the record has it. */
export function factTyped({ columns }: FactKind, { said, from, until }: Fact): Typed {
  return {
    ...Object.fromEntries(columns.map(column => [hyphened(column), said[column] ?? ''])),
    from: typedDate(from),
    'is-now': until ? 'no' : 'yes',
    until: typedDate(until),
  }
}

/** A fact as the answers say. */
export function factFrom({ columns }: FactKind, answers: Answers): FactSaid {
  return {
    said: Object.fromEntries(columns.map(column => [column, String(answers[hyphened(column)] ?? '')])),
    from: dayIn(answers.from),
    until: dayIn(answers.until),
  }
}

function dayIn(answer: Answers[string] | undefined): Temporal.PlainDate | null {
  return typeof answer === 'string' ? Temporal.PlainDate.from(answer) : null
}
