import { path } from '../../platform/http/index.ts'

export const copyWordsPath = path('/children/:childId/plan/:planId/easy/:language/words')
export const copyLanguagePath = path('/children/:childId/plan/:planId/easy-language')
