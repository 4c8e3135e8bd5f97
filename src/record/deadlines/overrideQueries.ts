import { type RawBuilder, sql } from 'kysely'
import type { Clock, ClockOverride, Length } from '../../engine/clocks/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'

/** A service's own length for a clock, as the record holds it. */
export type OwnLength = {
  overrideId: string
  pathway: string
  clock: string
  unit: Length['unit']
  count: number
  from: Temporal.PlainDate
  until: Temporal.PlainDate | null
  source: string
  reason: string
  setBy: string
  setAt: Temporal.Instant
  endedBecause: string
  version: number
}

/** Every length that the service has ever set for itself, in the order in which they were set. */
export async function listOwnLengths(tx: Work): Promise<OwnLength[]> {
  const { rows } = await sql<OwnLength>`
    select o.clock_override_id as "overrideId", o.pathway, o.clock, o.unit, o.count, o.from_on as "from",
      o.until_on as "until", o.source, o.reason, a.name as "setBy", o.set_at as "setAt",
      o.ended_because as "endedBecause", o.version
    from clock_override o join person_account a on a.service_id = o.service_id and a.user_id = o.set_by
    where o.service_id = current_service() order by o.set_at, o.clock_override_id`.execute(tx)
  return rows
}

/** One of them; undefined where there is none of this id. */
export async function findOwnLength(tx: Work, overrideId: string): Promise<OwnLength | undefined> {
  const id = parseId<'clock-override'>(overrideId)
  return id && (await listOwnLengths(tx)).find(it => it.overrideId === id)
}

/**
 * The lengths to which clocks are held in this service: those of its pack, then those it has set itself, so that the one
 * set last wins (`lengthFor`). One that was set by mistake never held.
 */
export async function clockOverrides(tx: Work): Promise<readonly ClockOverride[]> {
  const own = await listOwnLengths(tx)
  return [...practiceInUse().clockOverrides, ...own.filter(everHeld).map(overrideOf)]
}

/** Whether a length holds, held or will hold on any day. */
export function everHeld({ from, until }: Pick<OwnLength, 'from' | 'until'>): boolean {
  return until === null || Temporal.PlainDate.compare(until, from) >= 0
}

function overrideOf({ pathway, clock, unit, count, from, until, source, reason }: OwnLength): ClockOverride {
  const within = { unit, count }
  const inForce = { from, ...(until === null ? {} : { to: until }) }
  return { pathway, clock, within, inForce, source, reason }
}

/**
 * In how many cases that the person may open a clock started in these days, so that what is due in them hangs on its
 * length: by the first such step of the case, or by any where the clock starts again with each.
 * @param until undefined: up to now
 */
export async function countStarted(
  tx: Work,
  { pathway, clock, from, until }: { pathway: string; clock: Clock } & Days,
): Promise<number> {
  const day = sql`(e.at at time zone 'Europe/London')::date`
  const within = (which: RawBuilder<unknown>) =>
    sql`${which} >= ${from}::date and (${until ?? null}::date is null or ${which} <= ${until ?? null}::date)`
  const { rows } = await sql<{ cases: number }>`
    select count(*)::int as cases from (
      select e.involvement_id from (
        select m.involvement_id, m.happened_at as at from milestone m
          where m.service_id = current_service() and m.step = ${clock.from}
        union all select c.involvement_id, c.at from clock_event c
          where c.service_id = current_service() and c.step = ${clock.from}) e
      join involvement i on i.service_id = current_service() and i.involvement_id = e.involvement_id
        and i.pathway = ${pathway}
      group by e.involvement_id
      having ${clock.repeats ? sql`bool_or(${within(day)})` : within(sql`min(${day})`)}) s`.execute(tx)
  return rows[0]?.cases ?? 0
}

type Days = { from: Temporal.PlainDate; until: Temporal.PlainDate | undefined }

export type NewLength = Pick<
  OwnLength,
  'pathway' | 'clock' | 'unit' | 'count' | 'from' | 'until' | 'source' | 'reason'
>

/** Sets a length of the service's own. */
export async function insertOwnLength(
  tx: Work,
  it: NewLength,
  by: { serviceId: string; userId: string; at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('clock_override')
    .values({
      service_id: by.serviceId,
      pathway: it.pathway,
      clock: it.clock,
      unit: it.unit,
      count: it.count,
      from_on: it.from,
      until_on: it.until,
      source: it.source,
      reason: it.reason,
      set_by: by.userId,
      set_at: by.at,
    })
    .execute()
}

/**
 * Ends a length with a day, unless somebody else has since changed it.
 * @returns whether it was ended
 */
export async function endOwnLength(
  tx: Work,
  which: Pick<OwnLength, 'overrideId' | 'version'>,
  to: { until: Temporal.PlainDate; because: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('clock_override')
    .set(eb => ({ until_on: to.until, ended_because: to.because, version: eb('version', '+', 1) }))
    .where('service_id', '=', sql<string>`current_service()`)
    .where('clock_override_id', '=', which.overrideId)
    .where('version', '=', which.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
