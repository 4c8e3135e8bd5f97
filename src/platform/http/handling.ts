import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { dayInUk } from '../../kernel/ukDay.ts'
import { type Reach, reachOf } from '../access/index.ts'
import { inTransaction, type Work } from '../database/index.ts'
import { scanForViruses } from '../files/index.ts'
import { type Answer, isKept } from './answer.ts'
import {
  findSentBefore,
  isOwnOnce,
  leadsOn,
  newOnce,
  onceName,
  rememberSent,
  type SentBefore,
} from './once.ts'
import type { PageRoute, Request, SignedIn, SignedInRoute, Visit } from './route.ts'
import { addressOf, formToken } from './sending.ts'
import { readMultipart, sentFrom, tooLarge } from './sent.ts'
import { type Recognised, type ServerParts, sessionCookie } from './serverParts.ts'

/**
 * Refuses a form with files before its body is read, so that nobody can fill the memory with one: where the route takes
 * no files, where it says itself that it is too large, and where whoever sends it may not.
 * @returns what to answer; undefined: the body may be read
 * @throws a fault with the status 415 or 413
 */
export async function refuseBody(
  parts: ServerParts,
  route: PageRoute,
  request: FastifyRequest,
): Promise<Answer | undefined> {
  if (!request.headers['content-type']?.toLowerCase().startsWith('multipart/')) return undefined
  const maxBytes = mostBytes(parts, route)
  if (maxBytes === undefined) throw Object.assign(new Error('takes no files'), { statusCode: 415 })
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  if (route.permission === 'anyone') return undefined
  const recognised = await recogniseInto(parts, request)
  if (recognised.state !== 'signed-in') return askToSignIn(parts, route, request, recognised)
  return reachOf(route.permission, recognised.who.roles) ? undefined : { kind: 'forbidden' }
}

/** How many bytes a form with files may hold; undefined where the route takes none. */
export function mostBytes({ platform }: ServerParts, { maxBytes }: PageRoute): number | undefined {
  return typeof maxBytes === 'function' ? maxBytes(platform.config) : maxBytes
}

/**
 * Reads what a form sent, whole, before anything is done with it.
 * @param maxBytes how much a form with files may hold
 */
export async function readSent(request: FastifyRequest, maxBytes: number): Promise<void> {
  const body = request.body as { values?: unknown } | undefined
  request.sent = request.isMultipart()
    ? await readMultipart(request, maxBytes)
    : sentFrom(isJson(request) ? body?.values : body)
}

/** Finds out who asks, and remembers it in the request. */
export async function recogniseInto(parts: ServerParts, request: FastifyRequest): Promise<Recognised> {
  const token = request.cookies[sessionCookie]
  if (!token) return { state: 'unknown' }
  const recognised = await parts.recognise(token, parts.platform.now())
  if (recognised.state === 'signed-in') request.who = recognised.who
  return recognised
}

/** Asks a route for its answer, once it is sure that whoever asks may have it. */
export async function handle(
  parts: ServerParts,
  route: PageRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> {
  // No name in an address holds the character NUL, and the database cannot be asked for one.
  if (Object.values(paramsOf(request)).some(value => value.includes('\0'))) return { kind: 'not-found' }
  const recognised = await recogniseInto(parts, request)
  if (route.permission === 'anyone') return route.handle(visitOf(parts, request, reply))
  if (recognised.state !== 'signed-in') return askToSignIn(parts, route, request, recognised)
  const { who } = recognised
  const first = route.beforeSecondFactor ? undefined : parts.mustFirst(who)
  if (first) return { kind: 'redirect', to: first }
  const reach = reachOf(route.permission, who.roles)
  if (!reach) return { kind: 'forbidden' }
  const context = {
    serviceId: who.serviceId,
    userId: who.userId,
    request: request.id,
    purpose: route.audit.kind === 'none' ? undefined : route.audit.what,
    reason: request.sent?.one('reason').slice(0, 2_000),
    today: dayInUk(parts.platform.now()),
  }
  const childId = route.about === 'child' ? (paramsOf(request).childId ?? '') : undefined
  const visit = visitOf(parts, request, reply)
  const carriesToken = route.method === 'POST' && visit.sent.one(onceName) !== ''
  const asked: Asked = { parts, route, request, visit, who, reach, childId, carriesToken }
  if (route.scansFiles && visit.sent.files.length > 0) {
    // Asked before as well: a scan is too much for a child who is not there, or a form that has been saved.
    const { answer } = await inTransaction(parts.platform.db, context, tx => admit(tx, asked))
    if (answer) return answer
    await scanUploads(parts, request)
  }
  let mustKeep = false
  const keepAnyway = () => {
    mustKeep = true
  }
  let mustKeepTyped = false
  const keepTyped = () => {
    mustKeepTyped = !route.hasSecrets
  }
  const named = new Map<string, string>()
  const seen: Request['seen'] = (childIds, how) => {
    for (const id of childIds) named.set(id, how)
  }
  const answer = await inTransaction(
    parts.platform.db,
    context,
    async (tx, along): Promise<Answer> => {
      const admitted = await admit(tx, asked)
      if (admitted.answer) return admitted.answer
      const { sentBefore } = admitted
      const onceToken = () => newOnce(parts.platform.secret, who)
      const { sent, address, now: at } = visit
      const answered = await route.handle({
        ...visit,
        ...{ who, tx, reach, keepAnyway, keepTyped, seen, onceToken, sentBefore },
      })
      if (carriesToken && leadsOn(answered)) along(rememberSent(tx, who, address, sent, { ...answered, at }))
      if (childId !== undefined) addOwnView(route, childId, answered, seen)
      if (isShown(answered) && isKept(answered)) along(recordViews(tx, named))
      return answered
    },
    answered => mustKeep || isKept(answered),
  )
  // What was to be changed is undone, with the reason given for it; that the page was seen is not.
  if (isShown(answer) && !isKept(answer) && named.size > 0)
    await inTransaction(parts.platform.db, { ...context, reason: undefined }, tx => recordViews(tx, named))
  if (mustKeepTyped) await parts.keepTyped(who, visit.address, visit.sent)
  return answer
}

type Asked = {
  parts: ServerParts
  route: SignedInRoute
  request: FastifyRequest
  visit: Visit
  who: SignedIn
  reach: Reach
  childId: string | undefined
  carriesToken: boolean
}

/** What is answered at once; or nothing, and the request goes on to its route with what became of its form before. */
type Admitted = { answer: Answer } | { answer: undefined; sentBefore: SentBefore | undefined }

/** Turns a request away for a child whom the person may not know of, and one whose form was saved before. */
async function admit(tx: Work, asked: Asked): Promise<Admitted> {
  const { parts, route, request, visit, who, reach, childId, carriesToken } = asked
  if (childId !== undefined) {
    const relation = await parts.relationTo(tx, childId)
    if (!relation) return { answer: await leadOn(parts, route, request, { tx, who, childId }) }
    if (reach === 'related' && !relation.related) return { answer: { kind: 'not-found' } }
  }
  if (!carriesToken) return { answer: undefined, sentBefore: undefined }
  const { sent, address } = visit
  if (!isOwnOnce(parts.platform.secret, who, sent.one(onceName))) throw staleForm()
  const sentBefore = await findSentBefore(tx, who, address, sent)
  return sentBefore?.isSame
    ? { answer: { kind: 'redirect', to: sentBefore.ledTo, flash: sentBefore.said } }
    : { answer: undefined, sentBefore }
}

/**
 * Has every file that came looked at, all at once. A scanner takes seconds, and no connection to the database is held
 * meanwhile.
 */
async function scanUploads({ platform }: ServerParts, request: FastifyRequest): Promise<void> {
  const scanned = (request.sent?.files ?? []).map(async upload => {
    upload.scan = await scanForViruses(platform.config.clamdAddress, upload.bytes)
  })
  await Promise.all(scanned)
}

type OfChild = { tx: Work; who: SignedIn; childId: string }

/**
 * Leads on from the address of a record that was merged into another to the same page of that one. What was typed on a
 * page that was open meanwhile is kept there, to be looked at and sent again.
 */
async function leadOn(
  { mergedInto, keepTyped }: ServerParts,
  { method }: SignedInRoute,
  request: FastifyRequest,
  { tx, who, childId }: OfChild,
): Promise<Answer> {
  const now = await mergedInto(tx, childId)
  if (now === undefined) return { kind: 'not-found' }
  const to = (address: string) => address.replace(encodeURIComponent(childId), now)
  if (method === 'GET') return { kind: 'redirect', to: to(request.url), flash: mergedFlash }
  if (request.sent) await keepTyped(who, to(addressOf(request)), request.sent)
  const flash = `Not saved: ${mergedFlash.toLowerCase()} What you typed has been kept: look whether it still fits, and send it again.`
  return { kind: 'redirect', to: to(addressOf(request)), flash, isTurnedBack: true }
}

const mergedFlash = 'This record has been merged with another.'

/** As where the browser that sends a form is not the one that opened it. */
function staleForm(): Error {
  return Object.assign(new Error('a form of somebody else'), { code: 'FST_CSRF_INVALID_TOKEN' })
}

const isShown = ({ kind }: Answer) => kind === 'page' || kind === 'json' || kind === 'file'

/** The child that the page is about has been seen too: also where it came back because something must be mended. */
function addOwnView({ audit }: SignedInRoute, childId: string, answer: Answer, seen: Request['seen']): void {
  if (audit.kind === 'view' && isSeen(answer)) seen([childId], audit.what)
  if (audit.kind === 'change' && audit.view && answer.kind === 'page' && isSeen(answer))
    seen([childId], audit.view)
}

/** A form that comes back with both versions, or to be mended, shows the record as one that is opened does. */
function isSeen(answer: Answer): boolean {
  return answer.kind === 'page' ? [200, 409, 422].includes(answer.status) : isKept(answer)
}

/**
 * One event for each way in which children were seen: a list of fifty is one, and stands in the history of each. All are
 * sent at once: what is sent along with the end of a transaction cannot wait for an answer before it goes on.
 */
async function recordViews(tx: Work, named: ReadonlyMap<string, string>): Promise<void> {
  const groups = Map.groupBy(named.keys(), id => named.get(id) ?? '')
  await Promise.all(
    [...groups].map(([how, children]) =>
      (children.length === 1
        ? sql`select record_view(${children[0]}, ${how})`
        : sql`select record_views(${children}::uuid[], ${how})`
      ).execute(tx),
    ),
  )
}

/** Stands in the address that a form leads to where nothing of it was kept: the script then stays on its page. */
const nothingKept = 'kept=nothing'

/** Leads to the sign-in page, and keeps what somebody typed whose session has ended in the meantime. */
async function askToSignIn(
  parts: ServerParts,
  route: SignedInRoute,
  request: FastifyRequest,
  recognised: Exclude<Recognised, { state: 'signed-in' }>,
): Promise<Answer> {
  // A script that saves drafts cannot sign in: it keeps what it has until the form itself is sent.
  if (isJson(request)) return { kind: 'json', status: 401, body: { message: 'You have been signed out.' } }
  const address = addressOf(request)
  const next = encodeURIComponent(route.method === 'GET' ? request.url : address + queryOfPage(request))
  const to = address === '/' ? '/sign-in' : `/sign-in?next=${next}`
  if (recognised.state === 'unknown') {
    if (route.method === 'GET') return { kind: 'redirect', to }
    // Nobody knows whose it was, so nothing of it is kept here: the page that holds it says so by its script.
    const flash =
      'You had been signed out, so nothing was saved. Sign in, and go back in your browser to what you typed.'
    return { kind: 'redirect', to: `${to}${to.includes('?') ? '&' : '?'}${nothingKept}`, flash }
  }
  const wasTyping = route.method === 'POST' && !route.hasSecrets && request.sent !== undefined
  if (wasTyping && request.sent) await parts.keepTyped(recognised, address, request.sent)
  const kept = wasTyping ? ' What you typed has been kept.' : ''
  return { kind: 'redirect', to, flash: `You were signed out because you were away for a while.${kept}` }
}

/** The query of the page on which a form was typed, where it is sent to the same address without it. */
function queryOfPage(request: FastifyRequest): string {
  const { referer, host } = request.headers
  if (referer === undefined || !URL.canParse(referer)) return ''
  const page = new URL(referer)
  return page.host === host && page.pathname === addressOf(request) ? page.search : ''
}

function visitOf({ platform }: ServerParts, request: FastifyRequest, reply: FastifyReply): Visit {
  const now = platform.now()
  return {
    platform,
    requestId: request.id,
    params: paramsOf(request),
    query: new URLSearchParams(request.url.split('?')[1] ?? ''),
    address: addressOf(request),
    sent: request.sent ?? sentFrom(undefined),
    json: isJson(request) ? request.body : undefined,
    now,
    today: dayInUk(now),
    cookies: request.cookies,
    remoteAddress: request.ip,
    device: String(request.headers['user-agent'] ?? '').slice(0, 200),
    // Asked for only by pages with a form: making a token sets a cookie.
    get csrfToken() {
      return formToken(request, reply)
    },
    nonce: reply.cspNonce.script,
  }
}

function paramsOf(request: FastifyRequest): Record<string, string> {
  return request.params as Record<string, string>
}

function isJson(request: FastifyRequest): boolean {
  return request.headers['content-type']?.startsWith('application/json') ?? false
}
