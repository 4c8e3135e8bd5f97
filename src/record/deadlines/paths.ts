import { path } from '../../platform/http/index.ts'

export const deadlinesPath = path('/deadlines')
export const deadlinePath = path('/deadlines/:pathway/:clock')
export const setLengthPath = path('/deadlines/:pathway/:clock/own-length')
export const endLengthPath = path('/deadlines/lengths/:overrideId/end')
