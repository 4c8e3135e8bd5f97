import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'

/**
 * How many different statements a connection keeps prepared. A page's statements are few and stand in the program; what
 * is put together from filters can be of many shapes, and each would take memory in the server for ever.
 */
export const mostPrepared = 300

/**
 * A pool as Kysely asks it, whose connections wait for no answer before they send what comes next: statements go one
 * behind the other, all that are asked for in one turn of the program in one packet. Should one fail, so does what
 * follows it in the same transaction. Statements with values are planned once on each connection.
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
  const { stream, parsedStatements } = (client as unknown as { connection: Wire }).connection
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
  const nameOf = prepareMost(mostPrepared, name => {
    // What stood behind a failure in its packet was never prepared. Forgetting it would fail, and with it whatever
    // transaction is under way.
    if (parsedStatements[name] === undefined) return
    // Refused within a transaction that has failed: then the server keeps one more until the connection ends.
    client.query(`deallocate ${name}`).catch(() => {})
    delete parsedStatements[name]
  })
  const made = {
    query(text: string, values?: readonly unknown[]) {
      hold()
      if (!values || values.length === 0) return client.query(text)
      return client.query({ text, values: [...values], name: nameOf(text) })
    },
    release: (isBroken?: boolean) => client.release(isBroken ?? false),
  } as unknown as PostgresPoolClient
  clients.set(client, made)
  return made
}

/**
 * Names for prepared statements: the same text has the same name while it is among the `most` that were asked last.
 * @param forget what to do about a statement that no longer is; its name is not given again
 */
function prepareMost(most: number, forget: (name: string) => void): (text: string) => string {
  const names = new Map<string, string>()
  let given = 0
  return text => {
    const known = names.get(text)
    given += known === undefined ? 1 : 0
    const name = known ?? `s${given}`
    // The order of the map is that in which they were last asked.
    names.delete(text)
    names.set(text, name)
    if (names.size > most) {
      const [eldest, forgotten] = names.entries().next().value ?? ['', '']
      names.delete(eldest)
      forget(forgotten)
    }
    return name
  }
}

type Wire = { stream: { cork(): void; uncork(): void }; parsedStatements: Record<string, string> }
