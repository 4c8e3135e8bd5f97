import { waitAfter } from './backoff.ts'
import { fillForm } from './fillForm.ts'
import { judge, type SentAnswer } from './sentAnswer.ts'
import { showPage } from './showPage.ts'
import { entriesToKeep, forgetAllUnsent, forgetUnsent, keepUnsent, listUnsent } from './unsent.ts'
import { clearNotice, sayUnsent, sayUnsentElsewhere } from './unsentNotice.ts'

/** A sending that takes longer than this is given up and begun again: the server saves it once. Milliseconds. */
const longest = 30_000
/** After so long without an answer it says that it is still sending. Milliseconds. */
const patience = 4_000

/**
 * Sends every form that carries a token for being saved once, without leaving the page before the server has it. On a bad
 * line the page stays with everything typed, says so, and sends it again by itself; the tab keeps it through a reload.
 * @param begin begins the scripts of a page that takes the place of this one
 */
export function startSending(page: Document, begin: (page: Document) => void): void {
  const store = window.sessionStorage
  const isSignedIn = page.querySelector('form[action="/sign-out"]') !== null
  if (!isSignedIn) {
    forgetAllUnsent(store)
    return
  }
  for (const form of page.querySelectorAll<HTMLFormElement>('form')) {
    if (form.getAttribute('action') === '/sign-out') {
      form.addEventListener('submit', () => forgetAllUnsent(store))
    } else if (form.querySelector('input[name="_once"]')) takeOver(form, store, begin)
  }
  const elsewhere = listUnsent(store).filter(unsent => formFor(page, unsent.form) === undefined)
  sayUnsentElsewhere(
    page,
    elsewhere.map(unsent => unsent.page),
  )
}

const actionOf = (form: HTMLFormElement) => form.getAttribute('action') ?? window.location.pathname

/** Which form it is: where it is sent, and what it is of where that alone does not say it. */
function nameOf(form: HTMLFormElement): string {
  const of = form.querySelector<HTMLInputElement>('input[name="_of"]')?.value ?? ''
  return of === '' ? actionOf(form) : `${actionOf(form)}#${of}`
}

function formFor(page: Document, name: string): HTMLFormElement | undefined {
  return [...page.querySelectorAll<HTMLFormElement>('form')].find(
    form => nameOf(form) === name && form.querySelector('input[name="_once"]'),
  )
}

function takeOver(form: HTMLFormElement, store: Storage, begin: (page: Document) => void): void {
  const name = nameOf(form)
  let state: 'resting' | 'sending' | 'waiting' | 'left' = 'resting'
  let failures = 0
  let needsMarks = false
  let submitter: HTMLElement | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  // A second press while it is being sent does nothing; once it has come to nothing, the next press must count at once.
  for (const button of form.querySelectorAll('[data-prevent-double-click]'))
    button.removeAttribute('data-prevent-double-click')

  const say = (words: string, again?: () => void) =>
    sayUnsent(form, words, { pressed: submitter, ...(again ? { again } : {}) })

  const keep = (goesByItself: boolean) => {
    const entries = entriesToKeep(new FormData(form, submitter))
    const { pathname, search } = window.location
    if (entries) keepUnsent(store, { page: pathname + search, form: name, entries, goesByItself })
  }

  const send = async () => {
    if (state === 'sending' || state === 'left') return
    clearTimeout(timer)
    state = 'sending'
    form.dataset.sending = ''
    keep(true)
    if (needsMarks) {
      const trouble = await takeNewToken(form, name)
      if (trouble) {
        state = 'resting'
        delete form.dataset.sending
        return say(trouble)
      }
      needsMarks = false
    }
    const slow = setTimeout(() => say('The line is slow: still sending …'), patience)
    const sent = whatItHolds(form)
    const answer = await post(form, submitter)
    clearTimeout(slow)
    state = 'resting'
    if (whatItHolds(form) === sent) follow(answer)
    else followTypedOn(answer)
    if (!isLeft()) delete form.dataset.sending
  }

  const isLeft = () => state === 'left'

  /** Whoever went on typing while it was sent keeps what they typed. */
  const followTypedOn = (answer: SentAnswer) => {
    keep(false)
    if (answer.kind === 'unreachable') return waitForPress()
    const outcome =
      answer.kind === 'leads' ? 'What you sent first has been saved' : 'It could not be saved yet'
    const button = submitter?.textContent?.trim() ?? ''
    say(`${outcome}. What you typed since is still here: press “${button}” when you have finished.`)
  }

  const follow = (answer: SentAnswer) => {
    switch (answer.kind) {
      case 'leads':
        if (keptNothing(answer.to)) return signedOut()
        state = 'left'
        forgetUnsent(store, name)
        return window.location.assign(answer.to)
      case 'page':
        state = 'left'
        forgetUnsent(store, name)
        return showPage(answer.html, actionOf(form), begin)
      case 'refused':
        keep(false)
        return say(`${headingOf(answer.html)}. It has not been saved. What you typed is still here.`)
      case 'unreachable':
        state = 'waiting'
        failures += 1
        timer = setTimeout(send, waitAfter(failures, 3_000, 60_000))
        return say(
          'No connection. What you typed is still here; it is sent again by itself.',
          () => void send(),
        )
    }
  }

  /** Signed out in another tab: the page stays, and takes new tokens once its owner has signed in again. */
  const signedOut = () => {
    keep(false)
    needsMarks = true
    const words = submitter?.textContent?.trim() || 'the button'
    say(
      `You have been signed out. What you typed is still here. Sign in again in another tab, come back and press “${words}”.`,
    )
  }

  const edited = () => {
    if (state !== 'waiting') return
    waitForPress()
  }

  const waitForPress = () => {
    state = 'resting'
    clearTimeout(timer)
    keep(false)
    const words = submitter?.textContent?.trim() || 'the button'
    say(`Not sent yet. What you type is kept in this tab. Press “${words}” when you have finished.`)
  }

  form.addEventListener('submit', event => {
    if (event.defaultPrevented) return
    event.preventDefault()
    submitter = event.submitter
    clearNotice(form)
    void send()
  })
  form.addEventListener('input', edited)
  window.addEventListener('online', () => state === 'waiting' && void send())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && state === 'waiting') void send()
  })
  // A page that the browser kept while it was left is alive again.
  window.addEventListener('pageshow', event => {
    if (!event.persisted || state !== 'left') return
    state = 'resting'
    delete form.dataset.sending
  })

  putBack(form, store, pressed => {
    submitter = pressed
    void send()
  })
}

/** Puts back what this tab has kept for a form, and sends it again unless it waits for the person. */
function putBack(
  form: HTMLFormElement,
  store: Storage,
  sendAgain: (pressed: HTMLElement | null) => void,
): void {
  const unsent = listUnsent(store).find(kept => kept.form === nameOf(form))
  if (!unsent || formFor(document, unsent.form) !== form) return
  fillForm(form, unsent.entries)
  if (unsent.goesByItself) sendAgain(buttonIn(form, unsent.entries))
  else sayUnsent(form, 'This is what you typed and what has not been sent. Look through it and send it.')
}

/** Whether an answer leads to the sign-in page because nobody knew whose form it was. */
function keptNothing(to: string): boolean {
  const { pathname, searchParams } = new URL(to, window.location.origin)
  return pathname === '/sign-in' && searchParams.get('kept') === 'nothing'
}

/** The words by which a page says who has signed in. */
const whoIn = (page: Document) => page.querySelector('a[href="/account"]')?.textContent?.trim()

/**
 * Takes the token of the new sign-in, after somebody has signed in again elsewhere. The token by which the form is saved once stays:
 * it is the person's, and an earlier sending whose answer was lost may have been saved by it.
 * @returns what to say where that cannot be done; undefined where it is done
 */
async function takeNewToken(form: HTMLFormElement, name: string): Promise<string | undefined> {
  const page = await freshPage()
  if (!page) return 'No connection. What you typed is still here. Press the button again in a moment.'
  const who = whoIn(page)
  if (who === undefined)
    return 'You are still signed out. Sign in in another tab, come back and press the button again.'
  if (who !== whoIn(document))
    return 'Somebody else has signed in here. Copy what you typed, and sign in as yourself.'
  const fresh = formFor(page, name)
  if (!fresh) return 'This form is not there any more. Copy what you typed, and load the page again.'
  const own = form.querySelector<HTMLInputElement>('input[name="_csrf"]')
  const its = fresh.querySelector<HTMLInputElement>('input[name="_csrf"]')
  if (own && its) own.value = its.value
  return undefined
}

/** This page as the server has it now; undefined where it cannot be reached. */
async function freshPage(): Promise<Document | undefined> {
  try {
    const answer = await fetch(window.location.href, { credentials: 'same-origin' })
    return new DOMParser().parseFromString(await answer.text(), 'text/html')
  } catch {
    return undefined
  }
}

/** Everything in a form as text, to be compared. */
function whatItHolds(form: HTMLFormElement): string {
  return JSON.stringify(entriesToKeep(new FormData(form)) ?? [])
}

/** The button that was pressed, where it says something itself. */
function buttonIn(
  form: HTMLFormElement,
  entries: readonly (readonly [string, string])[],
): HTMLElement | null {
  const buttons = [...form.querySelectorAll<HTMLButtonElement>('button:not([type=button])')]
  const pressed = ({ name, value }: HTMLButtonElement) =>
    entries.some(entry => entry[0] === name && entry[1] === value)
  return buttons.find(pressed) ?? buttons[0] ?? null
}

async function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<SentAnswer> {
  const data = new FormData(form, submitter)
  const isMultipart = form.enctype === 'multipart/form-data'
  const text = [...data].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const body = isMultipart ? data : new URLSearchParams(text)
  try {
    const answer = await fetch(actionOf(form), {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'text/html, application/json', 'x-throughline-form': '1' },
      body,
      // Leaving the page does not break it off. Browsers refuse to keep more than 64 KB alive.
      keepalive: !isMultipart && String(body).length < 60_000,
      // A large file takes as long as it takes.
      ...(isMultipart ? {} : { signal: AbortSignal.timeout(longest) }),
    })
    const type = answer.headers.get('content-type') ?? ''
    return judge({ status: answer.status, type, body: await answer.text() })
  } catch {
    return { kind: 'unreachable' }
  }
}

function headingOf(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return page.querySelector('h1')?.textContent?.trim() ?? 'The server did not take this'
}
