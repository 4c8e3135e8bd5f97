import { path } from '../../platform/http/index.ts'

export const throughlinePath = path('/children/:childId/throughline')
