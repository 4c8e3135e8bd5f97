/** What an answer to a form that was sent by script means. */
export type SentAnswer =
  /** It is saved, or there is somewhere to go first. */
  | { kind: 'leads'; to: string }
  /** The page with what must be mended, or whatever else the form leads to, to stand in place of this one. */
  | { kind: 'page'; html: string }
  /** Not reached, or not by the program itself: to be sent again. */
  | { kind: 'unreachable' }
  /** The server will not take it as it is, and sending it again would change nothing. */
  | { kind: 'refused'; html: string }

/** The parts of an answer that it is judged by. */
type Answered = { status: number; type: string; body: string }

/** Faults that pass: the program or its database is starting, or there were too many requests. */
const passing = [408, 425, 429, 502, 503, 504]
/** Pages that hold the form again with what was typed, or what it led to. */
const pages = [200, 409, 422]

/**
 * Judges an answer. A page that is none of the program's own (the one at which a café's line asks for a password, say)
 * counts as no answer.
 */
export function judge({ status, type, body }: Answered): SentAnswer {
  if (passing.includes(status)) return { kind: 'unreachable' }
  if (type.startsWith('application/json')) {
    const to = addressIn(body)
    return status === 200 && to !== undefined ? { kind: 'leads', to } : { kind: 'unreachable' }
  }
  if (!body.includes('id="main-content"')) return { kind: 'unreachable' }
  const holdsForm = status === 200 || body.includes('name="_once"')
  return pages.includes(status) && holdsForm ? { kind: 'page', html: body } : { kind: 'refused', html: body }
}

/** Only an address of the program itself. */
function addressIn(body: string): string | undefined {
  try {
    const { to } = JSON.parse(body) as { to?: unknown }
    return typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : undefined
  } catch {
    return undefined
  }
}
