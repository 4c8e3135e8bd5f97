import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import csrf from '@fastify/csrf-protection'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import serveStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** A form may hold long notes, in any script: two million letters of Arabic are sent as twelve million. Files have their own limit. */
export const formBytes = 14 * 1024 * 1024

/** What stands between the network and the handlers: headers, cookies, limits, forms, compression and assets. */
export async function protect(
  app: FastifyInstance,
  { secure, assetsFolder }: { secure: boolean; assetsFolder: string },
): Promise<void> {
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie)
  await app.register(rateLimit, {
    max: 1_200,
    timeWindow: '1 minute',
    allowList: request => request.url.startsWith('/assets/') || request.url.startsWith('/health/'),
    errorResponseBuilder: () => Object.assign(new Error('too many'), { statusCode: 429 }),
  })
  await app.register(compress, {
    // What arrives is never unpacked: a small body could become a very large one.
    globalDecompression: false,
    threshold: 1_400,
    encodings: ['br', 'gzip', 'identity'],
    brotliOptions: { params: { 1: 4 } },
  })
  await app.register(formbody, { bodyLimit: formBytes })
  await app.register(multipart)
  await app.register(csrf, {
    cookieKey: 'throughline-form',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'strict', secure },
    getToken: request => {
      const header = request.headers['x-csrf-token']
      return typeof header === 'string' ? header : (request.sent?.one('_csrf') ?? '')
    },
  })
  await app.register(serveStatic, {
    root: assetsFolder,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
  })
}
