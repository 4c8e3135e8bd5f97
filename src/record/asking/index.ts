import { askingRoutes as feedbackPages } from '../feedback/index.ts'
import { askRoute } from './ask.page.tsx'
import { loadCaseToAsk } from './loadToAsk.ts'
import { askByLinkPath, askPath, endLinkPath, takeBackSaidPath, typeInPath } from './paths.ts'
import { toAskRoutes } from './toAsk.page.tsx'
import { tryRoutes } from './try.page.tsx'

export { insertTry, type NewTry } from './askingQueries.ts'
export { toAskPath } from './paths.ts'

/** How it was, asked after the work by somebody who had no part in it. */
export const askingRoutes = [
  ...toAskRoutes,
  askRoute,
  ...tryRoutes,
  ...feedbackPages({
    paths: { invite: askByLinkPath, write: typeInPath, end: endLinkPath, takeBack: takeBackSaidPath },
    permission: 'feedback.ask',
    load: loadCaseToAsk,
    asksBy: ({ fromOutside }) => fromOutside !== undefined,
    back: of => askPath.to(of),
    backWords: 'Back',
  }),
]
