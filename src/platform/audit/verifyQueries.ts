import type { Client } from 'pg'
import type { ReadEvent, ReadLink } from './followChain.ts'
import type { Seal } from './seal.ts'

/**
 * The hash of an event's content, worked out here and not by the database's own function, which somebody who tampers
 * with the rows could have replaced. Must agree with audit_event_hash in the migrations.
 */
const contentHash = `encode(sha256(convert_to(jsonb_build_array(
  e.service_id, e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), e.transaction::text, e.person_id,
  e.request, e.action, e.purpose, e.reason, e.table_name, e.row_key, e.child_id, e.before, e.after)::text, 'UTF8')), 'hex')`

const eventColumns = `e.id::text as event, encode(e.hash, 'hex') as event_hash, ${contentHash} as content_hash,
  e.transaction::text as transaction, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  coalesce(e.table_name || ' ' || (select string_agg(value, ' ') from jsonb_each_text(e.row_key) where key <> 'service_id'), e.action || ' of child ' || e.child_id::text, e.action) as row`

const sealColumns = `s.position::text as sealed_position, encode(s.hash, 'hex') as sealed_hash, s.horizon::text as horizon,
  s.server, to_char(s.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as sealed_at, s.signature`

type Row = Record<string, string | null>

/** Prepares a connection of the owner: one moment for all that is read, across services, by names of the system only. */
export async function beginReading(client: Client): Promise<{ here: string; next: string }> {
  await client.query('begin isolation level repeatable read, read only')
  await client.query(`select set_config('throughline.system', 'on', true), set_config('search_path', 'pg_catalog', true),
    set_config('statement_timeout', '0', true)`)
  const { rows } = await client.query<{ here: string; next: string }>(`
    select system_identifier::text as here, pg_snapshot_xmax(pg_current_snapshot())::text as next from pg_control_system()`)
  return rows[0] ?? { here: '', next: '0' }
}

/** Every service that the audit knows of, with its name where there still is one, and its count of events. */
export async function listAudited(
  client: Client,
): Promise<{ serviceId: string; name: string; events: number }[]> {
  const { rows } = await client.query<Row>(`
    select k.service_id, coalesce(v.name, '') as name, coalesce(c.events, 0)::text as events
    from (select service_id from public.service union select service_id from public.audit_event
      union select service_id from public.audit_link union select service_id from public.audit_seal) k
    left join public.service v using (service_id)
    left join (select service_id, count(*) as events from public.audit_event group by service_id) c using (service_id)
    order by k.service_id`)
  return rows.map(row => ({
    serviceId: row.service_id ?? '',
    name: row.name ?? '',
    events: Number(row.events),
  }))
}

const linksAtATime = 5_000

/** A service's links in order, each with its event and seal. */
export async function* readLinks(client: Client, serviceId: string): AsyncGenerator<ReadLink> {
  let after = '0'
  for (;;) {
    const { rows } = await client.query<Row>(
      `with batch as (
        select * from public.audit_link where service_id = $1 and position > $2 order by position limit ${linksAtATime})
      select l.position::text as position, l.event_id::text as linked_event, encode(l.hash, 'hex') as hash,
        ${eventColumns}, ${sealColumns}
      from batch l
        left join public.audit_event e on e.service_id = l.service_id and e.id = l.event_id
        left join public.audit_seal s on s.service_id = l.service_id and s.position = l.position
      order by l.position`,
      [serviceId, after],
    )
    for (const row of rows) {
      after = row.position ?? ''
      yield {
        position: Number(row.position),
        eventId: Number(row.linked_event),
        hash: row.hash ?? '',
        event: row.event === null ? undefined : eventOf(row),
        seal: row.sealed_position === null ? undefined : sealOf(serviceId, row),
      }
    }
    if (rows.length < linksAtATime) return
  }
}

/** A service's events that are not in its chain. */
export async function* readUnlinked(client: Client, serviceId: string): AsyncGenerator<ReadEvent> {
  let after = '-9223372036854775808'
  for (;;) {
    const { rows } = await client.query<Row>(
      `select ${eventColumns} from public.audit_event e
      where e.service_id = $1 and e.id > $2
        and not exists (select from public.audit_link l where l.service_id = e.service_id and l.event_id = e.id)
      order by e.id limit ${linksAtATime}`,
      [serviceId, after],
    )
    for (const row of rows) {
      after = row.event ?? ''
      yield eventOf(row)
    }
    if (rows.length < linksAtATime) return
  }
}

/** A service's seals at places that its chain does not have. */
export async function listLooseSeals(
  client: Client,
  serviceId: string,
): Promise<(Seal & { signature: string })[]> {
  const { rows } = await client.query<Row>(
    `select ${sealColumns} from public.audit_seal s
    where s.service_id = $1
      and not exists (select from public.audit_link l where l.service_id = s.service_id and l.position = s.position)
    order by s.position limit ${linksAtATime}`,
    [serviceId],
  )
  return rows.map(row => sealOf(serviceId, row))
}

function eventOf(row: Row): ReadEvent {
  return {
    id: Number(row.event),
    hash: row.event_hash ?? '',
    contentHash: row.content_hash ?? '',
    transaction: row.transaction ?? '0',
    at: row.at ?? '',
    row: row.row ?? '',
  }
}

function sealOf(serviceId: string, row: Row): Seal & { signature: string } {
  return {
    serviceId,
    position: Number(row.sealed_position),
    hash: row.sealed_hash ?? '',
    horizon: row.horizon ?? '0',
    server: row.server ?? '',
    sealedAt: Temporal.Instant.from(row.sealed_at ?? ''),
    signature: row.signature ?? '',
  }
}
