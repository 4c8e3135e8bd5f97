import { randomBytes } from 'node:crypto'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { PageAnswer } from './answer.ts'
import {
  describeFault,
  type Fault,
  failurePage,
  isPassing,
  notFoundPage,
  staleFormPage,
  tooLargePage,
  tooManyPage,
  unavailablePage,
  unreadablePage,
} from './faults.tsx'
import { handle, mostBytes, readSent, recogniseInto, refuseBody } from './handling.ts'
import { formBytes, protect } from './protection.ts'
import type { PageRoute } from './route.ts'
import { addressOf, makeSender, type Sender } from './sending.ts'
import type { FaultKind, ServerParts } from './serverParts.ts'
import { makeStreams } from './streams.ts'

/** The server with every route; not yet listening. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { platform, logger } = parts
  const secure = platform.config.publicUrl.startsWith('https:')
  const app = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address, hop) => hop < platform.config.trustedProxies,
    bodyLimit: formBytes,
    genReqId: () => randomBytes(9).toString('base64url'),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    // Comes before any hook and any page: an address such as /%ZZ.
    frameworkErrors: (_fault, request, reply) => refuseAddress(parts, request, reply),
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  })
  app.decorateRequest('who', undefined)
  app.decorateRequest('sent', undefined)
  app.decorateRequest('formToken', undefined)
  await protect(app, { secure, assetsFolder: parts.assetsFolder })
  addHooks(app, parts)
  const streams = makeStreams(platform.live)
  app.addHook('preClose', async () => streams.endAll())
  const sender = makeSender(parts, streams, secure)
  addFaultPages(app, parts, sender)
  for (const route of parts.routes) if (route.permission !== 'key') addRoute(app, parts, sender, route)
  await parts.api.serve(
    app,
    parts.routes.filter(route => route.permission === 'key'),
  )
  return app
}

function addHooks(app: FastifyInstance, { logger }: ServerParts): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
    if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'no-store')
    // Another site's page may not send ours a form; browsers say where a request comes from.
    const isFromElsewhere = request.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site'
    if (isFromElsewhere) throw Object.assign(new Error('cross-site'), { code: 'FST_CSRF_INVALID_TOKEN' })
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    if (route.startsWith('/assets/') || route.startsWith('/health/')) return
    logger.info({
      request: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      user: request.who?.userId,
      key: request.caller?.keyId,
    })
  })
}

function addFaultPages(app: FastifyInstance, parts: ServerParts, { sendPage }: Sender): void {
  const { logger } = parts
  const show = (request: FastifyRequest, reply: FastifyReply, kind: FaultKind, usual: PageAnswer) => {
    const { cookies, sent } = request
    const own = parts.ownFault?.({ kind, address: addressOf(request), cookies, sent })
    return sendPage(request, reply, own ?? usual)
  }
  app.setNotFoundHandler(async (request, reply) => {
    await recogniseInto(parts, request)
    return show(request, reply, 'not-found', notFoundPage)
  })
  app.setErrorHandler(async (fault: Fault, request, reply) => {
    if (fault.code?.startsWith('FST_CSRF_')) return show(request, reply, 'stale', staleFormPage)
    if (fault.statusCode === 429) return show(request, reply, 'too-many', tooManyPage)
    if (fault.statusCode === 413) return show(request, reply, 'too-large', tooLargePage)
    if (fault.statusCode !== undefined && fault.statusCode < 500)
      return show(request, reply, 'unreadable', unreadablePage)
    if (isPassing(fault)) {
      logger.warn({ request: request.id, fault: fault.code ?? fault.name }, 'the database did not answer')
      const usual = unavailablePage(request.method === 'POST')
      return show(request, reply.header('retry-after', '10'), 'unavailable', usual)
    }
    const route = request.routeOptions.url
    logger.error({ request: request.id, route, fault: describeFault(fault) }, 'a request failed')
    return show(request, reply, 'failed', failurePage(request.id))
  })
}

function refuseAddress({ api }: ServerParts, request: FastifyRequest, reply: FastifyReply): void {
  if (api.refuseAddress(request, reply)) return
  reply.status(400).type('text/plain; charset=utf-8').send('This address cannot be read.')
}

function addRoute(app: FastifyInstance, parts: ServerParts, { send }: Sender, route: PageRoute): void {
  const { method, perMinute } = route
  app.route({
    method,
    url: route.path.pattern,
    ...(perMinute === undefined ? {} : { config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } } }),
    ...(method === 'POST'
      ? {
          onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
            const refusal = await refuseBody(parts, route, request)
            return refusal && send(request, reply, refusal)
          },
          preValidation: (request: FastifyRequest) => readSent(request, mostBytes(parts, route) ?? 0),
          preHandler: app.csrfProtection.bind(app) as never,
        }
      : {}),
    handler: async (request, reply) => send(request, reply, await handle(parts, route, request, reply)),
  })
}
