import { path } from '../../platform/http/index.ts'

export const digestPath = path('/profile/digest')
