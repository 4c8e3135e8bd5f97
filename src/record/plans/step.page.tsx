import {
  form,
  formPage,
  type Option,
  type Typed,
  typedDate,
  type ValuesOf,
} from '../../engine/forms/index.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { rolesWith } from '../../platform/access/index.ts'
import { type Answer, type Request, redirect } from '../../platform/http/index.ts'
import { type Colleague, childFrame, listStaff, planPath } from '../children/index.ts'
import { type Loaded, loadGoal, loadStep, overtaken } from './loadPlan.ts'
import { addStepPath, doneStepPath, removeStepPath, stepPath } from './paths.ts'
import type { Goal, Step } from './plan.ts'
import { findPlan } from './planQueries.ts'
import { changeStep, deleteStep, holdPlan, insertStep, type StepSaid, settleStep } from './planWrites.ts'

type WithStaff = Loaded & { goal: Goal; staff: readonly Colleague[] }

const workerRoles = rolesWith('profile.own')

async function withStaff<L extends Loaded & { goal: Goal }>(
  request: Request,
  loaded: Result<L, Answer>,
): Promise<Result<L & { staff: readonly Colleague[] }, Answer>> {
  if (!loaded.ok) return loaded
  const everybody = await listStaff(request.tx, loaded.value.child.childId)
  const staff = everybody.filter(({ roles }) => roles.some(role => workerRoles.includes(role)))
  return ok({ ...loaded.value, staff })
}

/** Those who work with the child first. */
const workerOptions = (staff: readonly Colleague[]): Option[] =>
  staff
    .toSorted((a, b) => Number(b.isWorker) - Number(a.isWorker))
    .map(({ userId, name }) => ({ value: userId, label: name }))

const stepForm = ({ staff }: WithStaff) =>
  form({
    id: 'plan-step',
    fields: {
      words: {
        kind: 'textarea',
        label: 'What is done?',
        hint: 'One thing, in a short sentence that the child understands',
        required: 'Say what is done',
        maxLength: 500,
        rows: 2,
        readByChild: true,
      },
      who: {
        kind: 'choice',
        label: 'Who does it?',
        required: 'Choose who does it',
        options: [
          { value: 'child', label: 'The child' },
          { value: 'family', label: 'The family' },
          { value: 'worker', label: 'Somebody who works here' },
          { value: 'other', label: 'Somebody else, such as the school' },
        ],
      },
      worker: {
        kind: 'choice',
        as: 'select',
        label: 'Who of those who work here?',
        required: 'Choose who of those who work here',
        appliesWhen: { field: 'who', is: ['worker'] },
        options: workerOptions(staff),
      },
      other: {
        kind: 'text',
        label: 'Who else?',
        hint: 'Like “Ms Reed, Brookfield School”',
        required: 'Say who else',
        maxLength: 200,
        appliesWhen: { field: 'who', is: ['other'] },
      },
      due: { kind: 'date', label: 'By when?' },
    },
  })

const typed = (step: Step): Typed => ({
  words: step.words,
  who: step.who,
  worker: step.whoUserId ?? '',
  other: step.who === 'other' ? step.whoWords : '',
  due: step.dueOn ? typedDate(step.dueOn) : '',
})

const said = (values: ValuesOf<ReturnType<typeof stepForm>['fields']>): StepSaid => ({
  words: values.words,
  who: values.who,
  whoUserId: values.worker ?? null,
  whoWords: values.other ?? '',
  dueOn: values.due ?? null,
})

const addRoutes = formPage({
  path: addStepPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Added a step to a plan',
  view: 'Opened the form to add a step to a plan',
  load: async request => withStaff(request, await loadGoal(request, ['open'])),
  form: loaded => stepForm(loaded),
  title: () => 'Add a step',
  intro: ({ goal }) => <Towards goal={goal} />,
  back: ({ child }) => planPath.to(child),
  frame: childFrame('plan'),
  submit: 'Save',
  submitAlso: () => ({ name: 'then', value: 'another', text: 'Save and add another step' }),
  async save({ tx, who, sent }, values, { child, plan, goal }) {
    if (!(await holdPlan(tx, plan, 'open'))) return overtaken(plan)
    const { childId, goalId, planId } = { ...goal, childId: child.childId }
    await insertStep(tx, { serviceId: who.serviceId, childId, goalId }, said(values))
    return redirect(
      sent.one('then') === 'another' ? addStepPath.to({ childId, planId, goalId }) : planPath.to(child),
      'The step is in the plan.',
    )
  },
})

function Towards({ goal }: { goal: Goal }) {
  return (
    <p class="govuk-body">
      Towards: <bdi class="tl-keep-lines">{goal.words}</bdi>
    </p>
  )
}

/** A step as it stands by now. */
async function again(tx: Parameters<typeof findPlan>[0], { child, plan, step }: Loaded & { step: Step }) {
  const now = await findPlan(tx, child.childId, plan.planId)
  return now?.goals.flatMap(({ steps }) => steps).find(({ stepId }) => stepId === step.stepId)
}

const editRoutes = formPage({
  path: stepPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Changed a step of a plan',
  view: 'Opened the form to change a step of a plan',
  load: async request => withStaff(request, await loadStep(request, ['open'])),
  form: loaded => stepForm(loaded),
  title: () => 'Change a step',
  intro: ({ goal }) => <Towards goal={goal} />,
  back: ({ child }) => planPath.to(child),
  initial: ({ step }) => typed(step),
  version: ({ step }) => step.version,
  row: ({ step }) => ({ table: 'plan_step', key: { step_id: step.stepId } }),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx }, values, loaded) {
    const { child, plan, step } = loaded
    if (!(await holdPlan(tx, plan, 'open'))) return overtaken(plan)
    if (await changeStep(tx, step, said(values))) return redirect(planPath.to(child), 'Saved.')
    const theirs = await again(tx, loaded)
    return theirs ? { kind: 'collision', theirs: typed(theirs), version: theirs.version } : overtaken(plan)
  },
})

const removeRoutes = formPage({
  path: removeStepPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Took a step out of a plan',
  view: 'Opened the form to take a step out of a plan',
  load: request => loadStep(request, ['open']),
  form: () => form({ id: 'remove-step', fields: {} }),
  title: () => 'Take this step out of the plan?',
  intro: ({ step }) => (
    <p class="govuk-body">
      <bdi class="tl-keep-lines">{step.words}</bdi>
    </p>
  ),
  back: ({ child }) => planPath.to(child),
  version: ({ step }) => step.version,
  row: ({ step }) => ({ table: 'plan_step', key: { step_id: step.stepId } }),
  frame: childFrame('plan'),
  submit: 'Take it out',
  isWarning: true,
  async save({ tx }, _values, { child, plan, step }) {
    if (!(await holdPlan(tx, plan, 'open'))) return overtaken(plan)
    await deleteStep(tx, step)
    return redirect(planPath.to(child), 'The step is out of the plan.')
  },
})

const typedState = (step: Step, today: Temporal.PlainDate): Typed => ({
  state: step.state === 'to-do' ? 'done' : step.state,
  on: typedDate(step.stateOn ?? today),
  words: step.stateWords,
})

const doneRoutes = formPage({
  path: doneStepPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Recorded whether a step of a plan was done',
  view: 'Opened the form for whether a step was done',
  load: request => loadStep(request, ['signed']),
  form: () =>
    form({
      id: 'step-done',
      fields: {
        state: {
          kind: 'choice',
          label: 'Was it done?',
          required: 'Say whether it was done',
          options: [
            { value: 'done', label: 'Yes' },
            { value: 'not-done', label: 'No, and it will not be' },
            { value: 'to-do', label: 'Not yet' },
          ],
        },
        on: {
          kind: 'date',
          label: 'On which day?',
          required: 'Say on which day',
          notAfterToday: 'The day must not be after today',
          appliesWhen: { field: 'state', is: ['done', 'not-done'] },
        },
        words: { kind: 'textarea', label: 'How was it?', maxLength: 1_000, rows: 2 },
      },
    }),
  title: () => 'Was this step done?',
  intro: ({ step }) => (
    <p class="govuk-body">
      <bdi class="tl-keep-lines">{step.words}</bdi>
    </p>
  ),
  back: ({ child }) => planPath.to(child),
  initial: ({ step, today }) => typedState(step, today),
  version: ({ step }) => step.version,
  row: ({ step }) => ({ table: 'plan_step', key: { step_id: step.stepId } }),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx, today }, { state, on, words }, loaded) {
    const { child, plan, step } = loaded
    if (!(await holdPlan(tx, plan, 'signed'))) return overtaken(plan)
    const stateOn = state === 'to-do' ? null : (on ?? today)
    if (await settleStep(tx, step, { state, stateOn, stateWords: words }))
      return redirect(planPath.to(child), 'Saved.')
    const theirs = await again(tx, loaded)
    return theirs
      ? { kind: 'collision', theirs: typedState(theirs, today), version: theirs.version }
      : overtaken(plan)
  },
})

export const stepRoutes = [...addRoutes, ...editRoutes, ...removeRoutes, ...doneRoutes]
