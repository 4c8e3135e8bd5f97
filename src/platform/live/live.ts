import { Client } from 'pg'

/** Tells whoever looks at something that it has changed: not what, and of nobody. */
export type Live = {
  /** Calls `changed` whenever something of this topic has changed, until the function that comes back is called. */
  follow(topic: string, changed: () => void): () => void
  stop(): Promise<void>
}

/** The channel on which the database tells of meetings: `<service> <meeting>`. */
const channel = 'throughline_room'

/** After so long a connection that broke is made anew. Milliseconds. */
const rest = 1_000

/**
 * Listens to the database for all who look, on one connection of its own, which is made when the first one looks. Where it broke, everybody
 * is told once it is there again: something may have been missed.
 */
export function startLive(url: string, say: (fault: unknown) => void): Live {
  const listeners = new Map<string, Set<() => void>>()
  let client: Client | undefined
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = (topic: string) => {
    for (const changed of listeners.get(topic) ?? []) changed()
  }

  const connect = async () => {
    if (client || isStopped) return
    const own = new Client({ connectionString: url, application_name: 'throughline live' })
    client = own
    own.on('notification', ({ payload }) => tell(payload ?? ''))
    own.on('error', fault => lose(own, fault))
    own.on('end', () => lose(own, undefined))
    try {
      await own.connect()
      await own.query(`listen ${channel}`)
      for (const topic of listeners.keys()) tell(topic)
    } catch (fault) {
      lose(own, fault)
    }
  }

  const lose = (own: Client, fault: unknown) => {
    if (client !== own) return
    client = undefined
    if (isStopped) return
    if (fault) say(fault)
    own.end().catch(() => {})
    timer = setTimeout(() => void connect(), rest)
  }

  return {
    follow(topic, changed) {
      const those = listeners.get(topic) ?? new Set()
      those.add(changed)
      listeners.set(topic, those)
      void connect()
      return () => {
        those.delete(changed)
        if (those.size === 0 && listeners.get(topic) === those) listeners.delete(topic)
      }
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}
