import { form, formPage, type Option, type Typed, typedDate } from '../../engine/forms/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect } from '../../platform/http/index.ts'
import { childFrame, planPath } from '../children/index.ts'
import { loadGoal, loadPlan, overtaken } from './loadPlan.ts'
import { addGoalPath, goalPath, outcomePath, progressPath, removeGoalPath } from './paths.ts'
import { type Goal, lastMark, outcomes, type Plan, type Strand, strandIds, strands } from './plan.ts'
import { findPlan } from './planQueries.ts'
import {
  changeGoal,
  deleteGoal,
  endGoal,
  type GoalSaid,
  holdPlan,
  insertGoal,
  insertProgress,
} from './planWrites.ts'

const goalForm = form({
  id: 'plan-goal',
  fields: {
    words: {
      kind: 'textarea',
      label: 'The goal, in the child’s own words',
      hint: 'Like “I want to stay in my football team”',
      required: 'Write down the goal',
      maxLength: 500,
      rows: 2,
      readByChild: true,
    },
    why: {
      kind: 'textarea',
      label: 'Why does it matter to the child?',
      maxLength: 1_000,
      rows: 2,
    },
    'low-words': {
      kind: 'text',
      label: 'On the child’s own scale, what is 0?',
      hint: 'Like “I never go”',
      maxLength: 100,
    },
    'high-words': {
      kind: 'text',
      label: 'And what is 10?',
      hint: 'Like “I go every week and enjoy it”',
      maxLength: 100,
    },
  },
})

const typed = (goal: Goal): Typed => ({
  words: goal.words,
  why: goal.why,
  'low-words': goal.lowWords,
  'high-words': goal.highWords,
})

type Values = { words: string; why: string; 'low-words': string; 'high-words': string }

const said = (strand: Strand, values: Values): GoalSaid => ({
  strand,
  words: values.words,
  why: values.why,
  lowWords: values['low-words'],
  highWords: values['high-words'],
})

const isStrand = (text: string | undefined): text is Strand => strandIds.some(strand => strand === text)

const addRoutes = formPage({
  path: addGoalPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Added a goal to a plan',
  view: 'Opened the form to add a goal to a plan',
  async load(request) {
    const { strand } = request.params
    const loaded = await loadPlan(request, ['open'])
    if (!loaded.ok) return loaded
    return isStrand(strand) ? ok({ ...loaded.value, strand }) : refused(notFound)
  },
  form: () => goalForm,
  title: ({ strand }) => `Add a goal: ${strands[strand].title}`,
  intro: ({ strand }) => <p class="govuk-body">{strands[strand].asks}</p>,
  back: ({ child }) => planPath.to(child),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx, who }, values, { child, plan, strand }) {
    if (!(await holdPlan(tx, plan, 'open'))) return overtaken(plan)
    const { planId, childId } = plan
    await insertGoal(tx, { serviceId: who.serviceId, childId, planId }, said(strand, values))
    return redirect(planPath.to(child), 'The goal is in the plan. Add a step to it.')
  },
})

/** A goal as it stands by now. */
const again = async (tx: Parameters<typeof findPlan>[0], plan: Plan, goalId: string) =>
  (await findPlan(tx, plan.childId, plan.planId))?.goals.find(goal => goal.goalId === goalId)

const editRoutes = formPage({
  path: goalPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Changed a goal of a plan',
  view: 'Opened the form to change a goal of a plan',
  load: request => loadGoal(request, ['open']),
  form: () => goalForm,
  title: ({ goal }) => `Change a goal: ${strands[goal.strand].title}`,
  back: ({ child }) => planPath.to(child),
  initial: ({ goal }) => typed(goal),
  version: ({ goal }) => goal.version,
  row: ({ goal }) => ({ table: 'plan_goal', key: { goal_id: goal.goalId } }),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx }, values, { child, plan, goal }) {
    if (!(await holdPlan(tx, plan, 'open'))) return overtaken(plan)
    if (await changeGoal(tx, goal, said(goal.strand, values))) return redirect(planPath.to(child), 'Saved.')
    const theirs = await again(tx, plan, goal.goalId)
    return theirs ? { kind: 'collision', theirs: typed(theirs), version: theirs.version } : overtaken(plan)
  },
})

const removeRoutes = formPage({
  path: removeGoalPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Took a goal out of a plan',
  view: 'Opened the form to take a goal out of a plan',
  load: request => loadGoal(request, ['open']),
  form: () => form({ id: 'remove-goal', fields: {} }),
  title: () => 'Take this goal out of the plan?',
  intro: ({ goal }) => (
    <p class="govuk-body">
      <bdi class="tl-keep-lines">{goal.words}</bdi>
      {goal.steps.length > 0 && '. Its steps go with it.'}
    </p>
  ),
  back: ({ child }) => planPath.to(child),
  version: ({ goal }) => goal.version,
  row: ({ goal }) => ({ table: 'plan_goal', key: { goal_id: goal.goalId } }),
  frame: childFrame('plan'),
  submit: 'Take it out',
  isWarning: true,
  async save({ tx }, _values, { child, plan, goal }) {
    if (!(await holdPlan(tx, plan, 'open'))) return overtaken(plan)
    await deleteGoal(tx, goal)
    return redirect(planPath.to(child), 'The goal is out of the plan.')
  },
})

const marks: readonly Option[] = Array.from({ length: 11 }, (_each, mark) => ({
  value: String(mark),
  label: String(mark),
}))

const progressRoutes = formPage({
  path: progressPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Recorded how a goal is going',
  view: 'Opened the form for how a goal is going',
  load: request => loadGoal(request, ['open', 'sent', 'signed']),
  form: ({ goal }) =>
    form({
      id: 'plan-progress',
      fields: {
        mark: {
          kind: 'choice',
          as: 'select',
          label: 'Where is it now, from 0 to 10?',
          hint: [
            goal.lowWords !== '' && `0 is “${goal.lowWords}”`,
            goal.highWords !== '' && `10 is “${goal.highWords}”`,
          ]
            .filter(Boolean)
            .join(', '),
          required: 'Choose a number from 0 to 10',
          options: marks,
        },
        'said-by': {
          kind: 'choice',
          label: 'Who says so?',
          required: 'Choose who says so',
          options: [
            { value: 'child', label: 'The child' },
            { value: 'family', label: 'The family' },
            { value: 'worker', label: 'I do' },
          ],
        },
        words: { kind: 'textarea', label: 'In what words?', maxLength: 1_000, rows: 2 },
        on: {
          kind: 'date',
          label: 'On which day?',
          required: 'Say on which day',
          notAfterToday: 'The day must not be after today',
        },
      },
    }),
  title: () => 'How is this goal going?',
  intro: ({ goal }) => {
    const last = lastMark(goal)
    return (
      <p class="govuk-body">
        <bdi class="tl-keep-lines">{goal.words}</bdi>
        {last && ` (last time: ${last.mark})`}
      </p>
    )
  },
  back: ({ child }) => planPath.to(child),
  initial: ({ today }) => ({ on: typedDate(today) }),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx, who, now }, values, { child, goal }) {
    await insertProgress(tx, {
      ...{ serviceId: who.serviceId, childId: child.childId, by: who.userId, at: now, lineId: goal.lineId },
      ...{ mark: Number(values.mark), saidBy: values['said-by'], words: values.words, on: values.on },
    })
    return redirect(planPath.to(child), 'How the goal is going has been saved.')
  },
})

const outcomeRoutes = formPage({
  path: outcomePath,
  permission: 'plans.write',
  about: 'child',
  change: 'Recorded how a goal ended',
  view: 'Opened the form for how a goal ended',
  load: request => loadGoal(request, ['signed']),
  form: () =>
    form({
      id: 'goal-outcome',
      fields: {
        outcome: {
          kind: 'choice',
          label: 'How did it end?',
          required: 'Choose how it ended',
          options: (Object.keys(outcomes) as (keyof typeof outcomes)[]).map(value => ({
            value,
            label: outcomes[value],
          })),
        },
        words: {
          kind: 'textarea',
          label: 'What helped, or what got in the way?',
          required: 'Say what helped, or what got in the way',
          maxLength: 2_000,
          rows: 3,
        },
        on: {
          kind: 'date',
          label: 'On which day?',
          required: 'Say on which day',
          notAfterToday: 'The day must not be after today',
        },
      },
    }),
  title: () => 'How did this goal end?',
  intro: ({ goal }) => (
    <p class="govuk-body">
      <bdi class="tl-keep-lines">{goal.words}</bdi>
    </p>
  ),
  back: ({ child }) => planPath.to(child),
  initial: ({ goal, today }) => ({
    outcome: goal.outcome ?? '',
    words: goal.outcomeWords,
    on: typedDate(goal.outcomeOn ?? today),
  }),
  version: ({ goal }) => goal.version,
  row: ({ goal }) => ({ table: 'plan_goal', key: { goal_id: goal.goalId } }),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx }, { outcome, words, on }, { child, plan, goal }) {
    if (!(await holdPlan(tx, plan, 'signed'))) return overtaken(plan)
    if (await endGoal(tx, goal, { outcome, words, on })) return redirect(planPath.to(child), 'Saved.')
    const theirs = await again(tx, plan, goal.goalId)
    return theirs
      ? {
          kind: 'collision',
          theirs: {
            outcome: theirs.outcome ?? '',
            words: theirs.outcomeWords,
            on: theirs.outcomeOn ? typedDate(theirs.outcomeOn) : '',
          },
          version: theirs.version,
        }
      : overtaken(plan)
  },
})

export const goalRoutes = [...addRoutes, ...editRoutes, ...removeRoutes, ...progressRoutes, ...outcomeRoutes]
