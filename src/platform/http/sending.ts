import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Answer, Cookie, PageAnswer } from './answer.ts'
import { forbiddenPage, notFoundPage } from './faults.tsx'
import type { ServerParts, Surroundings } from './serverParts.ts'
import type { Streams } from './streams.ts'

const flashCookie = 'throughline-done'
const flashSeconds = 60
/** Begins a sentence that says why nothing was done. */
const turnedBackMark = '!'

/**
 * Sent along by a page's script that sends a form itself: it is told where to go, and goes there, instead of being led
 * there unseen. A page that must be mended it gets as any browser does.
 */
export const byScript = 'x-throughline-form'

/** Turns answers into what goes over the wire. */
export type Sender = {
  send(request: FastifyRequest, reply: FastifyReply, answer: Answer): FastifyReply
  sendPage(request: FastifyRequest, reply: FastifyReply, answer: PageAnswer): FastifyReply
}

export function makeSender({ platform, shell }: ServerParts, streams: Streams, secure: boolean): Sender {
  const cookieOptions = { path: '/', sameSite: 'lax', secure } as const

  const surroundings = (request: FastifyRequest, reply: FastifyReply): Surroundings => ({
    who: request.who,
    address: addressOf(request),
    query: request.url.split('?')[1] ?? '',
    nonce: reply.cspNonce.script,
    csrfToken: formToken(request, reply),
    flash: takeFlash(request, reply),
    requestId: request.id,
    now: platform.now(),
  })

  const sendPage: Sender['sendPage'] = (request, reply, answer) =>
    reply
      .status(answer.status)
      .type('text/html; charset=utf-8')
      .send(shell(answer, surroundings(request, reply)))

  const setCookie = (reply: FastifyReply, { name, value, httpOnly = true, maxAgeSeconds }: Cookie) => {
    const options = { ...cookieOptions, httpOnly, ...(maxAgeSeconds ? { maxAge: maxAgeSeconds } : {}) }
    if (value === undefined) reply.clearCookie(name, options)
    else reply.setCookie(name, value, options)
  }

  return {
    sendPage,
    send(request, reply, answer) {
      if (answer.kind === 'redirect' || answer.kind === 'json') {
        for (const cookie of answer.cookies ?? []) setCookie(reply, cookie)
        if (answer.flash) {
          const isTurnedBack = answer.kind === 'redirect' && answer.isTurnedBack
          const value = `${isTurnedBack ? turnedBackMark : ''}${answer.flash}`
          setCookie(reply, { name: flashCookie, value, maxAgeSeconds: flashSeconds })
        }
      }
      switch (answer.kind) {
        case 'redirect':
          return request.headers[byScript] === undefined
            ? reply.redirect(answer.to, 303)
            : reply.status(200).send({ to: answer.to })
        case 'json':
          return reply.status(answer.status).send(answer.body)
        case 'file':
          return reply
            .type(answer.type)
            .header('content-disposition', dispositionOf(answer.name))
            .send(answer.bytes)
        case 'live':
          return streams.open(request, reply, answer.topic)
        case 'not-found':
          return sendPage(request, reply, notFoundPage)
        case 'forbidden':
          return sendPage(request, reply, forbiddenPage(answer.why))
        case 'page':
          return sendPage(request, reply, answer)
      }
    },
  }
}

/** Always to be saved, never opened in place of a page; the name as it is for whoever can read it (RFC 6266). */
function dispositionOf(name: string): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encoded}`
}

/** The address that was asked for, without the query. */
export function addressOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '/'
}

/** The token that this request's forms carry: made once, since making it anew also makes a new secret. */
export function formToken(request: FastifyRequest, reply: FastifyReply): string {
  request.formToken ??= reply.generateCsrf()
  return request.formToken
}

/** The sentence that the request before left for this page; shown once. */
function takeFlash(request: FastifyRequest, reply: FastifyReply): Surroundings['flash'] {
  const flash = request.cookies[flashCookie]
  if (!flash) return undefined
  reply.clearCookie(flashCookie, { path: '/' })
  const isWarning = flash.startsWith(turnedBackMark)
  return { text: isWarning ? flash.slice(turnedBackMark.length) : flash, isWarning }
}
