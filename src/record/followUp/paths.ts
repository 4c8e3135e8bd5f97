import { path } from '../../platform/http/index.ts'

export const followUpsPath = path('/follow-ups')
export const followUpPath = path('/children/:childId/cases/:involvementId/follow-up')
export const addCheckPath = path('/children/:childId/cases/:involvementId/follow-up/checks/add')
export const judgePath = path('/children/:childId/cases/:involvementId/follow-up/offences/:offenceId')
export const addExitPath = path('/children/:childId/cases/:involvementId/exits/add')
export const exitPath = path('/children/:childId/cases/:involvementId/exits/:exitId')
export const exitBeganPath = path('/children/:childId/cases/:involvementId/exits/:exitId/began')
