import { z } from 'zod'
import type { ApiRoute, Bodies, NamedSchema } from './apiRoute.ts'
import { type ProblemKind, problemSchema, problems } from './problems.ts'

/** A JSON Schema (draft 2020-12), as far as the document uses it. */
export type JsonSchema = {
  $ref?: string
  type?: string
  format?: string
  title?: string
  description?: string
  const?: unknown
  enum?: readonly unknown[]
  maxLength?: number
  pattern?: string
  required?: readonly string[]
  properties?: Readonly<Record<string, JsonSchema>>
  items?: JsonSchema
  anyOf?: readonly JsonSchema[]
  oneOf?: readonly JsonSchema[]
  discriminator?: { propertyName: string; mapping: Readonly<Record<string, string>> }
}

type Header = { description: string; schema: JsonSchema; required?: boolean }
type Content = Readonly<
  Record<
    string,
    {
      schema: JsonSchema
      example?: unknown
      examples?: Readonly<Record<string, { summary: string; value: unknown }>>
    }
  >
>
export type Response = { description: string; headers?: Readonly<Record<string, Header>>; content: Content }

export type Parameter = {
  name: string
  in: 'path' | 'header'
  required: boolean
  description: string
  schema: JsonSchema
}

/** What can be done at one address with one method. */
export type DocumentedOperation = {
  operationId: string
  summary: string
  description: string
  security: readonly { key: readonly string[] }[]
  parameters: readonly Parameter[]
  requestBody?: { required: true; content: Content }
  responses: Readonly<Record<string, Response>>
}

/** The document, in the form of OpenAPI 3.1. */
export type OpenApiDocument = {
  openapi: '3.1.1'
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: readonly { url: string }[]
  paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>
  components: {
    securitySchemes: { key: { type: 'http'; scheme: 'bearer'; description: string } }
    schemas: Readonly<Record<string, JsonSchema>>
  }
}

type Given = { today: Temporal.PlainDate; publicUrl: string; version: string }

/** Describes the routes from their own declarations and schemas, as they are on a day. */
export function openApiDocument(
  routes: readonly ApiRoute[],
  { today, publicUrl, version }: Given,
): OpenApiDocument {
  const schemas: Record<string, JsonSchema> = { Problem: asJsonSchema(problemSchema, 'output') }
  const refer = ({ name, of }: NamedSchema, io: 'input' | 'output') => {
    const schema = asJsonSchema(of(today), io)
    if (schemas[name] && JSON.stringify(schemas[name]) !== JSON.stringify(schema))
      throw new Error(`Two schemas of the API are called “${name}”`)
    schemas[name] = schema
    return { $ref: `#/components/schemas/${name}` }
  }
  const contentOf = ({ by, of }: Bodies) => {
    const bodies = of(today).map(body => ({ ...body, schema: refer(body, 'input') }))
    const mapping = bodies.flatMap(({ is, schema }) => is.map(value => [value, schema.$ref]))
    return {
      schema: {
        oneOf: bodies.map(({ schema }) => schema),
        discriminator: { propertyName: by, mapping: Object.fromEntries(mapping) },
      },
      examples: Object.fromEntries(
        bodies.map(({ name, title, example }) => [name, { summary: title, value: example }]),
      ),
    }
  }
  const operation = (route: ApiRoute): DocumentedOperation => {
    const { id, title, words, bodies, answers } = route.operation
    return {
      operationId: id,
      summary: title,
      description: words.join('\n\n'),
      security: [{ key: [route.scope] }],
      parameters: parametersOf(route),
      ...(bodies && {
        requestBody: { required: true, content: { 'application/json': contentOf(bodies) } },
      }),
      responses: {
        ...Object.fromEntries(
          Object.entries(answers).map(([status, answer]) => [
            status,
            {
              description: answer.words,
              headers: { ...limits, ...(Number(status) === 201 ? { Location: location } : {}) },
              content: { 'application/json': { schema: refer(answer, 'output'), example: answer.example } },
            },
          ]),
        ),
        ...problemsOf(route),
      },
    }
  }
  const paths: Record<string, Record<string, DocumentedOperation>> = {}
  for (const route of routes) {
    const address = route.path.pattern.replace(/:(\w+)/g, '{$1}')
    paths[address] = { ...paths[address], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Throughline',
      version,
      description:
        'For systems of partners that send to a youth justice service. Every request shows a key of the service; every refusal is a problem in the form of RFC 9457.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A key that an administrator of the service has made, with the scopes that are needed.',
        },
      },
      schemas,
    },
  }
}

/** A schema of Zod as JSON Schema. Where a format says what is meant, its pattern is left out: nobody can read it. */
function asJsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern
    },
  })
  return rest as JsonSchema
}

function parametersOf({ operation, isOnce }: ApiRoute): Parameter[] {
  const inPath = Object.entries(operation.params ?? {}).map(
    ([name, description]): Parameter => ({
      name,
      in: 'path',
      required: true,
      description,
      schema: { type: 'string' },
    }),
  )
  if (!isOnce) return inPath
  const description =
    'A new key for each thing that you send, such as a random UUID. The same key with the same body is done once and answered alike for 24 hours.'
  return [
    ...inPath,
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description,
      schema: { type: 'string', maxLength: 255 },
    },
  ]
}

const limits: Readonly<Record<string, Header>> = {
  'RateLimit-Policy': {
    description: 'How many requests the key may make in how many seconds: "key";q=120;w=60',
    schema: { type: 'string' },
  },
  RateLimit: {
    description:
      'How many of them are left, and in how many seconds they are all there again: "key";r=119;t=60',
    schema: { type: 'string' },
  },
}
const location: Header = { description: 'Where to ask what became of it', schema: { type: 'string' } }
const retryAfter: Header = { description: 'After how many seconds to come again', schema: { type: 'string' } }
const askForKey: Header = { description: 'Which key is needed', schema: { type: 'string' } }

/** The problems that a route can answer with. */
function kindsOf({ method, operation, isOnce }: ApiRoute): ProblemKind[] {
  return [
    'unreadable',
    ...(isOnce ? (['no-idempotency-key'] as const) : []),
    'no-key',
    'key-refused',
    'missing-scope',
    'from-a-page',
    ...(operation.params ? (['not-found'] as const) : []),
    'wrong-method',
    ...(isOnce ? (['in-progress'] as const) : []),
    ...(method === 'POST' ? (['too-large', 'wrong-type', 'invalid'] as const) : []),
    ...(isOnce ? (['idempotency-key-used'] as const) : []),
    'too-many',
    'failure',
    'unavailable',
  ]
}

function headersOf(status: number): Record<string, Header> {
  if (status === 401 || status === 403) return { 'WWW-Authenticate': askForKey }
  if (status === 409 || status === 429 || status === 503) return { 'Retry-After': retryAfter }
  return {}
}

function problemsOf(route: ApiRoute): Record<string, Response> {
  const byStatus = Map.groupBy(kindsOf(route), kind => problems[kind].status)
  return Object.fromEntries(
    [...byStatus].map(([status, kinds]) => [
      String(status),
      {
        description: kinds.map(kind => `${problems[kind].title}. ${problems[kind].words}`).join('\n\n'),
        headers: headersOf(status),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}
