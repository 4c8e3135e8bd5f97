export { type Scan, scanForViruses } from './clamd.ts'
export { type FileKind, fileKindOf, fileKinds, findFileKind, sizeWords } from './fileKind.ts'
export { safeFileName } from './safeName.ts'
