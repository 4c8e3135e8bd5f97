import type { Route } from '../../platform/http/index.ts'
import { cardRoutes } from './card.page.tsx'
import { makeRoutes } from './make.page.tsx'
import { manageRoutes } from './manage.page.tsx'
import { myRoutes } from './my.page.tsx'

export { saveCard } from './cardQueries.ts'
export { faultOnOwnPage } from './faults.tsx'
export { insertMessage, listInDanger, listTried, listUnheard } from './messageQueries.ts'
export { listOwnPages, makeOwnPage } from './ownPageQueries.ts'
export { Unheard } from './Unheard.tsx'

/** The routes of the pages for children and parents, and of those who make them. */
export const ownPageRoutes: readonly Route[] = [...manageRoutes, ...makeRoutes, ...cardRoutes, ...myRoutes]
