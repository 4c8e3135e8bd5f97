import { path } from '../../platform/http/index.ts'

/** The forms about all children. */
export const allFormsPath = path('/assessments')
export const beginPath = path('/children/:childId/assessments/begin/:form')
export const assessmentPath = path('/children/:childId/assessments/:assessmentId')
export const sectionPath = path('/children/:childId/assessments/:assessmentId/sections/:section')
export const changesPath = path('/children/:childId/assessments/:assessmentId/changes')
export const jsonPath = path('/children/:childId/assessments/:assessmentId/answers.json')
export const signPath = path('/children/:childId/assessments/:assessmentId/sign')
export const countersignPath = path('/children/:childId/assessments/:assessmentId/countersign')
export const takeBackPath = path('/children/:childId/assessments/:assessmentId/take-back')
export const setAsidePath = path('/children/:childId/assessments/:assessmentId/set-aside')
export const commentPath = path('/children/:childId/assessments/:assessmentId/comment/:question')
export const settleCommentPath = path('/children/:childId/assessments/:assessmentId/comments/:commentId')

/** Where the writer says what was done about a comment on a form. */
export const settling =
  (of: { childId: string; assessmentId: string }) =>
  ({ commentId }: { commentId: string }): string =>
    settleCommentPath.to({ ...of, commentId })
