import { path } from '../../platform/http/index.ts'

export const signInPath = path('/sign-in')
export const signOutPath = path('/sign-out')
export const secondFactorPath = path('/sign-in/second-factor')
export const accountPath = path('/account')
