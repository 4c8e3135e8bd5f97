export { isRelated, relationTo, type ShutOut, whyShutOut } from './access.ts'
export {
  type Access,
  type Colleague,
  hasPartIn,
  listEverybody,
  listStaff,
  readAccess,
  type StaffMember,
  seesChildren,
} from './accessQueries.ts'
export { addChild, addOtherName, type NameKind, type NewChild } from './addChild.ts'
export { addOffence, type NewOffence } from './addOffence.ts'
export { addPerson, type NewPerson } from './addPerson.ts'
export { insertAlert, insertAlertOnce } from './alertQueries.ts'
export { alertTitles, alertWords } from './alerts.ts'
export { sharesBarredName } from './barred.ts'
export { beforeBirthWords } from './beforeBirth.ts'
export { ChildLink } from './ChildLink.tsx'
export { changeDetails, learnBirthDate, typedFromChild } from './changeDetails.ts'
export { ageCell, ageKnown, ageWords, birthDateWords, type Child, nameOf } from './child.ts'
export { loadChild } from './childQueries.ts'
export { codeLabel, codeOptions, codeWords, listCaution } from './codes.ts'
export { type ConfidentialHomes, readConfidentialHomes } from './confidentialHome.ts'
export { addressWords, disabilityIn, interpreterWords } from './details.page.tsx'
export { KeptFrom } from './Facts.tsx'
export { type FactChange, listFactChanges } from './factChanges.ts'
export { type Fact, type FactKindName, factLines, factTitle } from './factKinds.ts'
export { changeFact, endFacts, insertFact, keepCurrent, listFacts } from './factQueries.ts'
export { childFrame, childOf, childPage } from './frame.tsx'
export { countBrokenGlass } from './glassQueries.ts'
export { confirmable, insertConfirmations, knownFacts, knownNames } from './knownFacts.ts'
export { loadOfCase, loadOfForm, type OfCase } from './loadOfForm.ts'
export { MakeDocument } from './MakeDocument.tsx'
export { mergedInto } from './mergedQueries.ts'
export { listOtherNames, nameKindWords } from './nameQueries.ts'
export {
  deletePair,
  insertPair,
  listPairs,
  listPairsAmong,
  type Pair,
  type Relation,
  relationWords,
} from './pairQueries.ts'
export {
  addAlertPath,
  addFactPath,
  assessmentsPath,
  beforeVisitPath,
  beginDocumentPath,
  breakGlassPath,
  casePath,
  casesPath,
  childPath,
  childrenPath,
  chronologyPath,
  contactsPath,
  documentsPath,
  filesPath,
  glassReviewsPath,
  leftToNobodyPath,
  meetingsPath,
  mergePath,
  notePath,
  notesPath,
  notSamePath,
  offencesPath,
  otherRecordPath,
  ownPagesPath,
  passOnVictimPath,
  planPath,
  safetyPath,
  sameChildPath,
  searchPath,
  sharingPath,
  takeBackNotSamePath,
  unmergePath,
} from './paths.ts'
export type { PersonKind } from './personKinds.ts'
export { listPeople, type Person } from './personQueries.ts'
export { type FollowedAlerts, followAlerts, raiseAlerts, raisedWords, standWords } from './raiseAlerts.ts'
export { childRoutes } from './routes.ts'
export { SameNameMark } from './SameName.tsx'
export {
  type Found,
  findRestricted,
  type Match,
  mostFound,
  searchChildren,
} from './searchQueries.ts'
export { readSearch, type SearchTerms } from './searchTerms.ts'
export type { Section } from './sections.ts'
export { talkingWords } from './toldByForm.ts'
export { insertTold } from './toldQueries.ts'
export { ChildAlerts, HowToTalk, KnowBeforeContact } from './WhatToKnow.tsx'
export { onTheWall, typedTime, wallMoment } from './wallTime.ts'
export {
  type ForNamed,
  holdChild,
  holdRestrictions,
  isLastToOpen,
  listArrivalsForNamed,
  listLeftToNobody,
  seeing,
} from './whoCanOpenQueries.ts'
