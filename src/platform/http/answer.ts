import type { ComponentChildren } from 'preact'

/** What a handler answers. A refusal that is expected is an answer like any other; exceptions are bugs. */
export type Answer =
  | PageAnswer
  | { kind: 'redirect'; to: string; flash?: string; isTurnedBack?: true; cookies?: Cookie[] }
  /** Not there, or not to be known of: the two look the same. */
  | { kind: 'not-found' }
  /** Known of, but not permitted. */
  | { kind: 'forbidden'; why?: string }
  | { kind: 'json'; status: number; body: unknown; flash?: string; cookies?: Cookie[] }
  | { kind: 'file'; name: string; type: string; bytes: string | Uint8Array }
  /** Tells the browser, as long as it looks, whenever something of the topic has changed. */
  | { kind: 'live'; topic: string }

export type PageAnswer = {
  kind: 'page'
  status: 200 | 403 | 404 | 409 | 410 | 422 | 429 | 500 | 503
  title: string
  body: ComponentChildren
  /** The identity bar, on every page about a child. */
  identity?: ComponentChildren
  /** Breadcrumbs or a back link, above the main part. */
  above?: ComponentChildren
  /** Reading width for forms and text, wide for tables and a child's record. */
  width?: 'reading' | 'wide'
  /**
   * A page for a child or a parent: light enough for an old phone, without the frame of the program and without its name. With
   * how its reader wants it to look.
   */
  own?: { looks: readonly string[] }
}

export type Cookie = { name: string; value: string | undefined; httpOnly?: boolean; maxAgeSeconds?: number }

/** A page. Status 422 is a form that must be corrected: nothing of the request is kept. */
export function page(
  title: string,
  body: ComponentChildren,
  more: Partial<Omit<PageAnswer, 'kind' | 'title' | 'body'>> = {},
): PageAnswer {
  return { kind: 'page', status: 200, title, body, ...more }
}

/** Sends the browser on, with a sentence (never personal data) that the next page shows. */
export function redirect(to: string, flash?: string): Answer {
  return flash === undefined ? { kind: 'redirect', to } : { kind: 'redirect', to, flash }
}

/** Sends the browser on where nothing was done, with a sentence (never personal data) that says why: a warning, no tick. */
export function turnBack(to: string, why: string): Answer {
  return { kind: 'redirect', to, flash: why, isTurnedBack: true }
}

export const notFound: Answer = { kind: 'not-found' }

export function forbidden(why?: string): Answer {
  return why === undefined ? { kind: 'forbidden' } : { kind: 'forbidden', why }
}

/** Whether what the request wrote is to be kept: only when it did what was asked. */
export function isKept(answer: Answer): boolean {
  switch (answer.kind) {
    case 'page':
      return answer.status === 200
    case 'json':
      return answer.status < 400
    case 'redirect':
    case 'file':
    case 'live':
      return true
    case 'not-found':
    case 'forbidden':
      return false
  }
}
