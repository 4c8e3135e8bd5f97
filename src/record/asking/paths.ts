import { path } from '../../platform/http/index.ts'

/** Those who are asked how it was by somebody who had no part in the work. */
export const toAskPath = path('/to-ask')
export const askPath = path('/to-ask/:childId/:involvementId')
export const tryPath = path('/to-ask/:childId/:involvementId/try')
export const askByLinkPath = path('/to-ask/:childId/:involvementId/:form/invite')
export const typeInPath = path('/to-ask/:childId/:involvementId/:form/write')
export const endLinkPath = path('/to-ask/:childId/:involvementId/links/:invitationId/end')
export const takeBackSaidPath = path('/to-ask/:childId/:involvementId/said/:feedbackId/take-back')
