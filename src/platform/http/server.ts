import { randomBytes } from 'node:crypto'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { reachOf } from '../access/index.ts'
import { inTransaction, type Work } from '../database/index.ts'
import { type Answer, isKept, type PageAnswer } from './answer.ts'
import {
  failurePage,
  forbiddenPage,
  isPassing,
  notFoundPage,
  staleFormPage,
  tooLargePage,
  tooManyPage,
  unavailablePage,
} from './faults.tsx'
import { formBytes, protect } from './protection.ts'
import type { Platform, Route, Sent, SignedIn, SignedInRoute, Visit } from './route.ts'
import { readMultipart, sentFrom } from './sent.ts'

/** Whose session a cookie names. */
export type Recognised =
  | { state: 'signed-in'; who: SignedIn }
  /** The session has ended (idle too long, or at its limit): whose it was, so that what they typed is kept. */
  | { state: 'ended'; serviceId: string; userId: string }
  | { state: 'unknown' }

/** What the shell around a page needs to know. */
export type Surroundings = {
  who: SignedIn | undefined
  address: string
  query: string
  nonce: string
  csrfToken: string
  flash: string | undefined
  requestId: string
  now: Temporal.Instant
}

export type ServerParts = {
  platform: Platform
  logger: Logger
  routes: readonly Route[]
  assetsFolder: string
  recognise(token: string, now: Temporal.Instant): Promise<Recognised>
  /** Keeps what somebody typed whose session had ended. */
  keepTyped(owner: { serviceId: string; userId: string }, address: string, sent: Sent): Promise<void>
  /** Where somebody must go before anything else; undefined: nowhere. */
  mustFirst(who: SignedIn): string | undefined
  /** Whether the person may know of a child, and has a part in the case; undefined: not to be known of. */
  relationTo(tx: Work, childId: string, who: SignedIn): Promise<{ related: boolean } | undefined>
  /** The whole HTML document around a page. */
  shell(page: PageAnswer, around: Surroundings): string
}

export const sessionCookie = 'throughline'
const flashCookie = 'throughline-done'

declare module 'fastify' {
  interface FastifyRequest {
    who: SignedIn | undefined
    sent: Sent | undefined
    formToken: string | undefined
  }
}

/** The server with every route; not yet listening. */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const { platform } = parts
  const secure = platform.config.publicUrl.startsWith('https:')
  const app = Fastify({
    loggerInstance: parts.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: (_address, hop) => hop < platform.config.trustedProxies,
    bodyLimit: formBytes,
    genReqId: () => randomBytes(9).toString('base64url'),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    return503OnClosing: true,
    forceCloseConnections: 'idle',
  })
  app.decorateRequest('who', undefined)
  app.decorateRequest('sent', undefined)
  app.decorateRequest('formToken', undefined)

  await protect(app, { secure, assetsFolder: parts.assetsFolder })

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()')
    if (!request.url.startsWith('/assets/')) reply.header('cache-control', 'no-store')
    // Another site's page may not send ours a form; browsers say where a request comes from.
    const site = request.headers['sec-fetch-site']
    if (request.method === 'POST' && site === 'cross-site')
      throw Object.assign(new Error('cross-site'), { code: 'FST_CSRF_INVALID_TOKEN' })
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    if (route.startsWith('/assets/') || route.startsWith('/health/')) return
    parts.logger.info({
      request: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      user: request.who?.userId,
    })
  })

  const surroundings = (request: FastifyRequest, reply: FastifyReply): Surroundings => ({
    who: request.who,
    address: request.url.split('?')[0] ?? '/',
    query: request.url.split('?')[1] ?? '',
    nonce: reply.cspNonce.script,
    csrfToken: formToken(request, reply),
    flash: readFlash(request, reply),
    requestId: request.id,
    now: platform.now(),
  })

  const send = (request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply => {
    if (answer.kind === 'redirect' || answer.kind === 'json') {
      for (const { name, value, httpOnly = true, maxAgeSeconds } of answer.cookies ?? []) {
        const options = {
          path: '/',
          httpOnly,
          sameSite: 'lax',
          secure,
          ...(maxAgeSeconds ? { maxAge: maxAgeSeconds } : {}),
        } as const
        if (value === undefined) reply.clearCookie(name, options)
        else reply.setCookie(name, value, options)
      }
      if (answer.flash)
        reply.setCookie(flashCookie, answer.flash, {
          path: '/',
          httpOnly: true,
          sameSite: 'lax',
          secure,
          maxAge: 60,
        })
    }
    switch (answer.kind) {
      case 'redirect':
        return reply.redirect(answer.to, 303)
      case 'json':
        return reply.status(answer.status).send(answer.body)
      case 'file':
        return reply
          .type(answer.type)
          .header('content-disposition', `attachment; filename="${answer.name.replace(/[^\w.-]/g, '_')}"`)
          .send(answer.bytes)
      case 'not-found':
        return sendPage(request, reply, notFoundPage)
      case 'forbidden':
        return sendPage(request, reply, forbiddenPage(answer.why))
      case 'page':
        return sendPage(request, reply, answer)
    }
  }
  const sendPage = (request: FastifyRequest, reply: FastifyReply, answer: PageAnswer) =>
    reply
      .status(answer.status)
      .type('text/html; charset=utf-8')
      .send(parts.shell(answer, surroundings(request, reply)))

  app.setNotFoundHandler(async (request, reply) => {
    await recogniseInto(request)
    return sendPage(request, reply, notFoundPage)
  })
  app.setErrorHandler(async (fault: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (fault.code === 'FST_CSRF_INVALID_TOKEN' || fault.code === 'FST_CSRF_MISSING_SECRET')
      return sendPage(request, reply, staleFormPage)
    if (fault.statusCode === 429) return sendPage(request, reply, tooManyPage)
    if (fault.statusCode === 413) return sendPage(request, reply, tooLargePage)
    if (fault.statusCode !== undefined && fault.statusCode < 500) {
      return sendPage(request, reply, { ...notFoundPage, title: 'That could not be read' })
    }
    if (isPassing(fault)) {
      parts.logger.warn(
        { request: request.id, fault: fault.code ?? fault.name },
        'the database did not answer',
      )
      return sendPage(request, reply.header('retry-after', '10'), unavailablePage())
    }
    // Messages of faults can hold a person's words (a value that a constraint refused): only their kind is logged.
    parts.logger.error(
      { request: request.id, route: request.routeOptions.url, fault: describeFault(fault) },
      'a request failed',
    )
    return sendPage(request, reply, failurePage(request.id))
  })

  async function recogniseInto(request: FastifyRequest): Promise<Recognised> {
    const token = request.cookies[sessionCookie]
    if (!token) return { state: 'unknown' }
    const recognised = await parts.recognise(token, platform.now())
    if (recognised.state === 'signed-in') request.who = recognised.who
    return recognised
  }

  const visitOf = (request: FastifyRequest, reply: FastifyReply): Visit => {
    const now = platform.now()
    return {
      platform,
      requestId: request.id,
      params: request.params as Record<string, string>,
      query: new URLSearchParams(request.url.split('?')[1] ?? ''),
      address: request.url.split('?')[0] ?? '/',
      sent: request.sent ?? sentFrom(undefined),
      json: isJson(request) ? request.body : undefined,
      now,
      today: now.toZonedDateTimeISO('Europe/London').toPlainDate(),
      cookies: request.cookies,
      remoteAddress: request.ip,
      device: String(request.headers['user-agent'] ?? '').slice(0, 200),
      csrfToken: formToken(request, reply),
      nonce: reply.cspNonce.script,
    }
  }

  async function readSent(request: FastifyRequest): Promise<void> {
    const body = request.body as { values?: unknown } | undefined
    request.sent = request.isMultipart()
      ? await readMultipart(request)
      : sentFrom(isJson(request) ? body?.values : body)
  }

  async function handleSignedIn(
    route: SignedInRoute,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Answer> {
    const recognised = await recogniseInto(request)
    if (recognised.state !== 'signed-in') {
      const wasTyping = route.method === 'POST' && recognised.state === 'ended' && request.sent !== undefined
      const address = request.url.split('?')[0] ?? '/'
      if (wasTyping && request.sent) await parts.keepTyped(recognised, address, request.sent)
      const next = encodeURIComponent(route.method === 'GET' ? request.url : address)
      const to = address === '/' ? '/sign-in' : `/sign-in?next=${next}`
      if (recognised.state === 'unknown') return { kind: 'redirect', to }
      const kept = wasTyping ? ' What you typed has been kept.' : ''
      return { kind: 'redirect', to, flash: `You were signed out because you were away for a while.${kept}` }
    }
    const { who } = recognised
    const first = route.beforeSecondFactor ? undefined : parts.mustFirst(who)
    if (first) return { kind: 'redirect', to: first }
    const reach = reachOf(route.permission, who.roles)
    if (!reach) return { kind: 'forbidden' }
    const purpose = route.audit.kind === 'none' ? undefined : route.audit.what
    const reason = request.sent?.one('reason').slice(0, 2_000)
    return inTransaction(
      platform.db,
      { serviceId: who.serviceId, userId: who.userId, request: request.id, purpose, reason },
      async (tx): Promise<Answer> => {
        const childId =
          route.about === 'child' ? String((request.params as Record<string, string>).childId) : undefined
        if (childId !== undefined) {
          const relation = await parts.relationTo(tx, childId, who)
          if (!relation || (reach === 'related' && !relation.related)) return { kind: 'not-found' }
        }
        const answer = await route.handle({ ...visitOf(request, reply), who, tx, reach })
        if (route.audit.kind === 'view' && childId !== undefined && isKept(answer)) {
          await sql`select record_view(${childId}, ${route.audit.what})`.execute(tx)
        }
        return answer
      },
      isKept,
    )
  }

  for (const route of parts.routes) {
    app.route({
      method: route.method,
      url: route.path.pattern,
      ...(route.maxBytes === undefined ? {} : { bodyLimit: route.maxBytes }),
      ...(route.perMinute === undefined
        ? {}
        : { config: { rateLimit: { max: route.perMinute, timeWindow: '1 minute' } } }),
      ...(route.method === 'POST'
        ? { preValidation: readSent, preHandler: app.csrfProtection.bind(app) as never }
        : {}),
      handler: async (request, reply) => {
        const answer =
          route.permission === 'anyone'
            ? await recogniseInto(request).then(() => route.handle(visitOf(request, reply)))
            : await handleSignedIn(route, request, reply)
        return send(request, reply, answer)
      },
    })
  }
  return app

  function readFlash(request: FastifyRequest, reply: FastifyReply): string | undefined {
    const flash = request.cookies[flashCookie]
    if (flash) reply.clearCookie(flashCookie, { path: '/' })
    return flash
  }
}

/** The token that this request's forms carry: made once, since making it anew also makes a new secret. */
function formToken(request: FastifyRequest, reply: FastifyReply): string {
  request.formToken ??= reply.generateCsrf()
  return request.formToken
}

function isJson(request: FastifyRequest): boolean {
  return request.headers['content-type']?.startsWith('application/json') ?? false
}

/** What a fault is, without the words of a person that its message may hold. */
function describeFault(
  fault: Error & { code?: string; constraint?: string; table?: string },
): Record<string, unknown> {
  const place = fault.stack
    ?.split('\n')
    .filter(line => line.trimStart().startsWith('at '))
    .slice(0, 8)
  const { name, code, constraint, table } = fault
  return { name, code, constraint, table, message: code === undefined ? fault.message : undefined, place }
}
