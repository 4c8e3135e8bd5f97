import { path } from '../../platform/http/index.ts'

export const otherServicesPath = path('/children/:childId/other-services')
export const makeTransferPath = path('/children/:childId/other-services/hand-over')
export const openWithPath = path('/children/:childId/other-services/:arrivedTransferId/open-case')
export const takeFilePath = path('/children/:childId/other-services/:transferId/file')
export const arrivedPackagePath = path('/arrivals/packages/:arrivedTransferId')
export const dropPackagePath = path('/arrivals/packages/:arrivedTransferId/not-ours')
