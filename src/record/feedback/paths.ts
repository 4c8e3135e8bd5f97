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

/** What they say, a quarter at a time. */
export const summaryPath = path('/what-they-say')
export const toReadPath = path('/what-they-say/to-read')
export const themesPath = path('/what-they-say/words/:feedbackId/:question')
export const whosePath = path('/what-they-say/words/:feedbackId/:question/whose')
export const addSaidAndDonePath = path('/what-they-say/done/add')
export const saidAndDonePath = path('/what-they-say/done/:entryId')
