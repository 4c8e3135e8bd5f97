import { type Places, seenBy } from './pageToSee.ts'

/** The plans with a child. */
export const pagesOfPlans: Places = {
  '/children/:childId/plan': it => [
    ...seenBy('officer', `/children/${it.screened}/plan`),
    ...seenBy('senior', `/children/${it.sentChild}/plan`),
  ],
  '/children/:childId/plan/begin': it => seenBy('officer', `/children/${it.merged}/plan/begin`),
  '/children/:childId/plan/:planId': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.signedPlan}`),
  '/children/:childId/plan/:planId/about': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.openPlan}/about`),
  '/children/:childId/plan/:planId/goals/add/:strand': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.openPlan}/goals/add/child-safe`),
  '/children/:childId/plan/:planId/goals/:goalId': it => seenBy('officer', goalOf(it)),
  '/children/:childId/plan/:planId/goals/:goalId/remove': it => seenBy('officer', `${goalOf(it)}/remove`),
  '/children/:childId/plan/:planId/goals/:goalId/progress': it =>
    seenBy('officer', `${signedGoalOf(it)}/progress`),
  '/children/:childId/plan/:planId/goals/:goalId/outcome': it =>
    seenBy('officer', `${signedGoalOf(it)}/outcome`),
  '/children/:childId/plan/:planId/goals/:goalId/steps/add': it =>
    seenBy('officer', `${goalOf(it)}/steps/add`),
  '/children/:childId/plan/:planId/goals/:goalId/steps/:stepId': it =>
    seenBy('officer', `${goalOf(it)}/steps/${it.planStep}`),
  '/children/:childId/plan/:planId/goals/:goalId/steps/:stepId/remove': it =>
    seenBy('officer', `${goalOf(it)}/steps/${it.planStep}/remove`),
  '/children/:childId/plan/:planId/goals/:goalId/steps/:stepId/done': it =>
    seenBy('officer', `${signedGoalOf(it)}/steps/${it.signedStep}/done`),
  '/children/:childId/plan/:planId/if/add': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.openPlan}/if/add`),
  '/children/:childId/plan/:planId/if/:contingencyId': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.openPlan}/if/${it.planContingency}`),
  '/children/:childId/plan/:planId/if/:contingencyId/remove': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.openPlan}/if/${it.planContingency}/remove`),
  '/children/:childId/plan/:planId/victims/:victimId': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.openPlan}/victims/${it.unheardVictim}`),
  '/children/:childId/plan/:planId/goals/:goalId/comment': it =>
    seenBy('senior', `/children/${it.sentChild}/plan/${it.sentPlan}/goals/${it.sentGoal}/comment`),
  '/children/:childId/plan/:planId/comments/:commentId': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.openPlan}/comments/${it.goalComment}`),
  '/children/:childId/plan/:planId/sign': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.openPlan}/sign`),
  '/children/:childId/plan/:planId/countersign': it =>
    seenBy('senior', `/children/${it.sentChild}/plan/${it.sentPlan}/countersign`),
  '/children/:childId/plan/:planId/take-back': it =>
    seenBy('officer', `/children/${it.sentChild}/plan/${it.sentPlan}/take-back`),
  '/children/:childId/plan/:planId/set-aside': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.openPlan}/set-aside`),
  '/children/:childId/plan/:planId/easy/:language': it => [
    ...seenBy('officer', `/children/${it.screened}/plan/${it.signedPlan}/easy/en`),
    ...seenBy(
      'officer',
      `/children/${it.screened}/plan/${it.openPlan}/easy/ur?look=contrast&look=letters`,
      `/children/${it.screened}/plan/${it.signedPlan}/easy/en?paper=yes`,
    ),
  ],
  '/children/:childId/plan/:planId/easy/:language/words': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.signedPlan}/easy/en/words`),
  '/children/:childId/plan/:planId/easy-language': it =>
    seenBy('officer', `/children/${it.screened}/plan/${it.signedPlan}/easy-language`),
  '/children/:childId/own-pages': it => seenBy('officer', `/children/${it.screened}/own-pages`),
  '/children/:childId/own-pages/make': it => seenBy('officer', `/children/${it.screened}/own-pages/make`),
  '/children/:childId/own-pages/:ownPageId/end': it =>
    seenBy('officer', `/children/${it.screened}/own-pages/${it.ownPage}/end`),
  '/children/:childId/own-pages/messages/:messageId/looked': it =>
    seenBy('senior', `/children/${it.screened}/own-pages/messages/${it.heardMessage}/looked`),
  '/children/:childId/own-pages/messages/:messageId/heard': it =>
    seenBy('officer', `/children/${it.screened}/own-pages/messages/${it.ownMessage}/heard`),
  '/account/for-children': () => seenBy('officer', '/account/for-children'),
  '/my/:token': it => seenBy('nobody', `/my/${it.ownPageToken}`, '/my/none'),
  '/children/:childId/needs/add': it => seenBy('officer', `/children/${it.screened}/needs/add`),
  '/children/:childId/needs/:needId': it => seenBy('officer', `/children/${it.screened}/needs/${it.need}`),
}

type Which = Parameters<NonNullable<Places[string]>>[0]
const goalOf = (it: Which) => `/children/${it.screened}/plan/${it.openPlan}/goals/${it.planGoal}`
const signedGoalOf = (it: Which) => `/children/${it.screened}/plan/${it.signedPlan}/goals/${it.signedGoal}`
