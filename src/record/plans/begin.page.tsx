import { form, formPage } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ok, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { notFound, redirect, turnBack } from '../../platform/http/index.ts'
import { childFrame, childOf, planPath } from '../children/index.ts'
import { type FromForms, readFromForms } from './fromForms.ts'
import { beginPlanPath } from './paths.ts'
import { currentPlans } from './planQueries.ts'
import { holdPlansOf, insertContingency, insertGoal, insertPlan, insertStep } from './planWrites.ts'

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
    if (next) return refused(turnBack(planPath.to(child), 'A plan is being written already.'))
    const readsForms = may('assessments.see', request.who.roles, child.isRelated)
    const said = inForce || !readsForms ? undefined : await readFromForms(request.tx, child.childId)
    return ok({ child, inForce, said })
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
  intro: ({ inForce, said }) => (
    <>
      <p class="govuk-body">
        {inForce
          ? 'The next plan begins with the goals and steps that are still open, and with what is done if something goes wrong. The plan in force holds until the next one is countersigned.'
          : 'Make it with the child, in the child’s words. A few goals are enough. It can be written part by part.'}
      </p>
      {said && said.titles.length > 0 && (
        <p class="govuk-body">
          It begins with what was written already in: {said.titles.join(', ')}. {beginsWith(said)} Change or
          take out what does not fit.
        </p>
      )}
    </>
  ),
  back: ({ child }) => planPath.to(child),
  initial: ({ child: { cases }, inForce }) => ({
    case: inForce?.involvementId ?? cases[0]?.involvementId ?? noCase,
  }),
  frame: childFrame('plan'),
  submit: 'Begin',
  async save({ tx, who, now }, { case: chosen }, { child, inForce, said }) {
    await holdPlansOf(tx, child.childId)
    const { next } = await currentPlans(tx, child.childId)
    if (next) return turnBack(planPath.to(child), 'Somebody else has just begun a plan.')
    const planId = await insertPlan(tx, {
      ...{ serviceId: who.serviceId, childId: child.childId, by: who.userId, at: now },
      involvementId: chosen === noCase ? null : chosen,
      after: inForce,
    })
    if (said) await takeOver(tx, { serviceId: who.serviceId, childId: child.childId, planId }, said)
    return redirect(planPath.to(child), 'The plan is begun.')
  },
})

const counted = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`)

function beginsWith({ goals, contingencies }: FromForms): string {
  const parts = [
    goals.length > 0 && counted(goals.length, 'goal', 'goals'),
    contingencies.length > 0 && `${counted(contingencies.length, 'thing', 'things')} that may go wrong`,
  ]
  return `${parts.filter(Boolean).join(', and ')}.`
}

type Which = { serviceId: string; childId: string; planId: string }

/** Writes into a new plan what forms said already. */
async function takeOver(tx: Work, which: Which, { goals, contingencies }: FromForms): Promise<void> {
  for (const { step, by, ...goal } of goals) {
    const goalId = await insertGoal(tx, which, goal)
    if (step !== '')
      await insertStep(
        tx,
        { ...which, goalId },
        { words: step, who: 'child', whoUserId: null, whoWords: '', dueOn: by },
      )
  }
  for (const each of contingencies) await insertContingency(tx, which, each)
}
