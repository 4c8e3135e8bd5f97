import { form, formPage } from '../../engine/forms/index.ts'
import { redirect } from '../../platform/http/index.ts'
import { addOffence, childFrame } from '../children/index.ts'
import { type CheckResult, type CheckSource, checkResults, checkSources } from './followUp.ts'
import { insertCheck } from './followUpQueries.ts'
import { loadFollowUp } from './loadFollowUp.ts'
import { addCheckPath, followUpPath } from './paths.ts'

const found = { field: 'result', is: ['something'] } as const

const checkForm = form({
  id: 'follow-up-check',
  fields: {
    'checked-on': {
      kind: 'date',
      label: 'When was it asked?',
      required: 'Enter the day on which it was asked',
      notAfterToday: 'It cannot have been asked in the future',
    },
    source: {
      kind: 'choice',
      label: 'Where was it asked?',
      required: 'Choose where it was asked',
      options: Object.entries(checkSources).map(([value, label]) => ({ value, label })),
    },
    asked: { kind: 'text', label: 'Who was asked?', hint: 'Name or team.', maxLength: 200 },
    result: {
      kind: 'choice',
      label: 'What came of it?',
      required: 'Choose what came of it',
      options: Object.entries(checkResults).map(([value, label]) => ({ value, label })),
    },
    offence: {
      kind: 'text',
      label: 'What is the child said to have done?',
      hint: 'It is put among the offences, to be looked at. Leave out what stands there already, and say so below.',
      maxLength: 500,
      appliesWhen: found,
    },
    'committed-on': {
      kind: 'date',
      label: 'On which day did it happen?',
      hint: 'Leave it empty if it is not known.',
      notAfterToday: 'It cannot have happened in the future',
      appliesWhen: found,
    },
    'police-reference': { kind: 'text', label: 'Police reference', maxLength: 60, appliesWhen: found },
    note: { kind: 'textarea', label: 'Anything else to know?', maxLength: 2_000, rows: 4 },
  },
})

/** Somebody asks whether the child has offended again, and writes down what came of it, nothing included. */
export const checkRoutes = formPage({
  path: addCheckPath,
  permission: 'followUp.check',
  about: 'child',
  change: 'Recorded a check in a follow-up',
  view: 'Opened the form to record a check in a follow-up',
  load: loadFollowUp,
  form: () => checkForm,
  title: () => 'Record a check',
  intro: () => (
    <p class="govuk-body">
      Whether the child has offended again since the work ended. Write it down also where nothing was found:
      that somebody asked is part of the answer.
    </p>
  ),
  back: it => followUpPath.to(it),
  frame: childFrame('cases'),
  submit: 'Save',
  async save({ tx, who, now }, values, { childId, involvementId, from, ...time }) {
    const of = { serviceId: who.serviceId, childId, involvementId }
    const isFound = values.result === 'something'
    const committedOn = values['committed-on']
    const description = values.offence.trim()
    if (isFound && description === '' && values.note.trim() === '') {
      const message = 'Say what was found: what the child is said to have done, or where it stands already'
      return { kind: 'errors', errors: [{ field: 'offence', message }] }
    }
    await insertCheck(tx, {
      ...of,
      checkedOn: values['checked-on'],
      source: values.source as CheckSource,
      asked: values.asked.trim(),
      result: values.result as CheckResult,
      note: values.note.trim(),
      by: who.userId,
      at: now,
    })
    if (!isFound || description === '')
      return redirect(followUpPath.to({ childId, involvementId }), 'The check has been recorded.')
    await addOffence(tx, {
      serviceId: who.serviceId,
      childId,
      description,
      committedOn,
      // Without its day it is placed by the day on which we heard of it.
      ...(committedOn ? {} : { outcomeOn: values['checked-on'] }),
      policeReference: values['police-reference'],
      at: now,
    })
    const isIn =
      !committedOn ||
      (Temporal.PlainDate.compare(committedOn, from) >= 0 &&
        Temporal.PlainDate.compare(committedOn, time.until) <= 0)
    return redirect(
      followUpPath.to({ childId, involvementId }),
      isIn
        ? 'The check has been recorded. What was found waits to be looked at.'
        : 'The check has been recorded. The offence stands on the record, and is not within the time of the follow-up.',
    )
  },
})
