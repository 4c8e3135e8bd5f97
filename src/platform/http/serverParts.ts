import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { ApiRoute } from '../api/index.ts'
import type { Work } from '../database/index.ts'
import type { PageAnswer } from './answer.ts'
import type { Platform, Route, Sent, SignedIn } from './route.ts'

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
  /** What the request before did, or why it did nothing: a warning. */
  flash: { text: string; isWarning: boolean } | undefined
  requestId: string
  now: Temporal.Instant
}

/** What can go wrong before a page is made, or while it is. */
export type FaultKind =
  | 'not-found'
  | 'stale'
  | 'too-many'
  | 'too-large'
  | 'unreadable'
  | 'unavailable'
  | 'failed'

/** A fault, and what is known of the request that met it. */
export type FaultAt = {
  kind: FaultKind
  address: string
  cookies: Readonly<Record<string, string | undefined>>
  /** What was being sent, as far as it was read. */
  sent: Sent | undefined
}

export type ServerParts = {
  platform: Platform
  logger: Logger
  routes: readonly Route[]
  assetsFolder: string
  recognise(token: string, now: Temporal.Instant): Promise<Recognised>
  /** Keeps what somebody typed whose session had ended, or whose form came back to be put right, in a transaction of its own. */
  keepTyped(owner: { serviceId: string; userId: string }, address: string, sent: Sent): Promise<void>
  /** Where somebody must go before anything else; undefined: nowhere. */
  mustFirst(who: SignedIn): string | undefined
  /** Whether the person for whom the transaction is may know of a child, and has a part in the case; undefined: not to be known of. */
  relationTo(tx: Work, childId: string): Promise<{ related: boolean } | undefined>
  /** Under which id the record of a child is now that was merged into another; undefined: not merged, or not to be known of. */
  mergedInto(tx: Work, childId: string): Promise<string | undefined>
  /** What serves the routes for programs, which have their own ways. */
  api: {
    serve(app: FastifyInstance, routes: readonly ApiRoute[]): Promise<void>
    /** Answers an address of the API that the router cannot read; false where it is none of the API. */
    refuseAddress(request: FastifyRequest, reply: FastifyReply): boolean
  }
  /** The page for a fault where the address is none of the program's own frame; undefined for every other address. */
  ownFault?(it: FaultAt): PageAnswer | undefined
  /** The whole HTML document around a page. */
  shell(page: PageAnswer, around: Surroundings): string
}

/** The cookie that holds the token of a session. */
export const sessionCookie = 'throughline'

declare module 'fastify' {
  interface FastifyRequest {
    who: SignedIn | undefined
    sent: Sent | undefined
    formToken: string | undefined
  }
}
