export {
  type CodeEntry,
  type CodeList,
  type CodeOf,
  codeList,
  codesInForce,
  isUnverified,
  labelOf,
  type NextStep,
  nextStepsOf,
} from './codeList.ts'
export { type CodeMapping, codeMapping, type MappedCode, type MappingRow, mapCode } from './codeMapping.ts'
