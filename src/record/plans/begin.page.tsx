import { form, formPage } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { notFound, redirect, turnBack } from '../../platform/http/index.ts'
import { childFrame, childOf, planPath } from '../children/index.ts'
import { beginPlanPath } from './paths.ts'
import { currentPlans } from './planQueries.ts'
import { holdPlansOf, insertPlan } from './planWrites.ts'

/** Of no case: the child is between two of them, say. */
const noCase = 'none'

export const beginRoutes = formPage({
  path: beginPlanPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Began a plan',
  view: 'Opened the form to begin a plan',
  async load(request) {
    const child = await childOf(request)
    if (!child) return refused(notFound)
    const { inForce, next } = await currentPlans(request.tx, child.childId)
    return next
      ? refused(turnBack(planPath.to(child), 'A plan is being written already.'))
      : ok({ child, inForce })
  },
  form: ({ child: { cases } }) =>
    form({
      id: 'begin-plan',
      fields: {
        case: {
          kind: 'choice',
          label: 'Which case is it for?',
          required: 'Choose the case that it is for',
          options: [
            ...cases.map(({ involvementId, pathway }) => ({
              value: involvementId,
              label: findPathway(practiceInUse(), pathway)?.title ?? pathway,
            })),
            { value: noCase, label: 'None of them' },
          ],
        },
      },
    }),
  title: ({ inForce }) => (inForce ? 'Write the next plan' : 'Begin a plan'),
  intro: ({ inForce }) => (
    <p class="govuk-body">
      {inForce
        ? 'The next plan begins with the goals and steps that are still open, and with what is done if something goes wrong. The plan in force holds until the next one is countersigned.'
        : 'Make it with the child, in the child’s words. A few goals are enough. It can be written part by part.'}
    </p>
  ),
  back: ({ child }) => planPath.to(child),
  initial: ({ child: { cases }, inForce }) => ({
    case: inForce?.involvementId ?? cases[0]?.involvementId ?? noCase,
  }),
  frame: childFrame('plan'),
  submit: 'Begin',
  async save({ tx, who, now }, { case: chosen }, { child, inForce }) {
    await holdPlansOf(tx, child.childId)
    const { next } = await currentPlans(tx, child.childId)
    if (next) return turnBack(planPath.to(child), 'Somebody else has just begun a plan.')
    await insertPlan(tx, {
      ...{ serviceId: who.serviceId, childId: child.childId, by: who.userId, at: now },
      involvementId: chosen === noCase ? null : chosen,
      after: inForce,
    })
    return redirect(planPath.to(child), 'The plan is begun.')
  },
})
