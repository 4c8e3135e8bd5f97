import type { SignedInRoute } from '../../platform/http/index.ts'
import { addFileRoutes } from './add.page.tsx'
import { fileRoutes } from './files.page.tsx'
import { giveOutRoutes } from './giveOut.ts'
import { removeFileRoutes } from './remove.page.tsx'

export { type Attachment, listFiles } from './attachmentQueries.ts'
export { FileTable } from './FileTable.tsx'
export { addFileToNotePath } from './paths.ts'
export { scanFile } from './scanFile.ts'
export { takeInFile } from './takeIn.ts'

/** The routes of files about a child. */
export const attachmentRoutes: readonly SignedInRoute[] = [
  ...addFileRoutes,
  ...fileRoutes,
  ...giveOutRoutes,
  ...removeFileRoutes,
]
