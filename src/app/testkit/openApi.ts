import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { LightMyRequestResponse } from 'fastify'
import type { OpenApiDocument } from '../../platform/api/index.ts'
import type { TestService } from './service.ts'

/** The document of a running service, and answers held against it. */
export type TestDocument = {
  document: OpenApiDocument
  /** What of an answer is not as the document says; none when all is. */
  faultsOf(operationId: string, answer: LightMyRequestResponse): string[]
  /** What of a body to be sent is not as the document says. */
  faultsOfBody(operationId: string, body: unknown): string[]
}

/** Asks a service for its document, as a program would. */
export async function readDocument({ server }: Pick<TestService, 'server'>): Promise<TestDocument> {
  const document = (await server.inject('/api/openapi.json')).json<OpenApiDocument>()
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(document, 'document')

  const faultsAt = (pointer: readonly string[], value: unknown): string[] => {
    const path = pointer.map(part => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    const validate = ajv.compile({ $ref: `document#/${path.join('/')}` })
    validate(value)
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
  const find = (operationId: string) => {
    for (const [address, methods] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(methods))
        if (operation.operationId === operationId) return { at: ['paths', address, method], operation }
    throw new Error(`The document knows no ${operationId}`)
  }

  return {
    document,
    faultsOf(operationId, answer) {
      const { at, operation } = find(operationId)
      const status = String(answer.statusCode)
      const response = operation.responses[status]
      if (!response) return [`${status} is not in the document`]
      const type = String(answer.headers['content-type']).split(';')[0] ?? ''
      if (!(type in response.content)) return [`${status} is not said to be ${type}`]
      const cookie = answer.headers['set-cookie'] === undefined ? [] : ['it sets a cookie']
      return [...cookie, ...faultsAt([...at, 'responses', status, 'content', type, 'schema'], answer.json())]
    },
    faultsOfBody(operationId, body) {
      return faultsAt([...find(operationId).at, 'requestBody', 'content', 'application/json', 'schema'], body)
    },
  }
}
