import { path } from '../../platform/http/index.ts'

export const teamPath = path('/team')
export const handSeveralPath = path('/team/:userId/hand-over')
export const notePath = path('/team/:userId/hand-over/note')
