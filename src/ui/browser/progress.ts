import { waitAfter } from './backoff.ts'

/** How far long work has come, as the server tells it. */
export interface Progress {
  done: number
  total: number
  text: string
  finished: boolean
}

/** Whether an answer is progress at all; anything else is treated as no answer. */
export function isProgress(answer: unknown): answer is Progress {
  if (typeof answer !== 'object' || answer === null) return false
  const { done, total, text, finished } = answer as Partial<Progress>
  return (
    typeof done === 'number' &&
    typeof total === 'number' &&
    typeof text === 'string' &&
    typeof finished === 'boolean'
  )
}

/**
 * Keeps every `[data-progress="/address"]` up to date: asks each second (less often while there is no answer),
 * moves its <progress>, says its text aloud when the text changes, and loads the page again at the end.
 */
export function startProgress(page: Document): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-progress]')) void follow(place)
}

async function follow(place: HTMLElement): Promise<void> {
  const address = place.dataset.progress ?? ''
  const line = textLine(place)
  let failures = 0
  for (;;) {
    const progress = await ask(address)
    failures = progress ? 0 : failures + 1
    if (progress) show(place, line, progress)
    if (progress?.finished) return window.location.reload()
    await new Promise(resolve => setTimeout(resolve, waitAfter(failures, 1_000, 30_000)))
  }
}

async function ask(address: string): Promise<Progress | undefined> {
  try {
    const answer = await fetch(address, { headers: { accept: 'application/json' }, cache: 'no-store' })
    const body: unknown = answer.ok ? await answer.json() : undefined
    return isProgress(body) ? body : undefined
  } catch {
    return undefined
  }
}

function show(place: HTMLElement, line: HTMLElement, { done, total, text }: Progress): void {
  const bar = place.querySelector('progress')
  if (bar) {
    bar.max = Math.max(1, total)
    bar.value = done
  }
  if (line.textContent !== text) line.textContent = text
}

function textLine(place: HTMLElement): HTMLElement {
  const given = place.querySelector<HTMLElement>('[aria-live]')
  if (given) return given
  const line = document.createElement('p')
  line.className = 'govuk-body'
  line.setAttribute('aria-live', 'polite')
  place.append(line)
  return line
}
