import { path } from '../../platform/http/index.ts'

export const addNotePath = path('/children/:childId/notes/add')
export const notePath = path('/children/:childId/notes/:noteId')
export const editNotePath = path('/children/:childId/notes/:noteId/edit')
