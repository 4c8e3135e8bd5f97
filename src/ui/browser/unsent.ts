/** What a form held when it was sent, kept in this tab until the server has it. */
export type Unsent = {
  /** The page on which it was typed. */
  page: string
  /** Where it is sent, and what it is of where that alone does not say it. */
  form: string
  entries: [string, string][]
  /** False once the server refused it, or the person went on typing: it waits for them. */
  goesByItself: boolean
}

const prefix = 'throughline-unsent '

/** What a form holds that may be kept: no token of the session, and nothing of a form with files, which cannot be. */
export function entriesToKeep(
  entries: Iterable<readonly [string, FormDataEntryValue]>,
): [string, string][] | undefined {
  const kept: [string, string][] = []
  for (const [name, value] of entries) {
    if (typeof value !== 'string') {
      if (value.name !== '' || value.size > 0) return undefined
    } else if (name !== '_csrf') kept.push([name, value])
  }
  return kept
}

/** Keeps it for this tab alone; a full or forbidden store is no reason not to send. */
export function keepUnsent(store: Storage, unsent: Unsent): void {
  try {
    store.setItem(prefix + unsent.form, JSON.stringify(unsent))
  } catch {
    // The page itself still holds what was typed.
  }
}

export function forgetUnsent(store: Storage, form: string): void {
  store.removeItem(prefix + form)
}

/** Everything in this tab that has not been sent; what cannot be read is thrown away. */
export function listUnsent(store: Storage): Unsent[] {
  return keysOf(store).flatMap(key => {
    const unsent = read(store.getItem(key))
    if (!unsent) store.removeItem(key)
    return unsent ?? []
  })
}

/** Whoever signs out leaves nothing behind. */
export function forgetAllUnsent(store: Storage): void {
  for (const key of keysOf(store)) store.removeItem(key)
}

function keysOf(store: Storage): string[] {
  return Array.from({ length: store.length }, (_, index) => store.key(index) ?? '').filter(key =>
    key.startsWith(prefix),
  )
}

function read(text: string | null): Unsent | undefined {
  try {
    const unsent = JSON.parse(text ?? '') as Partial<Unsent>
    const isWhole =
      typeof unsent.page === 'string' && typeof unsent.form === 'string' && Array.isArray(unsent.entries)
    return isWhole ? (unsent as Unsent) : undefined
  } catch {
    return undefined
  }
}
