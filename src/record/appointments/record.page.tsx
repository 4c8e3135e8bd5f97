import { form, formPage } from '../../engine/forms/index.ts'
import { ok } from '../../kernel/result.ts'
import { loadFor } from './loadFor.ts'
import { lookFirst, standsAlready } from './lookFirst.tsx'
import { keptPath, takeBackPath } from './paths.ts'
import { keep, recording } from './recording.tsx'
import { listRecordedThen } from './standingQueries.ts'

const keptRoutes = formPage({
  ...recording('kept', keptPath, 'Recorded an appointment as kept', 'Record as kept'),
  load: request => loadFor(request, 'kept'),
  form: () =>
    form({
      id: 'kept',
      fields: {
        'what-happened': {
          kind: 'textarea',
          label: 'What happened?',
          hint: 'What was done, what the child said, what comes next',
          required: 'Say what happened',
          maxLength: 100_000,
          rows: 10,
        },
      },
    }),
  async check({ tx, now }, _values, { appointment }) {
    return ok(lookFirst([standsAlready(await listRecordedThen(tx, appointment), now)]))
  },
  save: (request, values, { appointment }) =>
    keep(
      request,
      appointment,
      { act: 'kept', whatHappened: values['what-happened'], at: request.now },
      'The appointment has been recorded as kept.',
    ),
})

const takeBackRoutes = formPage({
  ...recording(
    'take-back',
    takeBackPath,
    'Took back what was recorded about an appointment',
    'Take back what was recorded',
  ),
  load: request => loadFor(request, 'take-back'),
  submit: 'Take back',
  isWarning: true,
  form: () =>
    form({
      id: 'take-back',
      fields: {
        reason: {
          kind: 'text',
          label: 'Why was it wrong?',
          hint: 'The appointment will stand as planned again. History keeps what was recorded.',
          required: 'Say why it was wrong',
          maxLength: 500,
        },
      },
    }),
  save: (request, _values, { appointment }) =>
    keep(request, appointment, { act: 'take-back' }, 'The appointment stands as planned again.'),
})

export const recordRoutes = [...keptRoutes, ...takeBackRoutes]
