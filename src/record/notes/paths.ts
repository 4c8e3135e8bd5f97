import { path } from '../../platform/http/index.ts'

export const addNotePath = path('/children/:childId/notes/add')
export const editNotePath = path('/children/:childId/notes/:noteId/edit')
export const noteVersionsPath = path('/children/:childId/notes/:noteId/versions')
export const searchNotesOfChildPath = path('/children/:childId/notes/search')
export const searchNotesPath = path('/notes/search')
