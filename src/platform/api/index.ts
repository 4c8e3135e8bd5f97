export {
  type ApiKey,
  addPartnerSystem,
  endApiKey,
  listApiKeys,
  listPartnerSystems,
  makeApiKey,
  type PartnerSystem,
} from './apiKeyQueries.ts'
export {
  type ApiAnswer,
  type ApiRequest,
  type ApiRoute,
  apiRoute,
  type Bodies,
  type BodySchema,
  type Caller,
} from './apiRoute.ts'
export { clearApiAnswers } from './idempotency.ts'
export {
  type DocumentedOperation,
  type JsonSchema,
  type OpenApiDocument,
  openApiDocument,
} from './openApi.ts'
export { apiDocsPath, openApiPath } from './paths.ts'
export { type FieldProblem, invalid, problem, problems } from './problems.ts'
export { pointerTo, readBody } from './readBody.ts'
export { makeApi, requestsPerMinute } from './serveApi.ts'
