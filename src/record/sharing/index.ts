import type { SignedInRoute } from '../../platform/http/index.ts'
import { agreementRoutes } from './agreements.page.tsx'
import { sharedRoutes } from './shared.page.tsx'
import { sharingRoute } from './sharing.page.tsx'

export { parties, standingOn } from './agreement.ts'
export { insertAgreement, insertShared, listAgreements } from './sharingQueries.ts'

/** The routes of consent and sharing. */
export const sharingRoutes: readonly SignedInRoute[] = [sharingRoute, ...agreementRoutes, ...sharedRoutes]
