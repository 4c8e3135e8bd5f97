import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import { dayInUk } from '../../kernel/ukDay.ts'
import { inTransaction } from '../database/index.ts'
import { describeFault, type Fault, isPassing, type Platform, type ServerParts } from '../http/index.ts'
import type { ApiAnswer, ApiRoute, Caller } from './apiRoute.ts'
import { doOnce, printOf, readIdempotencyKey } from './idempotency.ts'
import { openApiDocument } from './openApi.ts'
import { apiDocsPath, openApiPath } from './paths.ts'
import { type Problem, type ProblemKind, problem, problemBody, problems } from './problems.ts'
import { limitHeaders, makeLimiter } from './rateLimit.ts'
import { recogniseKey } from './recogniseKey.ts'

export type ApiParts = {
  platform: Platform
  logger: Logger
  version: string
}

/** Under this every address is for programs, but for the page of documentation. */
const prefix = '/api'
/** What a body may hold where its route says nothing else. */
const usualBytes = 64 * 1024
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** So many requests a minute a key may make, of each node. */
export const requestsPerMinute = 120

/** What the server needs of the API. */
export function makeApi(parts: ApiParts): ServerParts['api'] {
  return {
    serve: (app, routes) => serveApi(app, parts, routes),
    refuseAddress(request, reply) {
      if (!request.url.startsWith(`${prefix}/`)) return false
      reply.header('x-request-id', request.id).header('cache-control', 'no-store')
      sendProblem(docsOf(parts), request, reply, problem('unreadable'))
      return true
    },
  }
}

const docsOf = ({ platform }: ApiParts) => `${platform.config.publicUrl}${apiDocsPath.to()}`

/**
 * Serves the routes of the API beside the pages, in a part of the server of its own: bodies are JSON and nothing else, no
 * cookie is read or set, and whatever goes wrong is told as a problem (RFC 9457), never as a page.
 */
async function serveApi(app: FastifyInstance, parts: ApiParts, routes: readonly ApiRoute[]): Promise<void> {
  const { platform, version } = parts
  const docs = docsOf(parts)
  const send = (request: FastifyRequest, reply: FastifyReply, answer: ApiAnswer) => {
    if (answer.kind === 'problem') return sendProblem(docs, request, reply, answer)
    if (answer.location !== undefined) reply.header('location', answer.location)
    return reply.status(answer.status).send(answer.body)
  }
  app.decorateRequest('caller', undefined)
  app.decorateRequest('bytes', undefined)
  await app.register(
    async api => {
      readJsonOnly(api)
      api.setErrorHandler((fault: Fault, request, reply) =>
        sendProblem(docs, request, reply, problemOf(parts, fault, request)),
      )
      api.setNotFoundHandler((request, reply) => sendProblem(docs, request, reply, problem('not-found')))
      // What the address may still do, in headers of another draft, would stand beside what the key may.
      api.addHook('onSend', async (_request, reply) => {
        for (const name of ['limit', 'remaining', 'reset']) reply.removeHeader(`x-ratelimit-${name}`)
      })
      const limiter = makeLimiter(requestsPerMinute)
      for (const route of routes) {
        api.route({
          method: route.method,
          url: withinApi(route.path.pattern),
          bodyLimit: route.maxBytes ?? usualBytes,
          onRequest: async (request, reply) => {
            const caller = await recogniseKey(platform.db, request.headers.authorization, platform.now())
            if ('kind' in caller) return send(request, reply, caller)
            request.caller = caller
            const allowance = limiter.count(caller.keyId, platform.now())
            reply.headers(limitHeaders(requestsPerMinute, allowance))
            const refusal = allowance.isWithin ? refuse(route, caller, request) : problem('too-many')
            return refusal && send(request, reply, refusal)
          },
          handler: async (request, reply) => send(request, reply, await answer(parts, route, request)),
        })
      }
      api.get(withinApi(openApiPath.pattern), async (_request, reply) => {
        const today = dayInUk(platform.now())
        return reply.send(openApiDocument(routes, { today, publicUrl: platform.config.publicUrl, version }))
      })
      refuseOtherMethods(api, [...routes, { method: 'GET', path: openApiPath }], (request, reply, allow) =>
        send(request, reply, problem('wrong-method', { headers: { allow } })),
      )
    },
    { prefix },
  )
}

function withinApi(pattern: string): string {
  return pattern.slice(prefix.length)
}

/** What is refused before the body is read. */
function refuse(route: ApiRoute, caller: Caller, request: FastifyRequest): Problem | undefined {
  if (!caller.scopes.includes(route.scope)) {
    return problem('missing-scope', {
      detail: `The key needs the scope ${route.scope}. Ask the service for one that has it.`,
      headers: {
        'www-authenticate': `Bearer realm="Throughline", error="insufficient_scope", scope="${route.scope}"`,
      },
    })
  }
  if (route.method === 'GET') return undefined
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers
  const isJson = /^application\/json *(;|$)/i.test(type) && encoding === 'identity'
  if (!isJson) return problem('wrong-type')
  return route.isOnce && readIdempotencyKey(request.headers['idempotency-key']) === undefined
    ? problem('no-idempotency-key')
    : undefined
}

/** Asks a route for its answer, in one transaction in the name of the caller's system. */
function answer({ platform }: ApiParts, route: ApiRoute, request: FastifyRequest): Promise<ApiAnswer> {
  const { caller, bytes = Buffer.alloc(0) } = request
  if (!caller) throw new Error('A request of the API came to its route without a caller')
  const { db, secret } = platform
  const now = platform.now()
  const context = {
    serviceId: caller.serviceId,
    userId: caller.systemId,
    request: request.id,
    purpose: route.audit.kind === 'none' ? undefined : route.audit.what,
  }
  return inTransaction(
    db,
    context,
    async tx => {
      const params = request.params as Record<string, string>
      const asked = { platform, caller, tx, params, json: request.body, now, today: dayInUk(now) }
      const key = readIdempotencyKey(request.headers['idempotency-key'])
      if (!route.isOnce || key === undefined) return route.handle(asked)
      const print = printOf(secret, `${route.method} ${request.url}`, bytes)
      return doOnce(tx, { caller, key, print, now }, () => route.handle(asked))
    },
    ({ kind }) => kind === 'done',
  )
}

/** Of all that the pages of the program take, the API takes JSON in UTF-8, and keeps its bytes to know it again. */
function readJsonOnly(api: FastifyInstance): void {
  api.removeAllContentTypeParsers()
  api.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    request.bytes = bytes as Buffer
    try {
      done(null, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(request.bytes)))
    } catch {
      done(Object.assign(new Error('not JSON'), { statusCode: 400 }))
    }
  })
}

type Served = { method: string; path: { pattern: string } }

/** Says which methods an address takes to whoever comes with another (RFC 9110, section 15.5.6). */
function refuseOtherMethods(
  api: FastifyInstance,
  served: readonly Served[],
  answer: (request: FastifyRequest, reply: FastifyReply, allow: string) => FastifyReply,
): void {
  for (const [pattern, routes] of Map.groupBy(served, ({ path }) => path.pattern)) {
    const own = routes.map(({ method }) => method)
    const allow = [...own, ...(own.includes('GET') ? ['HEAD'] : [])].join(', ')
    api.route({
      method: methods.filter(method => !own.includes(method)),
      url: withinApi(pattern),
      // Its body is of no interest, so it is not read.
      onRequest: async (request, reply) => answer(request, reply, allow),
      handler: async (request, reply) => answer(request, reply, allow),
    })
  }
}

/** A fault as what the sender is told of it. Only what is ours stands in the log. */
function problemOf({ logger }: ApiParts, fault: Fault, request: FastifyRequest): Problem {
  const { statusCode } = fault
  if (fault.code?.startsWith('FST_CSRF_')) return problem('from-a-page')
  if (statusCode !== undefined && statusCode < 500) return problem(kindOf[statusCode] ?? 'unreadable')
  if (isPassing(fault)) {
    logger.warn({ request: request.id, fault: fault.code ?? fault.name }, 'the database did not answer')
    return problem('unavailable', { headers: { 'retry-after': '10' } })
  }
  const route = request.routeOptions.url
  logger.error({ request: request.id, route, fault: describeFault(fault) }, 'a request of the API failed')
  return problem('failure')
}

const kindOf: Readonly<Record<number, ProblemKind>> = { 413: 'too-large', 415: 'wrong-type', 429: 'too-many' }

function sendProblem(
  docs: string,
  request: FastifyRequest,
  reply: FastifyReply,
  given: Problem,
): FastifyReply {
  return reply
    .status(problems[given.problem].status)
    .headers(given.headers ?? {})
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(given, request.id, docs)))
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose key the request showed, once it is known. */
    caller: Caller | undefined
    /** The body as it came. */
    bytes: Buffer | undefined
  }
}
