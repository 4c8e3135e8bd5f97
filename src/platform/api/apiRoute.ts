import type { ZodType } from 'zod'
import type { Scope } from '../access/index.ts'
import type { Work } from '../database/index.ts'
import type { Audit, Path, Platform } from '../http/index.ts'
import type { Problem } from './problems.ts'

/** Whose key a request shows: a partner's system, which acts in its own name and sees what somebody without any part sees. */
export type Caller = {
  serviceId: string
  serviceName: string
  systemId: string
  systemName: string
  keyId: string
  scopes: Scope[]
  /** The ways in by which it may send; null: every one. */
  ways: string[] | null
}

/** A request with a key that has the route's scope, in its transaction. */
export type ApiRequest = {
  platform: Platform
  caller: Caller
  tx: Work
  params: Record<string, string>
  /** The body as it was parsed: not yet to be believed. */
  json: unknown
  now: Temporal.Instant
  /** The date in England and Wales. */
  today: Temporal.PlainDate
}

/** It was done. `location`: the path at which what was made can be asked for. */
export type Done = { kind: 'done'; status: 200 | 201; body: object; location?: string }
export type ApiAnswer = Done | Problem

/** A schema under the name that the document gives it. It may depend on the day: codes come and go. */
export type NamedSchema = { name: string; of(today: Temporal.PlainDate): ZodType }

/** One of the bodies that may be sent. */
export type BodySchema = NamedSchema & {
  /** What the field that tells the bodies apart says in this one. */
  is: readonly string[]
  /** What it is, in words. */
  title: string
  example: object
}

/** The bodies that may be sent, told apart by what one field says. They may depend on the day. */
export type Bodies = { by: string; of(today: Temporal.PlainDate): readonly BodySchema[] }

/** What the document says of a route beside what its declaration says anyway. */
export type Operation = {
  /** A name for programs made from the document. */
  id: string
  /** What it does, in a few words. */
  title: string
  /** What to know about it, in paragraphs. */
  words: readonly string[]
  /** What each name in the path means. */
  params?: Readonly<Record<string, string>>
  bodies?: Bodies
  answers: Readonly<Partial<Record<Done['status'], NamedSchema & { words: string; example: object }>>>
}

/** A route for programs: asked with a key, answered in JSON. Pages, cookies and sessions have no part in it. */
export type ApiRoute = {
  permission: 'key'
  scope: Scope
  method: 'GET' | 'POST'
  path: Path<`/api/${string}`>
  /** What the audit says of what is changed or looked at here. */
  audit: Audit
  /** How many bytes the body may have. */
  maxBytes?: number
  /** Done once for each idempotency key, however often it is sent. */
  isOnce?: true
  operation: Operation
  handle(request: ApiRequest): Promise<ApiAnswer>
}

/** Declares a route of the API. */
export function apiRoute(declaration: Omit<ApiRoute, 'permission'>): ApiRoute {
  return { permission: 'key', ...declaration }
}
