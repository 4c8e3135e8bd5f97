export { isRelated, relationTo, type ShutOut, whyShutOut } from './access.ts'
export { type Colleague, hasPartIn, listStaff, seesChildren } from './accessQueries.ts'
export { addChild, addOtherName, type NameKind, type NewChild } from './addChild.ts'
export { addOffence, type NewOffence } from './addOffence.ts'
export { addPerson, type NewPerson } from './addPerson.ts'
export { insertAlert, insertAlertOnce, isAlertOpen, rewordAlert } from './alertQueries.ts'
export { alertTitles, alertWords } from './alerts.ts'
export { ageWords, birthDateWords, type Child, nameOf } from './child.ts'
export { codeWords } from './codes.ts'
export { type FactKindName, factTitle } from './factKinds.ts'
export { changeFact, insertFact, listFacts } from './factQueries.ts'
export { childFrame, childOf, childPage } from './frame.tsx'
export { countBrokenGlass } from './glassQueries.ts'
export { loadOfForm } from './loadOfForm.ts'
export {
  beforeVisitPath,
  breakGlassPath,
  casesPath,
  childPath,
  childrenPath,
  chronologyPath,
  contactsPath,
  filesPath,
  glassReviewsPath,
  leftToNobodyPath,
  notePath,
  notesPath,
  offencesPath,
  safetyPath,
  searchPath,
  sharingPath,
} from './paths.ts'
export type { PersonKind } from './personKinds.ts'
export type { Person } from './personQueries.ts'
export { childRoutes } from './routes.ts'
export {
  type Found,
  findRestricted,
  type Match,
  mostFound,
  searchChildren,
} from './searchQueries.ts'
export { readSearch, type SearchTerms } from './searchTerms.ts'
export type { Section } from './sections.ts'
export { onTheWall, typedTime, wallMoment } from './wallTime.ts'
export {
  type ForNamed,
  holdChild,
  holdRestrictions,
  isLastToOpen,
  listArrivalsForNamed,
  listLeftToNobody,
} from './whoCanOpenQueries.ts'
