export { relationTo } from './access.ts'
export { addChild, addOtherName, type NameKind, type NewChild } from './addChild.ts'
export { addOffence, type NewOffence } from './addOffence.ts'
export { addPerson, type NewPerson } from './addPerson.ts'
export { ageWords, birthDateWords, type Child, nameOf } from './child.ts'
export { loadChild } from './childQueries.ts'
export { ChildIdentity, childFrame, childOf, childPage } from './frame.tsx'
export {
  casesPath,
  childPath,
  childrenPath,
  chronologyPath,
  contactsPath,
  detailsPath,
  notesPath,
  offencesPath,
  searchPath,
} from './paths.ts'
export { type Section, sections } from './sections.ts'
