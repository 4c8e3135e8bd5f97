import { path } from '../../platform/http/index.ts'

export const figuresPath = path('/figures')
