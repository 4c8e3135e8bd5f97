import { form, formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { setReason } from '../../platform/database/index.ts'
import { loadFor } from './loadFor.ts'
import { missedFields, missedWords, noReason } from './missed.form.ts'
import { howItWentPath } from './paths.ts'
import { keep, type Recorded, recording, typedOf } from './recording.tsx'

/** From My day on a phone: one page, one choice, and as few words as will do. */
export const howItWentRoutes = formPage({
  ...recording<Recorded & { today: Temporal.PlainDate }>(
    'kept',
    howItWentPath,
    'Recorded how an appointment went',
    'How did it go?',
  ),
  async load(request) {
    const found = await loadFor(request, 'kept')
    return found.ok ? ok({ ...found.value, today: request.today }) : found
  },
  form: ({ today }) => {
    const { cause, why, acceptable } = missedFields(today)
    const missed = { appliesWhen: { field: 'went', is: ['missed'] } } as const
    return form({
      id: 'how-it-went',
      fields: {
        went: {
          kind: 'choice',
          label: 'How did it go?',
          required: 'Say how it went',
          options: [
            { value: 'kept', label: 'Kept', hint: 'We met' },
            { value: 'missed', label: 'Missed', hint: 'The child did not come' },
            { value: 'cancelled', label: 'Cancelled', hint: 'Called off before it began' },
          ],
        },
        'what-happened': {
          kind: 'textarea',
          label: 'What happened?',
          hint: 'A line is enough now. A note can say the rest later.',
          appliesWhen: { field: 'went', is: ['kept'] },
          maxLength: 10_000,
          rows: 3,
        },
        cause: { ...cause, ...missed },
        acceptable: { ...acceptable, ...missed },
        why: { ...why, ...missed },
        'called-off': {
          kind: 'text',
          label: 'Why was it called off?',
          appliesWhen: { field: 'went', is: ['cancelled'] },
          required: 'Say why it was called off',
          maxLength: 500,
        },
      },
    })
  },
  initial: ({ appointment }) => typedOf(appointment),
  async save(request, values, { appointment }, answers) {
    const { now: at, who, today } = request
    if (values.went === 'kept') {
      const change = { act: 'kept', whatHappened: values['what-happened'], at } as const
      return keep(request, appointment, change, 'The appointment has been recorded as kept.')
    }
    if (values.went === 'cancelled') {
      await setReason(request.tx, values['called-off'])
      return keep(request, appointment, { act: 'cancel', at }, 'The appointment has been cancelled.')
    }
    const reason = missedWords(answers, today)
    if (reason === '') return { kind: 'errors', errors: [noReason] }
    const isAcceptable = values.acceptable === 'yes'
    const code = values.cause ?? ''
    return keep(
      request,
      appointment,
      { act: 'missed', reason, code, isAcceptable, judgedBy: who.userId, whatHappened: '', at },
      'The appointment has been recorded as missed.',
    )
  },
})
