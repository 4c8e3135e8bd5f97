export { checkDocument } from './checkDocument.ts'
export { DocumentView } from './DocumentView.tsx'
export {
  audiences,
  beginOwnWords,
  composeDocument,
  type DocumentDefinition,
  documentDefinition,
  type OpenPart,
  type OwnBlock,
  type OwnWords,
  type Subject,
  unwritten,
} from './definition.ts'
export type {
  AppointmentSource,
  ChildSource,
  EasyPlanSource,
  EasyWords,
  FormSource,
  PlanSource,
  SignedFormSource,
  SourceName,
  Sources,
} from './sources.ts'
export { type Block, type DocumentTree, missingIn, picturesIn } from './tree.ts'
export { writeWord } from './word.ts'
