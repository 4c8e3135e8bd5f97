import { path } from '../../platform/http/index.ts'

export const actionsPath = path('/actions')
export const newActionPath = path('/actions/new')
export const importActionsPath = path('/actions/import')
export const actionImportPath = path('/actions/imports/:importId')
export const actionPath = path('/actions/:actionId')
export const changeActionPath = path('/actions/:actionId/change')
export const progressPath = path('/actions/:actionId/progress')
export const donePath = path('/actions/:actionId/done')
export const checkPath = path('/actions/:actionId/check')
export const giveUpPath = path('/actions/:actionId/give-up')
