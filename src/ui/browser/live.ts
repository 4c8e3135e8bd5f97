import { waitAfter } from './backoff.ts'

/**
 * Keeps a page up to date that carries `[data-live="/address"]`: whenever the address tells of a change, the page is fetched again and
 * its parts marked `[data-live-part]` take the place of the old ones. A part in which somebody types, or has typed, stays as it is.
 * Where the connection is lost it says so, and catches up by itself.
 */
export function startLive(page: Document): void {
  const place = page.querySelector<HTMLElement>('[data-live]')
  if (place) follow(place)
}

function follow(place: HTMLElement): void {
  const address = place.dataset.live ?? ''
  const line = place.querySelector<HTMLElement>('[data-live-line]')
  let failures = 0
  let isFetching = false
  let isStale = false

  const say = (words: string) => {
    if (line && line.textContent !== words) line.textContent = words
  }

  const refresh = async () => {
    isStale = true
    if (isFetching) return
    isFetching = true
    while (isStale) {
      isStale = false
      const fresh = await fetchPage()
      if (fresh === 'unreachable') break
      if (fresh === 'gone') return window.location.reload()
      say(takeOver(place, fresh) ?? '')
    }
    isFetching = false
  }

  const connect = () => {
    const source = new EventSource(address)
    source.addEventListener('ready', () => {
      failures = 0
      place.dataset.liveState = 'connected'
      void refresh()
    })
    source.addEventListener('changed', () => void refresh())
    source.addEventListener('error', () => {
      source.close()
      failures += 1
      place.dataset.liveState = 'lost'
      if (failures > 1 || !navigator.onLine) say('Connection lost. What you type is kept. Trying again …')
      timer = setTimeout(connect, waitAfter(failures, 500, 10_000))
    })
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  window.addEventListener('offline', () => say('Connection lost. What you type is kept. Trying again …'))
  window.addEventListener('online', () => {
    if (place.dataset.liveState !== 'lost') return void refresh()
    clearTimeout(timer)
    connect()
  })
  connect()
}

async function fetchPage(): Promise<Document | 'unreachable' | 'gone'> {
  try {
    const answer = await fetch(window.location.href, { credentials: 'same-origin', cache: 'no-store' })
    if (answer.redirected || answer.status === 404) return 'gone'
    if (!answer.ok) return 'unreachable'
    return new DOMParser().parseFromString(await answer.text(), 'text/html')
  } catch {
    return 'unreachable'
  }
}

/** @returns what the new page says has happened, where something was taken over */
function takeOver(place: HTMLElement, fresh: Document): string | undefined {
  const was = place.dataset.liveSaid
  for (const part of place.querySelectorAll<HTMLElement>('[data-live-part]')) {
    const next = fresh.getElementById(part.id)
    if (!next || isTypedIn(part) || withoutTokens(part) === withoutTokens(next)) continue
    const focused = part.contains(document.activeElement) ? document.activeElement?.id : undefined
    part.replaceChildren(...next.childNodes)
    if (focused) document.getElementById(focused)?.focus()
  }
  const said = fresh.querySelector<HTMLElement>('[data-live]')?.dataset.liveSaid
  if (said !== undefined) place.dataset.liveSaid = said
  return said !== was ? said : undefined
}

/** Whether somebody has a box of this part before them, or has left something in it. */
function isTypedIn(part: HTMLElement): boolean {
  const boxes = part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    'input:not([type=hidden]), textarea, select',
  )
  return [...boxes].some(box => {
    if (box === document.activeElement) return true
    if (box instanceof HTMLSelectElement)
      return [...box.options].some(option => option.selected !== option.defaultSelected)
    if (box instanceof HTMLInputElement && (box.type === 'radio' || box.type === 'checkbox'))
      return box.checked !== box.defaultChecked
    return box.value !== box.defaultValue
  })
}

/** What a part holds, without the tokens of its forms, which are others each time. */
function withoutTokens(part: HTMLElement): string {
  const copy = part.cloneNode(true) as HTMLElement
  for (const token of copy.querySelectorAll('input[type=hidden][name^="_"]')) token.remove()
  return copy.innerHTML
}
