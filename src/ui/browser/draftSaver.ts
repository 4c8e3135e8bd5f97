import { waitAfter } from './backoff.ts'

/** What became of an attempt: the server has it; it cannot be reached; it will not take it; it knows nobody here. */
export type Sent = 'saved' | 'unreachable' | 'refused' | 'signed-out'

interface DraftSaverParts {
  /** The form as it stands, as text that can be compared. */
  read: () => string
  send: (body: string) => Promise<Sent>
  /** Told what to say to the person; never told of being offline, which is tried again in silence. */
  say: (news: Exclude<Sent, 'unreachable'>) => void
}

/** Waits this long after the last key before saving, in milliseconds. */
const pause = 1200

/**
 * Saves a draft a little after typing stops, only when something has changed, one request at a time. While
 * the server cannot be reached it tries again, less and less often, and at once when `retry` is called.
 */
export function draftSaver({ read, send, say }: DraftSaverParts) {
  let lastSaved = read()
  let failures = 0
  let isSending = false
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const saveIn = (milliseconds: number) => {
    clearTimeout(timer)
    if (!isStopped) timer = setTimeout(save, milliseconds)
  }

  const save = async () => {
    clearTimeout(timer)
    const body = read()
    if (isStopped || isSending || body === lastSaved) return
    isSending = true
    const sent = await send(body)
    isSending = false
    if (isStopped) return
    failures = sent === 'unreachable' ? failures + 1 : 0
    if (sent === 'unreachable') return saveIn(waitAfter(failures, 5_000, 60_000))
    if (sent === 'saved') lastSaved = body
    say(sent)
    if (sent === 'saved' && read() !== body) saveIn(pause)
  }

  return {
    /** Something was typed or chosen. */
    changed: () => saveIn(pause),
    /** The network is back, or the page is about to be left. */
    retry: () => void save(),
    /** The form is being sent for good: no draft after it. */
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
