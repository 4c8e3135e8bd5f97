export { openArchive } from './archive.ts'
export { backUp } from './backUp.ts'
export { BackupFault, type Manifest, secretMark, type TableEntry } from './manifest.ts'
export { restore } from './restore.ts'
