import { form, formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { setReason } from '../../platform/database/index.ts'
import { type Overdue, overdueAtOnce } from './followUpDue.ts'
import { loadFor } from './loadFor.ts'
import { lookFirst, overdueWords, standsAlready } from './lookFirst.tsx'
import { missedFields } from './missed.form.ts'
import { howItWentPath } from './paths.ts'
import { keep, type Recorded, recording, typedOf } from './recording.tsx'
import { isOwed, missedFrom } from './recordMissed.ts'
import { sinceAsked, sinceFields } from './since.form.ts'
import { listRecordedThen } from './standingQueries.ts'

/** From My day on a phone: one page, one choice, and as few words as will do. */
export const howItWentRoutes = formPage({
  ...recording<Recorded & { today: Temporal.PlainDate; overdue: Overdue | undefined }>(
    'kept',
    howItWentPath,
    'Recorded how an appointment went',
    'How did it go?',
  ),
  async load(request) {
    const found = await loadFor(request, 'kept')
    if (!found.ok) return found
    const overdue = await overdueAtOnce(request, found.value.appointment)
    return ok({ ...found.value, today: request.today, overdue })
  },
  form: ({ today, overdue }) => {
    const { cause, why, acceptable } = missedFields(today)
    const since = sinceAsked(overdue !== undefined)
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
        ...since,
        ...(overdue ? { since: { ...sinceFields.since, ...missed } } : {}),
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
  async check(request, values, { appointment, overdue }, answers) {
    const { now, who, today, tx } = request
    if (values.went === 'cancelled') return ok(undefined)
    const missed =
      values.went === 'missed' && missedFrom(values, answers, appointment, { by: who.userId, now, today })
    if (missed && !missed.ok) return missed
    const standing = await listRecordedThen(tx, appointment)
    const isLate = missed && isOwed(missed.value) && overdue !== undefined
    return ok(lookFirst([standsAlready(standing, now), isLate ? overdueWords(overdue) : undefined]))
  },
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
    const missed = missedFrom(values, answers, appointment, { by: who.userId, now: at, today })
    if (!missed.ok) return { kind: 'errors', errors: missed.reason }
    return keep(request, appointment, missed.value, 'The appointment has been recorded as missed.')
  },
})
