import { form, formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { changeAppointment } from './appointmentQueries.ts'
import { followingField } from './following.form.ts'
import { loadFor } from './loadFor.ts'
import { cancelPath } from './paths.ts'
import { keep, type Recorded, recording } from './recording.tsx'
import { type Following, listFollowing } from './seriesQueries.ts'

type Loaded = Recorded & { following: Following[] }

export const cancelRoutes = formPage({
  ...recording<Loaded>('cancel', cancelPath, 'Cancelled an appointment', 'Cancel the appointment'),
  async load(request) {
    const found = await loadFor(request, 'cancel')
    if (!found.ok) return found
    return ok({ ...found.value, following: await listFollowing(request.tx, found.value.appointment) })
  },
  submit: 'Cancel the appointment',
  leave: 'Keep it',
  isWarning: true,
  form: ({ following }) =>
    form({
      id: 'cancel',
      fields: {
        ...followingField(following.length, 'cancelled'),
        reason: { kind: 'text', label: 'Why?', required: 'Say why it is cancelled', maxLength: 500 },
      },
    }),
  initial: () => ({ which: 'this' }),
  async save(request, { which }, { appointment, following }) {
    const change = { act: 'cancel', at: request.now } as const
    const kept = await keep(request, appointment, change, 'The appointment has been cancelled.')
    if (kept.kind !== 'redirect' || which !== 'following') return kept
    let others = 0
    for (const it of following) if (await changeAppointment(request.tx, it, change)) others += 1
    const flash = `This appointment and ${others} that ${others === 1 ? 'follows' : 'follow'} have been cancelled.`
    return { ...kept, flash }
  },
})
