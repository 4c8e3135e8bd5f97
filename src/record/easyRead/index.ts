import type { SignedInRoute } from '../../platform/http/index.ts'
import { easyReadRoute } from './easyRead.page.tsx'
import { languageRoutes, wordsRoutes } from './words.page.tsx'

export {
  copiedGoals,
  directionOf,
  easyDay,
  easyMoment,
  fixedWords,
  isLanguage,
  languageName,
  languages,
  planLanguage,
  type Said,
  whoOf,
  wordingOf,
} from './copy.ts'
export { listLanguages, listPictures, listWords, saveCopy, savePicture } from './copyQueries.ts'
export { EasyPlan, pictureOfStep } from './EasyPlan.tsx'
export { type Look, lookFrom, looks } from './look.ts'

/** The routes of the child’s copy of the plan. */
export const easyReadRoutes: readonly SignedInRoute[] = [easyReadRoute, ...wordsRoutes, ...languageRoutes]
export { helpWords } from './help.ts'
