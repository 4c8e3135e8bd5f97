import { path } from '../../platform/http/index.ts'

export const giveFeedbackPath = path('/feedback/:token')
export const takeBackOwnPath = path('/feedback/:token/take-back')
export const paperPath = path('/feedback-forms/:form')
export const invitePath = path('/children/:childId/cases/:involvementId/feedback/:form/invite')
export const writePath = path('/children/:childId/cases/:involvementId/feedback/:form/write')
export const endInvitationPath = path(
  '/children/:childId/cases/:involvementId/feedback/invitations/:invitationId/end',
)
export const takeBackPath = path(
  '/children/:childId/cases/:involvementId/feedback/given/:feedbackId/take-back',
)
