import { path } from '../../platform/http/index.ts'

export const arrivalsPath = path('/arrivals')
export const newArrivalPath = path('/arrivals/new')
export const newArrivalByPath = path('/arrivals/new/:route')
export const importPath = path('/arrivals/import')
export const exampleFilePath = path('/arrivals/example.csv')
export const importResultPath = path('/arrivals/imports/:importId')
export const importProgressPath = path('/arrivals/imports/:importId/progress')
export const importRowPath = path('/arrivals/imports/:importId/rows/:row')
export const dropRowPath = path('/arrivals/imports/:importId/rows/:row/drop')
export const takeBackRowPath = path('/arrivals/imports/:importId/rows/:row/take-back')
export const arrivalPath = path('/arrivals/:notificationId')
export const closeArrivalPath = path('/arrivals/:notificationId/close')
