import { path } from '../../platform/http/index.ts'

export const victimsPath = path('/victims')
export const victimPath = path('/victims/:victimId')
export const editVictimPath = path('/victims/:victimId/edit')
export const consentPath = path('/victims/:victimId/consent')
export const addVictimContactPath = path('/victims/:victimId/contacts/add')
export const voicePath = path('/victims/:victimId/wishes/:childId')
export const endingsPath = path('/victims/:victimId/ended')
export const closeVictimPath = path('/victims/:victimId/close')
export const openVictimPath = path('/victims/:victimId/open')
