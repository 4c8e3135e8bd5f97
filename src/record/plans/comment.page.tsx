import { formPage } from '../../engine/forms/index.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { may } from '../../platform/access/index.ts'
import {
  type Answer,
  forbidden,
  notFound,
  type Request,
  redirect,
  turnBack,
} from '../../platform/http/index.ts'
import {
  type Comment,
  commentForm,
  findComment,
  insertComment,
  settleComment,
  settleForm,
} from '../assessments/index.ts'
import { childFrame, childOf } from '../children/index.ts'
import { planHref } from './loadPlan.ts'
import { GoalRead } from './PlanRead.tsx'
import { commentGoalPath, countersignPlanPath, settleGoalCommentPath } from './paths.ts'
import { type Goal, type Plan, strands } from './plan.ts'
import { findPlan } from './planQueries.ts'
import { mayCountersignPlan, whyNotCountersignPlan } from './sign.page.tsx'
import { listPlanSignings, listWriters } from './signingQueries.ts'

type Loaded = { plan: Plan; goal: Goal }

/** Whoever may countersign the plan, while it waits for that, writes beside its goals. */
async function loadToWrite(request: Request): Promise<Result<Loaded, Answer>> {
  const { tx, params, who } = request
  const child = await childOf(request)
  const plan = child && (await findPlan(tx, child.childId, params.planId ?? ''))
  const goal = plan?.goals.find(({ goalId }) => goalId === params.goalId)
  if (!child || !plan || !goal) return refused(notFound)
  const makers = { signings: await listPlanSignings(tx, plan), writers: await listWriters(tx, plan) }
  if (!mayCountersignPlan(makers, who, child.isRelated))
    return refused(forbidden(whyNotCountersignPlan(makers, who, child.isRelated)))
  return plan.state === 'sent'
    ? ok({ plan, goal })
    : refused(turnBack(planHref(plan), 'This plan does not wait to be countersigned.'))
}

/** The goal that a comment is about, under its strand. */
function AboutGoal({ plan, goal }: Loaded) {
  return (
    <>
      <h2 class="govuk-heading-m">{strands[goal.strand].title}</h2>
      <GoalRead plan={plan} goal={goal} />
    </>
  )
}

const writeRoutes = formPage({
  path: commentGoalPath,
  permission: 'plans.countersign',
  about: 'child',
  change: 'Commented on a plan',
  view: 'Opened the form to comment on a plan',
  load: loadToWrite,
  form: () => commentForm,
  title: () => 'Comment on a goal',
  intro: given => <AboutGoal {...given} />,
  back: ({ plan }) => countersignPlanPath.to(plan),
  frame: childFrame('plan'),
  submit: 'Write it down',
  async save({ tx, who, now }, { words }, { plan: { childId, planId }, goal }) {
    const by = { serviceId: who.serviceId, childId, planId, by: who.userId, at: now }
    await insertComment(tx, by, { question: goal.goalId, words })
    return redirect(countersignPlanPath.to({ childId, planId }), 'Your comment stands beside the goal.')
  },
})

type ToSettle = { plan: Plan; comment: Comment; goal: Goal | undefined }

const answeredAlready = 'Somebody has answered this comment already.'

/** Whoever may write the plan, while it is open, says what was done about a comment. */
async function loadToSettle(request: Request): Promise<Result<ToSettle, Answer>> {
  const { tx, params, who } = request
  const child = await childOf(request)
  const plan = child && (await findPlan(tx, child.childId, params.planId ?? ''))
  const comment = plan && (await findComment(tx, plan, params.commentId ?? ''))
  if (!child || !plan || !comment) return refused(notFound)
  if (!may('plans.write', who.roles, child.isRelated)) return refused(forbidden())
  if (plan.state !== 'open')
    return refused(turnBack(planHref(plan), 'This plan has been signed, and is no longer open.'))
  if (comment.outcome !== null && request.sent.names().length === 0)
    return refused(turnBack(planHref(plan), answeredAlready))
  return ok({ plan, comment, goal: plan.goals.find(({ goalId }) => goalId === comment.question) })
}

const settleRoutes = formPage({
  path: settleGoalCommentPath,
  permission: 'plans.write',
  about: 'child',
  change: 'Answered a comment on a plan',
  view: 'Opened a comment on a plan',
  load: loadToSettle,
  form: () => settleForm,
  title: () => 'Answer a comment',
  intro: ({ plan, goal, comment }) => (
    <>
      <p class="govuk-body tl-keep-lines" dir="auto">
        {comment.writtenBy} says: {comment.words}
      </p>
      {goal && <AboutGoal plan={plan} goal={goal} />}
    </>
  ),
  back: ({ plan }) => planHref(plan),
  version: ({ comment }) => comment.version,
  row: ({ comment }) => ({ table: 'assessment_comment', key: { comment_id: comment.commentId } }),
  overtaken: ({ comment }) => (comment.outcome === null ? undefined : <p>{answeredAlready}</p>),
  frame: childFrame('plan'),
  submit: 'Save',
  async save({ tx, who, now }, { outcome }, { plan, comment }, answers) {
    const { childId, planId } = plan
    const by = { serviceId: who.serviceId, childId, planId, by: who.userId, at: now }
    const answer = String(answers['outcome-reason'] ?? '')
    if (!(await settleComment(tx, by, comment, { outcome, answer })))
      return turnBack(planHref(plan), answeredAlready)
    return redirect(planHref(plan), 'Saved with the comment.')
  },
})

export const commentRoutes = [...writeRoutes, ...settleRoutes]
