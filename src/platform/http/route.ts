import type { Kysely } from 'kysely'
import type { Permission, Reach, Role } from '../access/index.ts'
import type { ApiRoute } from '../api/index.ts'
import type { Config, Secret } from '../config/index.ts'
import type { DB, Work } from '../database/index.ts'
import type { Scan } from '../files/index.ts'
import type { JobDesk } from '../jobs/index.ts'
import type { Live } from '../live/index.ts'
import type { Answer } from './answer.ts'
import type { SentBefore } from './once.ts'
import type { Path } from './path.ts'

/** Somebody who has signed in, as far as pages need to know them. */
export type SignedIn = {
  serviceId: string
  serviceName: string
  /** Everybody in this service is invented. */
  isDemonstration: boolean
  sessionId: string
  userId: string
  name: string
  email: string
  roles: Role[]
  /** Whether pressing "/" leads to the search box: whoever speaks to their computer must be able to turn it off. */
  hasSearchKey: boolean
  /** Whether this session began with, or has since proved, more than a password. */
  passedSecondFactor: boolean
}

/** A file that came with a form, and what the virus scanner said of it where the route has files scanned. */
export type Upload = { field: string; name: string; bytes: Buffer; scan?: Scan }

/** What a form sent: the last value of each name, all values of names sent several times, and files. */
export type Sent = {
  /** The value of a field as typed; '' where it was not sent. */
  one(name: string): string
  all(name: string): string[]
  names(): string[]
  files: Upload[]
}

/** What the program offers to every handler. */
export type Platform = {
  /** Where the project's own files lie: documents and examples that pages hand out. */
  projectFolder: string
  config: Config
  secret: Secret
  db: Kysely<DB>
  /** Tells those who look at something that it has changed. */
  live: Live
  /** The clock: tests set it. */
  now(): Temporal.Instant
  /** Hands work to the background, to be done after this transaction has been kept. */
  later(tx: Work, job: string, data: Record<string, string>): Promise<void>
  /** The background's jobs, for whoever looks after them. */
  jobs: JobDesk
}

/** A request, before it is known who asks. */
export type Visit = {
  platform: Platform
  requestId: string
  params: Record<string, string>
  query: URLSearchParams
  /** The address as asked for, without the query: also the name under which a form's draft is kept. */
  address: string
  sent: Sent
  /** The body of a request that was sent as JSON, as it was parsed: not yet to be believed. */
  json: unknown
  now: Temporal.Instant
  /** The date in England and Wales. */
  today: Temporal.PlainDate
  cookies: Record<string, string | undefined>
  remoteAddress: string
  device: string
  csrfToken: string
  nonce: string
}

/** A request by somebody who has signed in and has the route's permission, in its transaction. */
export type Request = Visit & {
  who: SignedIn
  tx: Work
  reach: Reach
  /** A new token for a form on this page, by which it is saved once however often it arrives. */
  onceToken(): string
  /** Set where this form was saved before and now differs: whoever sent it may mean something else, or may have gone on typing. */
  sentBefore: SentBefore | undefined
  /** Keeps what has been written although the answer is a refusal: a wrong password counts. */
  keepAnyway(): void
  /**
   * Keeps what was sent as a draft of this address, once the answer is there and also where it undoes everything else.
   * Nothing is kept of a form that asks for a secret.
   */
  keepTyped(): void
  /**
   * Says which children the page names that is not about one child: each is written to the audit as seen, in these
   * words, once the page is sent; also where what was to be changed is refused and undone.
   */
  seen(childIds: readonly string[], how: string): void
}

/** A request about one child whom the person may see. */
export type Audit =
  /** Reads nothing about a child and changes nothing. */
  | { kind: 'none'; why: string }
  /** Looks at a child's record: written to the audit as a view. */
  | { kind: 'view'; what: string }
  /**
   * Changes something: the words stand in the audit beside each row that changed. `view`: what it says where nothing was
   * changed and the page about the child came back to the person, who has then seen it.
   */
  | { kind: 'change'; what: string; view?: string }

type Base = {
  method: 'GET' | 'POST'
  path: Path
  /** Set where the form has files: how many bytes all its parts may hold together. Others take no files. */
  maxBytes?: number | ((config: Config) => number)
  /** Set where files are looked at by the virus scanner: it is waited for before the transaction, which it would hold up. */
  scansFiles?: true
  /** What is sent is not kept when the session has ended: it holds a code or a key. */
  hasSecrets?: true
  /** Requests a minute from one address. */
  perMinute?: number
}

export type OpenRoute = Base & { permission: 'anyone'; audit: Audit; handle(visit: Visit): Promise<Answer> }
export type SignedInRoute = Base & {
  permission: Permission
  /** What the path's first name refers to: the person must have a part in it where the permission reaches no further. */
  about?: 'child'
  /** True where somebody may go who must set up a second factor and has not yet. */
  beforeSecondFactor?: true
  audit: Audit
  handle(request: Request): Promise<Answer>
}
/** A route for people, in a browser. */
export type PageRoute = OpenRoute | SignedInRoute
/** The three kinds: open to anyone, for whoever has signed in and has the permission, and for programs with a key. */
export type Route = PageRoute | ApiRoute

/** Declares a route; its permission and its audit event are part of the declaration. */
export function route<R extends Route>(declaration: R): R {
  return declaration
}
