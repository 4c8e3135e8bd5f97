import type { Client } from 'pg'

/** What the doctor asks the database, as its owner. */
export type DatabaseFacts = {
  version: string
  /** Tables without forced row-level security or without a rule for the application, and where the audit is off. */
  openTables: string[]
  unaudited: string[]
  /** The clock of the database. */
  now: Temporal.Instant
}

/** Tables that hold nothing of any service. */
const ofNoService = ['migration']

export async function readFacts(client: Client): Promise<DatabaseFacts> {
  const { rows } = await client.query<{ version: string; open: string[]; unaudited: string[]; now: string }>(
    `select current_setting('server_version') as version,
      (select coalesce(array_agg(c.relname::text order by c.relname), '{}') from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1)
          and not (c.relrowsecurity and c.relforcerowsecurity and exists (
            select from pg_policy p where p.polrelid = c.oid and 'throughline_app'::regrole = any (p.polroles)))) as open,
      (select coalesce(array_agg(tgrelid::regclass::text order by 1), '{}') from pg_trigger
        where not tgisinternal and tgenabled <> 'O') as unaudited,
      to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
    [ofNoService],
  )
  const [row] = rows
  if (!row) throw new Error('The database answered nothing')
  return {
    version: row.version,
    openTables: row.open,
    unaudited: row.unaudited,
    now: Temporal.Instant.from(row.now),
  }
}

/** What is wrong with the application's role; nothing when it has only its own rights. */
export async function findExcessRights(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ role: string; faults: string[] }>(`
    select current_user as role, array_remove(array[
      case when r.rolsuper then 'is a superuser' end,
      case when r.rolbypassrls then 'passes row-level security by' end,
      case when r.rolcreaterole then 'may make roles' end,
      case when exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace)
        then 'owns tables' end,
      case when exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relowner <> r.oid and pg_has_role(r.oid, c.relowner, 'member')) then 'is a member of the owner' end,
      case when not pg_has_role(r.oid, 'throughline_app', 'usage') then 'is not a member of throughline_app' end
    ], null) as faults
    from pg_roles r where r.rolname = current_user`)
  return rows.flatMap(({ role, faults }) => faults.map(fault => `${role} ${fault}`))
}

/** The state of the queue of background work; undefined when its tables are not there. */
export async function readQueue(client: Client): Promise<{ waiting: number; failed: number } | undefined> {
  const { rows: there } = await client.query(`select from pg_class where oid = to_regclass('pgboss.job')`)
  if (there.length === 0) return undefined
  const { rows } = await client.query<{ waiting: string; failed: string }>(`
    select count(*) filter (where state in ('created', 'retry') and start_after < now() - interval '10 minutes') as waiting,
      count(*) filter (where state = 'failed') as failed from pgboss.job`)
  return { waiting: Number(rows[0]?.waiting ?? 0), failed: Number(rows[0]?.failed ?? 0) }
}

/** Seconds since the oldest event that is not sealed was written, over all services; 0 when all are. */
export async function readUnsealedAge(client: Client): Promise<number> {
  const { rows } = await client.query<{ seconds: string | null }>(`
    select extract(epoch from clock_timestamp() - min(e.at))::bigint as seconds
    from service s
      left join lateral (select horizon from audit_seal a where a.service_id = s.service_id order by position desc limit 1) h on true
      join audit_event e on e.service_id = s.service_id and e.transaction >= coalesce(h.horizon, '0'::xid8)
    where not exists (select from audit_link l where l.service_id = e.service_id and l.event_id = e.id)`)
  return Number(rows[0]?.seconds ?? 0)
}

/** Whether a login is there. */
export async function hasLogin(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query('select from pg_roles where rolname = $1 and rolcanlogin', [name])
  return rows.length > 0
}

/**
 * The services whose chain no longer holds the head that was sealed before.
 * @param heads the heads that are kept outside the database, by service
 */
export async function findLostHeads(
  client: Client,
  heads: Readonly<Record<string, { position: number; hash: string }>>,
): Promise<string[]> {
  const kept = Object.entries(heads).map(([service, head]) => ({ service, ...head }))
  const { rows } = await client.query<{ name: string }>(
    `select s.name from jsonb_to_recordset($1::jsonb) k (service uuid, position bigint, hash text)
     join service s on s.service_id = k.service
     where not exists (select from audit_link l
       where l.service_id = k.service and l.position = k.position and encode(l.hash, 'hex') = k.hash)
     order by s.name`,
    [JSON.stringify(kept)],
  )
  return rows.map(({ name }) => name)
}
