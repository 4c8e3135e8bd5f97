import { path } from '../../platform/http/index.ts'

export const addAgreementPath = path('/children/:childId/sharing/agreements/add')
export const agreementPath = path('/children/:childId/sharing/agreements/:agreementId')
export const withdrawPath = path('/children/:childId/sharing/agreements/:agreementId/withdraw')
export const addSharedPath = path('/children/:childId/sharing/add')
export const mistakenPath = path('/children/:childId/sharing/:sharedId/mistaken')
