import { form, formPage } from '../../engine/forms/index.ts'
import { redirect } from '../../platform/http/index.ts'
import { nameOf } from '../children/index.ts'
import { type Outcome, outcomes } from './asking.ts'
import { insertTry } from './askingQueries.ts'
import { loadToAsk } from './loadToAsk.ts'
import { askPath, toAskPath, tryPath } from './paths.ts'

const tryForm = form({
  id: 'asking-try',
  fields: {
    outcome: {
      kind: 'choice',
      label: 'What came of it?',
      required: 'Choose what came of it',
      options: Object.entries(outcomes).map(([value, label]) => ({ value, label })),
    },
    'again-on': {
      kind: 'date',
      label: 'From which day may they be asked again?',
      required: 'Enter the day',
      notBeforeToday: 'The day must be today or later',
      appliesWhen: { field: 'outcome', is: ['later'] },
    },
    note: {
      kind: 'text',
      label: 'Anything to know for the next try?',
      hint: 'Such as the best time to ring. Nothing that they said of the work.',
      maxLength: 300,
    },
  },
})

/** Somebody tried to ask, and nothing was said. */
export const tryRoutes = formPage({
  path: tryPath,
  permission: 'feedback.ask',
  about: 'child',
  change: 'Wrote down a try to ask how it was',
  view: 'Opened the form to write down a try to ask how it was',
  load: loadToAsk,
  form: () => tryForm,
  title: () => 'Nothing was said',
  intro: ({ child }) => (
    <p class="govuk-body">
      You tried to ask <bdi>{nameOf(child)}</bdi> how it was.
    </p>
  ),
  back: ({ child, it }) => askPath.to({ childId: child.childId, involvementId: it.id }),
  submit: 'Save',
  async save({ tx, who, now }, values, { child, it, form: asked }) {
    const of = { childId: child.childId, involvementId: it.id }
    await insertTry(tx, {
      ...of,
      serviceId: who.serviceId,
      form: asked.id,
      outcome: values.outcome as Outcome,
      againOn: values['again-on'] ?? undefined,
      note: values.note.trim(),
      by: who.userId,
      at: now,
    })
    return redirect(toAskPath.to(), 'Saved.')
  },
})
