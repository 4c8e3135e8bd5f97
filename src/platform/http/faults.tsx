import type { PageAnswer } from './answer.ts'
import { page } from './answer.ts'

/** Faults of the database that pass by themselves: it is starting, stopping, gone, or has too many visitors. */
export function isPassing(fault: unknown): boolean {
  const { code, message, syscall } = fault as { code?: unknown; message?: unknown; syscall?: unknown }
  // Of a socket it means that the server is not there; of anything else, that a file is missing.
  if (code === 'ENOENT') return syscall === 'connect'
  const text = typeof message === 'string' ? message : ''
  return (
    (typeof code === 'string' &&
      /^(08|53|57P0[123]|40001|40P01|ECONN|ETIMEDOUT|EPIPE|EAI_AGAIN)/.test(code)) ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable|client has encountered a connection error/i.test(
      text,
    )
  )
}

export type Fault = Error & { statusCode?: number; code?: string; constraint?: string; table?: string }

/**
 * What a fault is, without the words of a person that its message may hold: a value that a constraint refused stands in
 * the message of the database's faults, which carry a code.
 */
export function describeFault({
  name,
  code,
  constraint,
  table,
  message,
  stack,
}: Fault): Record<string, unknown> {
  const place = stack
    ?.split('\n')
    .filter(line => line.trimStart().startsWith('at '))
    .slice(0, 8)
  return { name, code, constraint, table, message: code === undefined ? message : undefined, place }
}

export const notFoundPage: PageAnswer = page(
  'Page not found',
  <>
    <h1 class="govuk-heading-l">Page not found</h1>
    <p class="govuk-body">
      If you typed the address, check that it is right. If you followed a link, it may be out of date.
    </p>
    <p class="govuk-body">Some records can be opened only by the people who work with that child.</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/">
        Go to your start page
      </a>
    </p>
  </>,
  { status: 404 },
)

export function forbiddenPage(why: string | undefined): PageAnswer {
  return page(
    'You may not do this',
    <>
      <h1 class="govuk-heading-l">You may not do this</h1>
      <p class="govuk-body">{why ?? 'Your role does not include this part of Throughline.'}</p>
      <p class="govuk-body">
        If you need it for your work, ask your manager or the administrator of your service.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to your start page
        </a>
      </p>
    </>,
    { status: 403 },
  )
}

export const tooManyPage: PageAnswer = page(
  'Too many requests',
  <>
    <h1 class="govuk-heading-l">Too many requests</h1>
    <p class="govuk-body">
      There have been too many requests from your connection. Wait a minute, then go back and try again.
    </p>
  </>,
  { status: 429 },
)

export const tooLargePage: PageAnswer = page(
  'That is too large',
  <>
    <h1 class="govuk-heading-l">That is too large</h1>
    <p class="govuk-body">
      What you sent is larger than this page can take. Go back: what you typed is still there. Split it, or
      choose a smaller file.
    </p>
  </>,
  { status: 422 },
)

export const unreadablePage: PageAnswer = page(
  'That could not be read',
  <>
    <h1 class="govuk-heading-l">That could not be read</h1>
    <p class="govuk-body">
      What arrived was not complete, or not in a form that this page takes. Nothing has been changed. Go back
      and send it again.
    </p>
  </>,
  { status: 422 },
)

export const staleFormPage: PageAnswer = page(
  'This form has been open too long',
  <>
    <h1 class="govuk-heading-l">This form has been open too long</h1>
    <p class="govuk-body">
      For your safety a form can only be sent from the browser and the sign-in that opened it. Nothing has
      been changed.
    </p>
    <p class="govuk-body">
      Go back, copy what you typed if there is much of it, reload the page and send it again.
    </p>
  </>,
  { status: 403 },
)

/**
 * @param isWriting whether a form was being sent: the connection may have been lost just after it was saved
 */
export function unavailablePage(isWriting: boolean): PageAnswer {
  return page(
    'Throughline cannot be reached for a moment',
    <>
      <h1 class="govuk-heading-l">Throughline cannot be reached for a moment</h1>
      <p class="govuk-body">
        The database is not answering. It usually comes back by itself within a minute.
        {!isWriting && ' Nothing was changed.'}
      </p>
      {isWriting && (
        <p class="govuk-body">
          What you sent may not have been saved: look before you send it again. Go back: what you typed is
          still there.
        </p>
      )}
    </>,
    { status: 503 },
  )
}

export function failurePage(requestId: string): PageAnswer {
  return page(
    'Something went wrong',
    <>
      <h1 class="govuk-heading-l">Something went wrong</h1>
      <p class="govuk-body">
        This is a fault of ours. If you were sending a form, it may not have been saved: go back, where what
        you typed is still there, and look before you send it again.
      </p>
      <p class="govuk-body">
        If it happens again, tell your administrator this number: <strong>{requestId}</strong>
      </p>
    </>,
    { status: 500 },
  )
}
