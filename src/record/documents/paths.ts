import { path } from '../../platform/http/index.ts'

export const documentPath = path('/children/:childId/documents/:documentId')
export const writeDocumentPath = path('/children/:childId/documents/:documentId/write')
export const versionPath = path('/children/:childId/documents/:documentId/versions/:number')
export const draftWordPath = path('/children/:childId/documents/:documentId/draft.docx')
export const sendDocumentPath = path('/children/:childId/documents/:documentId/send')
export const copyPath = path('/children/:childId/documents/:documentId/copies/:copyId')
export const copyWordPath = path('/children/:childId/documents/:documentId/copies/:copyId/copy.docx')
export const setAsideDocumentPath = path('/children/:childId/documents/:documentId/set-aside')
