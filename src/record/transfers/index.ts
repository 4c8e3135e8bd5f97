import type { SignedInRoute } from '../../platform/http/index.ts'
import { dropPackageRoutes } from './dropPackage.page.tsx'
import { makeTransferRoutes } from './make.page.tsx'
import { openRoutes } from './open.page.tsx'
import { openWithRoutes } from './openWith.page.tsx'
import { otherServicesRoute } from './otherServices.page.tsx'
import { whichChildRoutes } from './whichChild.page.tsx'

export { listTakenIn } from './arrivedQueries.ts'
export { clearTransferFilesJob } from './clearFiles.ts'
export { keepPackage } from './keepPackage.ts'
export { makePackage } from './makePackage.ts'
export { otherServices } from './OtherServices.tsx'
export { openFromPackage } from './openFromPackage.ts'
export { type PackagePart, packageParts, readPackage, type TransferPackage } from './package.ts'
export { otherServicesPath } from './paths.ts'
export { takeIn } from './takeIn.ts'
export { takeFile } from './transferQueries.ts'

/** The routes of records that go to other services and come from them. */
export const transferRoutes: readonly SignedInRoute[] = [
  ...makeTransferRoutes,
  otherServicesRoute,
  ...openRoutes,
  ...whichChildRoutes,
  ...dropPackageRoutes,
  ...openWithRoutes,
]
