import { clockTime } from './clockTime.ts'
import { draftSaver, type Sent } from './draftSaver.ts'
import { formValues } from './formValues.ts'
import { postJson } from './postJson.ts'

/**
 * Saves drafts of every `<form data-autosave="/drafts/…">`: posts `{ values }` to the address with the form's
 * token in a header, and says "Kept 2:02pm, not saved yet" quietly beside the form.
 */
export function startAutosave(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-autosave]')) autosave(form)
}

function autosave(form: HTMLFormElement): void {
  const address = form.dataset.autosave
  if (!address) return
  const status = statusLine(form)
  const saver = draftSaver({
    read: () => JSON.stringify({ values: readForm(form) }),
    send: body => sendDraft(address, body, form),
    say: news => {
      status.textContent = newsWords[news]()
    },
  })
  form.addEventListener('input', saver.changed)
  form.addEventListener('change', saver.changed)
  form.addEventListener('submit', saver.stop)
  window.addEventListener('online', saver.retry)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saver.retry()
  })
}

function readForm(form: HTMLFormElement) {
  const passwords = [...form.querySelectorAll<HTMLInputElement>('input[type=password]')]
  return formValues(
    new FormData(form),
    passwords.map(field => field.name),
  )
}

async function sendDraft(address: string, body: string, form: HTMLFormElement): Promise<Sent> {
  try {
    const answer = await postJson(address, body, form)
    if (answer.ok) return 'saved'
    if (answer.status === 401) return 'signed-out'
    return answer.status >= 500 || answer.status === 429 ? 'unreachable' : 'refused'
  } catch {
    return 'unreachable'
  }
}

const newsWords = {
  saved: () => `Kept ${clockTime(new Date())}, not saved yet`,
  refused: () => 'Not saved. What you typed is still here.',
  'signed-out': () => 'You have been signed out. What you typed is still here.',
}

/** Where it says that it is saved: a place the page made for it, or one at the foot of the form. */
function statusLine(form: HTMLFormElement): HTMLElement {
  const given = form.querySelector<HTMLElement>('[data-autosave-status]')
  const line = given ?? document.createElement('p')
  line.classList.add('tl-saved')
  line.setAttribute('aria-live', 'polite')
  if (!given) form.append(line)
  return line
}
