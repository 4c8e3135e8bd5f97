export { checkDefinitions, type DefinitionFault } from './checkDefinitions.ts'
export { PracticeFault, practiceInUse, usePractice } from './inUse.ts'
export {
  assemblePractice,
  findArrivalForm,
  findAssessmentForm,
  findCodeList,
  findDocument,
  findForum,
  findPathway,
  findRoute,
  listRoutes,
  type Pack,
  type Practice,
  type Route,
} from './practice.ts'
