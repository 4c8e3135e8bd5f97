import { path } from '../../platform/http/index.ts'

export const appointmentsPath = path('/appointments')
export const planPath = path('/children/:childId/contacts/plan')
export const addContactPath = path('/children/:childId/contacts/add')
export const appointmentPath = path('/children/:childId/contacts/:appointmentId')
export const howItWentPath = path('/children/:childId/contacts/:appointmentId/record')
export const keptPath = path('/children/:childId/contacts/:appointmentId/kept')
export const missedPath = path('/children/:childId/contacts/:appointmentId/missed')
export const cancelPath = path('/children/:childId/contacts/:appointmentId/cancel')
export const movePath = path('/children/:childId/contacts/:appointmentId/move')
export const followUpPath = path('/children/:childId/contacts/:appointmentId/follow-up')
export const takeBackPath = path('/children/:childId/contacts/:appointmentId/take-back')
