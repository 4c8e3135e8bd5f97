import { form, formPage, type Typed } from '../../engine/forms/index.ts'
import { redirect } from '../../platform/http/index.ts'
import { childFrame, planPath } from '../children/index.ts'
import { loadContingency, loadPlan, overtaken } from './loadPlan.ts'
import { addContingencyPath, contingencyPath, removeContingencyPath } from './paths.ts'
import type { Contingency } from './plan.ts'
import { findPlan } from './planQueries.ts'
import { changeContingency, deleteContingency, holdPlan, insertContingency } from './planWrites.ts'

const contingencyForm = form({
  id: 'plan-contingency',
  fields: {
    if: {
      kind: 'textarea',
      label: 'If this happens',
      hint: 'Like “if he does not come home by ten”',
      required: 'Say what may happen',
      maxLength: 500,
      rows: 2,
    },
    // Not “then”: an object with something of this name is taken for a promise.
    do: {
      kind: 'textarea',
      label: 'Then we do this',
      required: 'Say what is then done',
      maxLength: 1_000,
      rows: 2,
    },
    who: {
      kind: 'text',
      label: 'Who does it?',
      hint: 'Like “his mother, and then the duty worker”',
      required: 'Say who does it',
      maxLength: 200,
    },
  },
})

const typed = (it: Contingency): Typed => ({ if: it.ifWords, do: it.thenWords, who: it.whoWords })
const said = (values: { if: string; do: string; who: string }) => ({
  ifWords: values.if,
  thenWords: values.do,
  whoWords: values.who,
})

const addRoutes = formPage({
  path: addContingencyPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Added what is done if something goes wrong',
  view: 'Opened the form for what is done if something goes wrong',
  load: request => loadPlan(request, ['open']),
  form: () => contingencyForm,
  title: () => 'If something goes wrong',
  back: ({ child }) => planPath.to(child),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx, who }, values, { child, plan }) {
    if (!(await holdPlan(tx, plan, 'open'))) return overtaken(plan)
    const { childId, planId } = plan
    await insertContingency(tx, { serviceId: who.serviceId, childId, planId }, said(values))
    return redirect(planPath.to(child), 'Saved.')
  },
})

const editRoutes = formPage({
  path: contingencyPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Changed what is done if something goes wrong',
  view: 'Opened the form to change what is done if something goes wrong',
  load: request => loadContingency(request, ['open']),
  form: () => contingencyForm,
  title: () => 'If something goes wrong',
  back: ({ child }) => planPath.to(child),
  initial: ({ contingency }) => typed(contingency),
  version: ({ contingency }) => contingency.version,
  row: ({ contingency }) => ({
    table: 'plan_contingency',
    key: { contingency_id: contingency.contingencyId },
  }),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx }, values, { child, plan, contingency }) {
    if (!(await holdPlan(tx, plan, 'open'))) return overtaken(plan)
    if (await changeContingency(tx, contingency, said(values))) return redirect(planPath.to(child), 'Saved.')
    const now = await findPlan(tx, child.childId, plan.planId)
    const theirs = now?.contingencies.find(({ contingencyId }) => contingencyId === contingency.contingencyId)
    return theirs ? { kind: 'collision', theirs: typed(theirs), version: theirs.version } : overtaken(plan)
  },
})

const removeRoutes = formPage({
  path: removeContingencyPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Took out what is done if something goes wrong',
  view: 'Opened the form to take out what is done if something goes wrong',
  load: request => loadContingency(request, ['open']),
  form: () => form({ id: 'remove-contingency', fields: {} }),
  title: () => 'Take this out of the plan?',
  intro: ({ contingency: { ifWords, thenWords } }) => (
    <p class="govuk-body tl-keep-lines">
      If: <bdi>{ifWords}</bdi>. Then: <bdi>{thenWords}</bdi>
    </p>
  ),
  back: ({ child }) => planPath.to(child),
  version: ({ contingency }) => contingency.version,
  row: ({ contingency }) => ({
    table: 'plan_contingency',
    key: { contingency_id: contingency.contingencyId },
  }),
  frame: childFrame('plan'),
  submit: 'Take it out',
  isWarning: true,
  async save({ tx }, _values, { child, plan, contingency }) {
    if (!(await holdPlan(tx, plan, 'open'))) return overtaken(plan)
    await deleteContingency(tx, contingency)
    return redirect(planPath.to(child), 'It is out of the plan.')
  },
})

export const contingencyRoutes = [...addRoutes, ...editRoutes, ...removeRoutes]
