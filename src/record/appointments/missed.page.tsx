import { form, formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import type { Colleague } from '../children/index.ts'
import { loadFor } from './loadFor.ts'
import { staffFor } from './loadPlan.ts'
import { judgedByField, missedFields, missedWords, noReason } from './missed.form.ts'
import { missedPath } from './paths.ts'
import { keep, type Recorded, recording, typedOf } from './recording.tsx'

type Loaded = Recorded & { staff: Colleague[]; today: Temporal.PlainDate; me: string }

export const missedRoutes = formPage({
  ...recording<Loaded>('missed', missedPath, 'Recorded an appointment as missed', 'Record as missed'),
  async load(request) {
    const found = await loadFor(request, 'missed')
    if (!found.ok) return found
    const staff = await staffFor(request, found.value.child)
    return ok({ ...found.value, staff, today: request.today, me: request.who.userId })
  },
  form: ({ staff, today, appointment }) =>
    form({
      id: 'missed',
      fields: {
        ...missedFields(today, appointment.missedCode),
        'judged-by': judgedByField(staff),
        'what-happened': { kind: 'textarea', label: 'Anything else', maxLength: 10_000, rows: 3 },
      },
    }),
  initial: ({ appointment, me, staff }) => ({
    ...typedOf(appointment),
    'judged-by': appointment.judgedBy ?? (staff.some(({ userId }) => userId === me) ? me : ''),
  }),
  async save(request, values, { appointment }, answers) {
    const reason = missedWords(answers, request.today)
    if (reason === '') return { kind: 'errors', errors: [noReason] }
    return keep(
      request,
      appointment,
      {
        act: 'missed',
        reason,
        code: values.cause ?? '',
        isAcceptable: values.acceptable === 'yes',
        judgedBy: values['judged-by'] ?? request.who.userId,
        whatHappened: values['what-happened'],
        at: request.now,
      },
      'The appointment has been recorded as missed.',
    )
  },
})
