import { path } from '../http/index.ts'

/** The document that describes the API to programs, and the same for people. */
export const openApiPath = path('/api/openapi.json')
export const apiDocsPath = path('/api/docs')
