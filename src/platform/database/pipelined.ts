import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/**
 * How many different statements a connection keeps prepared. A page's statements are few and stand in the program; what
 * is put together from filters can be of many shapes, and each would take memory in the server for ever.
 */
const mostPrepared = 300

/** The names under which statements are prepared; the same text has the same name on every connection. */
const names = new Map<string, string>()

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= mostPrepared) return known
  const name = `s${names.size + 1}`
  names.set(text, name)
  return name
}

/**
 * A pool as Kysely asks it, whose connections wait for no answer that nobody needs: statements are sent one behind the
 * other, all that are asked for in one turn of the program in one packet, and `begin` is not waited for at all. Should it
 * fail, so does what follows. Statements with values are planned once on each connection.
 */
export function pipelined(pool: Pool): PostgresPool {
  return {
    connect: async () => eager(await pool.connect()),
    end: () => pool.end(),
    options: {},
  } as PostgresPool
}

const clients = new WeakMap<PoolClient, PostgresPoolClient>()

function eager(client: PoolClient): PostgresPoolClient {
  const known = clients.get(client)
  if (known) return known
  const { stream } = (client as unknown as { connection: { stream: NodeJS.WritableStream & Corkable } })
    .connection
  let isHeld = false
  const hold = () => {
    if (isHeld) return
    isHeld = true
    stream.cork()
    setImmediate(() => {
      isHeld = false
      stream.uncork()
    })
  }
  const ask = (text: string, values?: readonly unknown[]) => {
    hold()
    const name = values && values.length > 0 ? nameOf(text) : undefined
    return client.query({ text, ...(values ? { values: [...values] } : {}), ...(name ? { name } : {}) })
  }
  const made = {
    query(text: string, values?: readonly unknown[]) {
      const answer = ask(text, values)
      if (text !== 'begin') return answer
      answer.catch(() => {})
      return Promise.resolve(begun)
    },
    release: (isBroken?: boolean) => client.release(isBroken ?? false),
  } as unknown as PostgresPoolClient
  clients.set(client, made)
  return made
}

type Corkable = { cork(): void; uncork(): void }

const begun = { command: 'BEGIN', rowCount: 0, rows: [] } as unknown as PostgresQueryResult<unknown>
