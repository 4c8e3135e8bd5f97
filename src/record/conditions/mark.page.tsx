import { form, formPage, type Typed, typedDate } from '../../engine/forms/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { redirect } from '../../platform/http/index.ts'
import { takeStepByDecision } from '../cases/index.ts'
import { casePath, childFrame } from '../children/index.ts'
import { areAllKept, type ConditionState, conditionStates } from './condition.ts'
import { listConditions, markCondition } from './conditionQueries.ts'
import { type LoadedCondition, loadCondition } from './loadCondition.ts'
import { markConditionPath } from './paths.ts'

const markForm = form({
  id: 'condition-mark',
  fields: {
    state: {
      kind: 'choice',
      label: 'How did it go?',
      required: 'Choose how it went',
      options: Object.entries(conditionStates).map(([value, label]) => ({ value, label })),
    },
    on: {
      kind: 'date',
      label: 'On which day was it clear?',
      required: 'Enter the day',
      notAfterToday: 'The day cannot be in the future',
      appliesWhen: { field: 'state', is: ['kept', 'not-kept', 'ended'] },
    },
    'kept-words': {
      kind: 'textarea',
      label: 'What did the child do, and what do they say?',
      maxLength: 2_000,
      rows: 3,
      appliesWhen: { field: 'state', is: ['kept'] },
    },
    words: {
      kind: 'textarea',
      label: 'What happened, what was tried, and what does the child say?',
      required: 'Say what happened',
      maxLength: 2_000,
      rows: 4,
      appliesWhen: { field: 'state', is: ['not-kept', 'ended'] },
    },
    told: {
      kind: 'textarea',
      label: 'What are the police told?',
      hint: 'It is written into the case as a step. Leave it empty if they are not told yet.',
      maxLength: 2_000,
      rows: 4,
      appliesWhen: { field: 'state', is: ['not-kept'] },
    },
  },
})

const typedOf = ({ condition: { state, stateWords, stateOn } }: LoadedCondition): Typed => ({
  state,
  on: stateOn ? typedDate(stateOn) : '',
  'kept-words': state === 'kept' ? stateWords : '',
  words: state === 'kept' ? '' : stateWords,
  told: '',
})

/** Tells the police by the step of the case. Undefined where the step is not offered now. */
async function tellPolice(request: Request, { it, pathway, keeps }: LoadedCondition, words: string) {
  const taken = await takeStepByDecision(
    request,
    { involvement: it, pathway, id: keeps.tells.step },
    { [keeps.tells.field]: words },
    { by: request.who.userId, at: request.now },
  )
  return taken.milestoneId === undefined ? undefined : { words, milestoneId: taken.milestoneId }
}

export const markRoutes = formPage({
  path: markConditionPath,
  permission: 'case.move',
  about: 'child',
  change: 'Recorded how it went with what a child agreed to do',
  view: 'Opened what a child agreed to do',
  load: loadCondition,
  form: () => markForm,
  title: () => 'How did it go?',
  intro: ({ condition: { what, policeTold } }) => (
    <>
      <p class="govuk-body">
        <bdi>{what}</bdi>
      </p>
      {policeTold !== '' && (
        <p class="govuk-body">
          The police were told: <bdi>{policeTold}</bdi>
        </p>
      )}
    </>
  ),
  back: ({ it }) => casePath.to(it),
  frame: childFrame('cases'),
  initial: typedOf,
  version: ({ condition }) => condition.version,
  row: ({ condition }) => ({ table: 'condition', key: { condition_id: condition.conditionId } }),
  submit: 'Save',
  async save(request, values, loaded) {
    const { it, condition } = loaded
    const state = values.state as ConditionState
    const words = (state === 'kept' ? values['kept-words'] : values.words).trim()
    const toTell = state === 'not-kept' ? values.told.trim() : ''
    const told = toTell === '' ? undefined : await tellPolice(request, loaded, toTell)
    const went = {
      state,
      words: state === 'open' ? '' : words,
      on: state === 'open' ? null : (values.on ?? null),
    }
    if (!(await markCondition(request.tx, condition, went, told))) {
      const fresh = await loadCondition(request)
      return fresh.ok
        ? { kind: 'collision', theirs: typedOf(fresh.value), version: fresh.value.condition.version }
        : fresh.reason
    }
    const all = await listConditions(request.tx, it.involvementId)
    const said = told ? 'Saved. That the police were told stands in the case.' : 'Saved.'
    return redirect(casePath.to(it), areAllKept(all) ? 'Saved. Everything that was agreed is done.' : said)
  },
})
