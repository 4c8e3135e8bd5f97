import type { SignedInRoute } from '../../platform/http/index.ts'
import { easyReadRoute } from './easyRead.page.tsx'
import { languageRoutes, wordsRoutes } from './words.page.tsx'

export {
  easyMoment,
  isLanguage,
  languageName,
  languages,
  planLanguage,
  wordingOf,
} from './copy.ts'
export { listPictures, listWords, saveCopy, savePicture } from './copyQueries.ts'
export { EasyPlan } from './EasyPlan.tsx'
export { type Look, lookFrom, looks } from './look.ts'

/** The routes of the child’s copy of the plan. */
export const easyReadRoutes: readonly SignedInRoute[] = [easyReadRoute, ...wordsRoutes, ...languageRoutes]
