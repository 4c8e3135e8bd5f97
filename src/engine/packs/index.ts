export { checkDefinitions, type DefinitionFault } from './checkDefinitions.ts'
export { PracticeFault, practiceInUse, usePractice } from './inUse.ts'
export {
  assemblePractice,
  type FormName,
  findCodeList,
  findPathway,
  type Pack,
  type Practice,
} from './practice.ts'
