import { path } from '../../platform/http/index.ts'

export const eventsPath = path('/children/:childId/events')
export const addEventPath = path('/children/:childId/events/add')
export const mistakenEventPath = path('/children/:childId/events/:eventId/mistaken')
