import { type FieldError, type Form, form, type ValuesOf } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { beforeBirthWords, type Child } from '../children/index.ts'
import type { Plan } from './appointmentQueries.ts'
import { missedFields } from './missed.form.ts'
import { type Offered, planFields, whereFrom, withoutEmptyPlaces } from './plan.form.ts'
import { sinceFields } from './since.form.ts'
import { whenFrom } from './when.form.ts'

/** What is asked of a contact that was not planned: as little as will do, since it is written on the way back. */
export function contactForm(offered: Offered, today: Temporal.PlainDate) {
  const asked = planFields(offered)
  const { cause, why, acceptable } = missedFields(today)
  const missed = { appliesWhen: { field: 'went', is: ['missed'] } } as const
  return form({
    id: 'contact',
    fields: withoutEmptyPlaces(
      {
        case: asked.case,
        day: { ...asked.day, label: 'On which day was it?', notAfterToday: 'The day must not lie ahead' },
        time: { ...asked.time, label: 'At what time did it begin?' },
        minutes: { ...asked.minutes, label: 'How many minutes did it last?' },
        kind: {
          ...asked.kind,
          label: 'What kind of contact was it?',
          required: 'Choose what kind of contact it was',
        },
        'place-kept': asked['place-kept'],
        // Not demanded: a call has no place. Where a place is missing is said when the kind is known.
        place: {
          kind: 'text',
          label: asked.place.label,
          hint: 'Leave this empty for a telephone or video call',
          isUnmarked: true,
          maxLength: 200,
        },
        with: {
          ...asked.with,
          label: 'Who met or spoke with the child?',
          required: 'Choose who met or spoke with the child',
        },
        went: {
          kind: 'choice',
          label: 'Did it take place?',
          required: 'Say whether it took place',
          options: [
            { value: 'kept', label: 'Yes', hint: 'We met or spoke' },
            {
              value: 'tried',
              label: 'No, we tried and reached nobody',
              hint: 'A message that was left counts as a try too. It stands as neither kept nor missed.',
            },
            {
              value: 'missed',
              label: 'No, the child did not come',
              hint: 'It was agreed, and not written down',
            },
          ],
        },
        'what-happened': {
          kind: 'textarea',
          label: 'What happened?',
          hint: 'What was done, what the child said or which message was left, what comes next',
          required: 'Say what happened',
          maxLength: 100_000,
          appliesWhen: { field: 'went', is: ['kept', 'tried'] },
          rows: 6,
        },
        cause: { ...cause, ...missed },
        acceptable: { ...acceptable, ...missed },
        why: { ...why, ...missed },
        ...sinceFields,
        since: { ...sinceFields.since, ...missed },
      } as const,
      offered,
    ),
  })
}

type ContactFields = ReturnType<typeof contactForm> extends Form<infer F> ? F : never

/**
 * A contact as the answers say; refused where the time cannot be, still lies ahead or lies before the child was born, and
 * where no place is named though the child was met at one. A call for which none is named says that it was one, where the place would stand.
 */
export function contactFrom(
  values: ValuesOf<ContactFields>,
  offered: Pick<Offered, 'places' | 'known'> & { child: Pick<Child, 'birthDate' | 'birthDateBasis'> },
  { today, now }: { today: Temporal.PlainDate; now: Temporal.Instant },
): Result<Plan, FieldError[]> {
  const when = whenFrom(values, today)
  if (!when.ok) return when
  if (Temporal.Instant.compare(when.value.startsAt, now) > 0)
    return refused([{ field: 'time', message: 'The time must not lie ahead: plan an appointment instead' }])
  const beforeBirth = beforeBirthWords(offered.child, values.day)
  if (beforeBirth !== undefined) return refused([{ field: 'day', message: beforeBirth }])
  const where = whereFrom(values, offered)
  if (!where.ok) return where
  return ok({
    involvementId: values.case,
    withUser: values.with,
    kind: values.kind,
    ...when.value,
    ...where.value,
  })
}
