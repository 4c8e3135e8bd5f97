import type { SignedInRoute } from '../../platform/http/index.ts'
import { dropPackageRoutes } from './dropPackage.page.tsx'
import { makeTransferRoutes } from './make.page.tsx'
import { openRoutes } from './open.page.tsx'
import { otherServicesRoute } from './otherServices.page.tsx'
import { whichChildRoutes } from './whichChild.page.tsx'

export { clearTransferFilesJob } from './clearFiles.ts'
export { otherServices } from './OtherServices.tsx'
export { otherServicesPath } from './paths.ts'

/** The routes of records that go to other services and come from them. */
export const transferRoutes: readonly SignedInRoute[] = [
  ...makeTransferRoutes,
  otherServicesRoute,
  ...openRoutes,
  ...whichChildRoutes,
  ...dropPackageRoutes,
]
