import { type Answers, form, formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import type { Request } from '../../platform/http/index.ts'
import type { Colleague } from '../children/index.ts'
import type { Appointment } from './appointment.ts'
import { type Overdue, overdueAtOnce } from './followUpDue.ts'
import { loadFor } from './loadFor.ts'
import { staffFor } from './loadPlan.ts'
import { lookFirst, overdueWords, standsAlready } from './lookFirst.tsx'
import { judgedByField, missedFields } from './missed.form.ts'
import { missedPath } from './paths.ts'
import { keep, type Recorded, recording, typedOf } from './recording.tsx'
import { isOwed, missedFrom } from './recordMissed.ts'
import { sinceAsked } from './since.form.ts'
import { listRecordedThen } from './standingQueries.ts'

type Loaded = Recorded & {
  staff: Colleague[]
  today: Temporal.PlainDate
  me: string
  overdue: Overdue | undefined
}

export const missedRoutes = formPage({
  ...recording<Loaded>('missed', missedPath, 'Recorded an appointment as missed', 'Record as missed'),
  async load(request) {
    const found = await loadFor(request, 'missed')
    if (!found.ok) return found
    const staff = await staffFor(request, found.value.child)
    const overdue = await overdueAtOnce(request, found.value.appointment)
    return ok({ ...found.value, staff, today: request.today, me: request.who.userId, overdue })
  },
  form: ({ staff, today, appointment, overdue }) =>
    form({
      id: 'missed',
      fields: {
        ...missedFields(today, appointment.missedCode),
        'judged-by': judgedByField(staff),
        'what-happened': { kind: 'textarea', label: 'Anything else', maxLength: 10_000, rows: 3 },
        ...sinceAsked(overdue !== undefined),
      },
    }),
  initial: ({ appointment, me, staff }) => ({
    ...typedOf(appointment),
    'judged-by': appointment.judgedBy ?? (staff.some(({ userId }) => userId === me) ? me : ''),
  }),
  async check(request, values, { appointment, overdue }, answers) {
    const missed = missedOn(request, values, appointment, answers)
    if (!missed.ok) return missed
    const standing = await listRecordedThen(request.tx, appointment)
    const isLate = isOwed(missed.value) && overdue !== undefined
    return ok(lookFirst([standsAlready(standing, request.now), isLate ? overdueWords(overdue) : undefined]))
  },
  async save(request, values, { appointment }, answers) {
    const missed = missedOn(request, values, appointment, answers)
    if (!missed.ok) return { kind: 'errors', errors: missed.reason }
    return keep(request, appointment, missed.value, 'The appointment has been recorded as missed.')
  },
})

/** What is kept of it: this page also asks who says whether the reason is acceptable, and for anything else. */
function missedOn(
  { now, today, who }: Pick<Request, 'now' | 'today' | 'who'>,
  values: Parameters<typeof missedFrom>[0] & { 'judged-by': string | undefined; 'what-happened': string },
  appointment: Appointment,
  answers: Answers,
) {
  return missedFrom(values, answers, appointment, {
    by: values['judged-by'] ?? who.userId,
    now,
    today,
    whatHappened: values['what-happened'],
  })
}
