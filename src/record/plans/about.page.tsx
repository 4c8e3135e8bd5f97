import {
  form,
  formPage,
  type Option,
  type Typed,
  typedDate,
  type ValuesOf,
} from '../../engine/forms/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { policyOn } from '../../engine/plans/index.ts'
import { redirect } from '../../platform/http/index.ts'
import { childFrame, planPath } from '../children/index.ts'
import { contactsWords } from './contacts.ts'
import { type Loaded, loadPlan, overtaken } from './loadPlan.ts'
import { aboutPlanPath } from './paths.ts'
import type { Plan } from './plan.ts'
import { findPlan } from './planQueries.ts'
import { type AboutPlan, changePlan } from './planWrites.ts'

const levelOptions = ({ plan: { startsOn }, today }: Loaded): Option[] => {
  const policy = policyOn(practiceInUse().contactPolicies, startsOn ?? today)
  return policy
    ? policy.levels.map(level => ({
        value: level.id,
        label: level.title,
        hint: contactsWords(policy, level),
      }))
    : []
}

const aboutForm = (loaded: Loaded) =>
  form({
    id: 'about-plan',
    isPartial: true,
    fields: {
      'starts-on': { kind: 'date', label: 'When does the work begin?' },
      'review-on': {
        kind: 'date',
        label: 'When is the plan reviewed?',
        notBefore: { field: 'starts-on', message: 'The review must not be before the work begins' },
      },
      level: {
        kind: 'choice',
        label: 'How often do you meet?',
        hint: 'By the service’s own policy, not checked at its source',
        options: levelOptions(loaded),
      },
      delivery: {
        kind: 'textarea',
        label: 'What shapes how you work with this child?',
        hint: 'Like language, how the child takes things in, faith days, disability, school hours, ways and places that are safe',
        maxLength: 3_000,
        rows: 4,
      },
      harmed: {
        kind: 'choice',
        label: 'Was anybody harmed?',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: 'not-known', label: 'Not known' },
        ],
      },
      'no-wishes-reason': {
        kind: 'textarea',
        label: 'If their wishes are not known, or the record says otherwise: why?',
        hint: 'Only where nobody was passed on to the victim worker. For those who were, it is asked of each',
        maxLength: 2_000,
        rows: 3,
        appliesWhen: { field: 'harmed', is: ['yes', 'no', 'not-known'] },
      },
    },
  })

const typed = (plan: Plan): Typed => ({
  'starts-on': plan.startsOn ? typedDate(plan.startsOn) : '',
  'review-on': plan.reviewOn ? typedDate(plan.reviewOn) : '',
  level: plan.level ?? '',
  delivery: plan.delivery,
  harmed: plan.harmed ?? '',
  'no-wishes-reason': plan.noWishesReason,
})

const said = (values: ValuesOf<ReturnType<typeof aboutForm>['fields']>): AboutPlan => ({
  startsOn: values['starts-on'] ?? null,
  reviewOn: values['review-on'] ?? null,
  level: values.level ?? null,
  delivery: values.delivery,
  harmed: values.harmed ?? null,
  noWishesReason: values['no-wishes-reason'],
})

export const aboutRoutes = formPage({
  path: aboutPlanPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Wrote about a plan',
  view: 'Opened the form about a plan',
  load: request => loadPlan(request, ['open']),
  form: aboutForm,
  title: () => 'About the plan',
  back: ({ child }) => planPath.to(child),
  initial: ({ plan, today }) => ({
    ...typed(plan),
    ...(plan.startsOn ? {} : { 'starts-on': typedDate(today) }),
  }),
  version: ({ plan }) => plan.version,
  row: ({ plan }) => ({ table: 'plan', key: { plan_id: plan.planId } }),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx }, values, { child, plan }) {
    if (await changePlan(tx, plan, said(values))) return redirect(planPath.to(child), 'Saved.')
    const theirs = await findPlan(tx, child.childId, plan.planId)
    return theirs?.state === 'open'
      ? { kind: 'collision', theirs: typed(theirs), version: theirs.version }
      : overtaken(plan)
  },
})
