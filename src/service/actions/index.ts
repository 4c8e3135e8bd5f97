import { actionRoute } from './action.page.tsx'
import { editRoutes } from './edit.page.tsx'
import { importRoutes } from './import.page.tsx'
import { actionListRoutes } from './list.page.tsx'
import { workRoutes } from './work.page.tsx'

export { actionsInDigest, actionsToday } from './ActionsToday.tsx'
export { type Action, ownersOf } from './action.ts'
export { actionsAbout } from './actionQueries.ts'
export { addAction } from './addAction.ts'
export { importActions } from './importActions.ts'
export { insertImport } from './importQueries.ts'
export { checkAction, finishAction, writeProgress } from './moveAction.ts'
export { actionsPath } from './paths.ts'
export { actionFileColumns } from './readActionRows.ts'
export { ActionTable } from './words.tsx'

/** The list first: `/actions/new` and `/actions/views` are no ids. */
export const actionRoutes = [...actionListRoutes, ...editRoutes, ...importRoutes, actionRoute, ...workRoutes]
