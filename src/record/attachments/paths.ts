import { path } from '../../platform/http/index.ts'

export const addFilePath = path('/children/:childId/files/add')
export const addFileToNotePath = path('/children/:childId/notes/:noteId/files/add')
export const filePath = path('/children/:childId/files/:fileId')
export const downloadPath = path('/children/:childId/files/:fileId/download')
export const picturePath = path('/children/:childId/files/:fileId/picture')
export const scanPath = path('/children/:childId/files/:fileId/scan')
export const removeFilePath = path('/children/:childId/files/:fileId/remove')
