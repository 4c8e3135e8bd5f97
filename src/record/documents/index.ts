import type { SignedInRoute } from '../../platform/http/index.ts'
import { beginDocumentRoutes } from './begin.page.tsx'
import { copyRoutes } from './copy.page.tsx'
import { documentRoute, versionRoute } from './document.page.tsx'
import { documentsRoute } from './list.page.tsx'
import { sendDocumentRoutes } from './send.page.tsx'
import { setAsideDocumentRoutes } from './setAside.page.tsx'
import { writeDocumentRoutes } from './write.page.tsx'

export { definitionOf } from './document.ts'
export { findDocumentOf } from './documentQueries.ts'
export { beginDocument, saveWords, sendDocument } from './writeDocument.ts'

/** The routes of documents about a child. */
export const documentRoutes: readonly SignedInRoute[] = [
  documentsRoute,
  ...beginDocumentRoutes,
  documentRoute,
  versionRoute,
  ...writeDocumentRoutes,
  ...sendDocumentRoutes,
  ...setAsideDocumentRoutes,
  ...copyRoutes,
]
