import { path } from '../../platform/http/index.ts'

/** One plan, as it stands or stood; the plan in force is the section of the child’s record. */
export const onePlanPath = path('/children/:childId/plan/:planId')
export const beginPlanPath = path('/children/:childId/plan/begin')
export const aboutPlanPath = path('/children/:childId/plan/:planId/about')
export const addGoalPath = path('/children/:childId/plan/:planId/goals/add/:strand')
export const goalPath = path('/children/:childId/plan/:planId/goals/:goalId')
export const removeGoalPath = path('/children/:childId/plan/:planId/goals/:goalId/remove')
export const progressPath = path('/children/:childId/plan/:planId/goals/:goalId/progress')
export const outcomePath = path('/children/:childId/plan/:planId/goals/:goalId/outcome')
export const addStepPath = path('/children/:childId/plan/:planId/goals/:goalId/steps/add')
export const stepPath = path('/children/:childId/plan/:planId/goals/:goalId/steps/:stepId')
export const removeStepPath = path('/children/:childId/plan/:planId/goals/:goalId/steps/:stepId/remove')
export const doneStepPath = path('/children/:childId/plan/:planId/goals/:goalId/steps/:stepId/done')
export const addContingencyPath = path('/children/:childId/plan/:planId/if/add')
export const contingencyPath = path('/children/:childId/plan/:planId/if/:contingencyId')
export const removeContingencyPath = path('/children/:childId/plan/:planId/if/:contingencyId/remove')
/** Why nothing is known of what somebody wishes who was harmed. */
export const silencePath = path('/children/:childId/plan/:planId/victims/:victimId')
/** What a senior says beside a goal and its steps, and what the writer did about it. */
export const commentGoalPath = path('/children/:childId/plan/:planId/goals/:goalId/comment')
export const settleGoalCommentPath = path('/children/:childId/plan/:planId/comments/:commentId')
export const signPlanPath = path('/children/:childId/plan/:planId/sign')
export const countersignPlanPath = path('/children/:childId/plan/:planId/countersign')
export const takeBackPlanPath = path('/children/:childId/plan/:planId/take-back')
export const setAsidePlanPath = path('/children/:childId/plan/:planId/set-aside')
export const addNeedPath = path('/children/:childId/needs/add')
export const needPath = path('/children/:childId/needs/:needId')
/** The child’s copy of a plan, in a language. */
export const easyReadPath = path('/children/:childId/plan/:planId/easy/:language')
