import { path } from '../../platform/http/index.ts'

export const weekPath = path('/week')
export const feedsPath = path('/week/calendars')
export const addFeedPath = path('/week/calendars/add')
export const endFeedPath = path('/week/calendars/:feedId/end')
/** For calendar programs, which cannot sign in: the token says whose appointments they are. */
export const feedPath = path('/calendar/:token')
