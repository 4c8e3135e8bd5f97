import { Client } from 'pg'
import type { Secret } from '../config/index.ts'

/** The installation's secret is not the one that the database was made with; the message says what to do. */
export class SecretFault extends Error {
  override readonly name = 'SecretFault'
}

/** What the mark is kept as: the comment of a table that is there before any other, and that no backup holds. */
const marked = 'Belongs to the installation with the secret marked '

/**
 * Makes sure that the secret is the one the database was made with, before anything is changed with it: another would
 * lock running servers out and seal the audit with a wrong key. A database without a mark belongs to nobody yet.
 * @throws SecretFault when it is another
 */
export async function checkSecretMark(ownerUrl: string, secret: Secret): Promise<void> {
  const mark = await withClient(ownerUrl, findMark)
  if (mark === undefined || mark === markOf(secret)) return
  throw new SecretFault(
    'This database belongs to an installation with another secret. Put that one in place: the setting THROUGHLINE_SECRET, or the file “secret” in the data folder. Nothing has been changed.',
  )
}

/** Marks a migrated database as belonging to this secret, where it has no mark yet. */
export async function keepSecretMark(ownerUrl: string, secret: Secret): Promise<void> {
  await withClient(ownerUrl, async client => {
    if ((await findMark(client)) !== undefined) return
    await client.query(
      `comment on table public.migration is ${client.escapeLiteral(marked + markOf(secret))}`,
    )
  })
}

/** Tells secrets apart, and gives nothing of them away. */
function markOf(secret: Secret): string {
  return secret.derive('database mark').slice(0, 16)
}

async function findMark(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ text: string | null }>(
    `select obj_description(to_regclass('public.migration'), 'pg_class') as text`,
  )
  const text = rows[0]?.text
  return text?.startsWith(marked) ? text.slice(marked.length) : undefined
}

async function withClient<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'throughline secret' })
  await client.connect()
  return work(client).finally(() => client.end())
}
