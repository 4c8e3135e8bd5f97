import { expect, test } from 'vitest'
import { sentFrom } from '../../platform/http/index.ts'
import { type Fields, readForm, typedAnswers } from './index.ts'

const fields = {
  how: {
    kind: 'choices',
    label: 'How?',
    options: [
      { value: 'visit', label: 'Visit' },
      { value: 'other', label: 'Something else', needsReason: 'Say what' },
      { value: 'nobody', label: 'Not at all', needsReason: 'Say why not' },
    ],
  },
  who: {
    kind: 'choice',
    label: 'Who?',
    options: [
      { value: 'child', label: 'The child' },
      { value: 'else', label: 'Somebody else', needsReason: 'Say who' },
    ],
  },
  day: { kind: 'date', label: 'When?' },
  known: { kind: 'date', label: 'Born?', known: true },
  time: { kind: 'time', label: 'At what time?' },
  times: { kind: 'number', label: 'How many times?', min: 0, max: 99 },
  note: { kind: 'textarea', label: 'What happened?' },
} as const satisfies Fields

const today = Temporal.PlainDate.from('2026-11-21')
const read = (typed: Record<string, string | readonly string[]>) => {
  const answered = readForm({ id: 'test', fields }, sentFrom(typed), today)
  if (!answered.ok) throw new Error(answered.errors.map(({ message }) => message).join('; '))
  return answered.answers
}

test.each([
  [{}],
  [{ how: ['visit', 'other'], 'how-reason-other': 'A letter; and a call' }],
  [{ how: ['other', 'nobody'], 'how-reason-other': 'A letter', 'how-reason-nobody': 'He was out' }],
  [{ who: 'else', 'who-reason-else': 'An aunt', day: '3/4/2026', known: '29/2/2012' }],
  [{ time: '4:30pm', times: '3', note: 'One line\n\nAnother' }],
])('what was answered stands in the boxes again, and reads the same: %o', typed => {
  const answers = read(typed)
  expect(read(typedAnswers(fields, answers))).toEqual(answers)
})

test.each(['an hour', '60 minutes', '1.5', '0', '481', '-3'])(
  'a number that cannot be, %s, is refused in words that say what can',
  typed => {
    const howLong = { kind: 'number', label: 'How long?', min: 1, max: 480 } as const
    const read = readForm({ id: 'test', fields: { howLong } }, sentFrom({ howLong: typed }), today)
    expect(read).toMatchObject({
      ok: false,
      errors: [{ message: '“How long?”: enter a whole number from 1 to 480, in figures and without words' }],
    })
  },
)

test('reasons that do not come apart again stand with the first answer that asks for one', () => {
  const answers = { how: ['other', 'nobody'], 'how-reason': 'A letter; a call; he was out' }
  expect(typedAnswers(fields, answers)).toMatchObject({
    'how-reason-other': 'A letter; a call; he was out',
    'how-reason-nobody': '',
  })
})
