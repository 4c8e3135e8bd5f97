import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { passkeyMessage } from './passkeyMessage.ts'
import { postJson } from './postJson.ts'

/**
 * Makes `[data-passkey-register]` and `[data-passkey-signin]` work. Each holds a button (sent hidden), a token,
 * and a `[role=alert]` for what went wrong; it says where to ask for options (data-options-url) and where to
 * send the answer (data-verify-url). The server answers `{ location }` to go to, or `{ message }` to show.
 */
export function startPasskeys(page: Document): void {
  if (!browserSupportsWebAuthn()) return
  for (const place of page.querySelectorAll<HTMLElement>('[data-passkey-register]')) ready(place, register)
  for (const place of page.querySelectorAll<HTMLElement>('[data-passkey-signin]')) ready(place, signIn)
}

type Ceremony = (options: unknown) => Promise<unknown>

const register: Ceremony = options =>
  startRegistration({ optionsJSON: options as Parameters<typeof startRegistration>[0]['optionsJSON'] })

const signIn: Ceremony = options =>
  startAuthentication({ optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'] })

function ready(place: HTMLElement, ceremony: Ceremony): void {
  const button = place.querySelector('button')
  if (!button) return
  button.hidden = false
  button.addEventListener('click', async event => {
    event.preventDefault()
    button.disabled = true
    tell(place, '')
    try {
      tell(place, await perform(place, ceremony))
    } catch (error) {
      tell(place, passkeyMessage(error instanceof Error ? error.name : ''))
    } finally {
      button.disabled = false
    }
  })
}

/** Runs it to the end and goes where the server says; otherwise gives the words to show. */
async function perform(place: HTMLElement, ceremony: Ceremony): Promise<string> {
  const { optionsUrl = '', verifyUrl = '' } = place.dataset
  const options = await fetch(optionsUrl, { headers: { accept: 'application/json' }, cache: 'no-store' })
  if (!options.ok) return readMessage(await options.json().catch(() => undefined))
  const result = await ceremony(await options.json())
  const verified = await postJson(verifyUrl, JSON.stringify(result), place)
  const answer: unknown = await verified.json().catch(() => undefined)
  const location = verified.ok ? readString(answer, 'location') : undefined
  if (location === undefined) return readMessage(answer)
  window.location.assign(new URL(location, window.location.origin))
  return ''
}

function readMessage(answer: unknown): string {
  return readString(answer, 'message') ?? passkeyMessage('')
}

function readString(answer: unknown, key: string): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const value: unknown = Reflect.get(answer, key)
  return typeof value === 'string' ? value : undefined
}

function tell(place: HTMLElement, words: string): void {
  const line = place.querySelector<HTMLElement>('[role=alert]')
  if (line) line.textContent = words
}
