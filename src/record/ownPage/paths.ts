import { path } from '../../platform/http/index.ts'

export const makeOwnPagePath = path('/children/:childId/own-pages/make')
export const endOwnPagePath = path('/children/:childId/own-pages/:ownPageId/end')
export const heardPath = path('/children/:childId/own-pages/messages/:messageId/heard')
export const lookedPath = path('/children/:childId/own-pages/messages/:messageId/looked')
/** What children and parents read of whoever has signed in. */
export const workerCardPath = path('/account/for-children')

/** For the child or the parent, who do not sign in: the token says whose page it is, and the PIN opens it. */
export const ownPagePath = path('/my/:token')
export const openOwnPagePath = path('/my/:token/open')
export const closeOwnPagePath = path('/my/:token/close')
export const ownLookPath = path('/my/:token/look')
export const ownMarkPath = path('/my/:token/goals/:goalId')
export const cannotComePath = path('/my/:token/meetings/:appointmentId/cannot-come')
export const ownCalendarPath = path('/my/:token/calendar')
export const ownSayPath = path('/my/:token/say')
