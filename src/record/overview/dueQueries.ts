import { type RawBuilder, sql } from 'kysely'
import type { ClockEvent } from '../../engine/clocks/index.ts'
import type { ListSource } from '../../engine/lists/index.ts'
import type { ClockLine } from '../../engine/pathways/index.ts'
import type { InJson } from '../../platform/database/index.ts'
import type { Request } from '../../platform/http/index.ts'
import { isNotDoneWith } from '../cases/index.ts'
import { type Clocked, eventsOf, readEvents, standsAt, waitingClocks } from '../day/index.ts'
import { practiceFor } from '../deadlines/index.ts'
import type { ListedCase } from './caseListQueries.ts'

/** A clock has run out, or one that waits runs out today or within the week, as on My day. */
export type DueAsked = 'overdue' | 'week'

/** The cases in which something is due, each with its clocks that say so, the most pressing first. */
export type DueCases = ReadonlyMap<string, readonly ClockLine[]>

/**
 * The cases `i` in which something is overdue, or due within the week. Clocks are worked out and not stored, so no index
 * knows them: the cases that are left by what else is asked are read in one question, with only those of their steps that
 * a clock knows.
 * @param source where the list's rows come from
 * @param conditions what else the list is narrowed to
 */
export async function findDue(
  { tx, now, today }: Pick<Request, 'tx' | 'now' | 'today'>,
  asked: DueAsked,
  { from, where }: Pick<ListSource<ListedCase>, 'from' | 'where'>,
  conditions: readonly RawBuilder<boolean>[],
): Promise<DueCases> {
  const [practice, { rows }] = await Promise.all([
    practiceFor(tx),
    sql<Row>`
      select i.involvement_id as id, i.pathway, i.ended_at as "endedAt", ${eventsOf('i')} as events
      from ${from}
      where ${sql.join([where, isNotDoneWith('i'), ...conditions], sql` and `)}`.execute(tx),
  ])
  const cases = rows.map(({ id, events, ...it }) => {
    const waiting = waitingClocks({ ...it, events: readEvents(events) }, practice, now)
    return [id, waiting.filter(line => standings[asked].includes(standsAt(line, today)))] as const
  })
  return new Map(cases.filter(([, lines]) => lines.length > 0))
}

/** That a case `i` is one of these. */
export function isAmong(ids: Iterable<string>): RawBuilder<boolean> {
  return sql<boolean>`i.involvement_id = any (${[...ids]}::uuid[])`
}

type Row = Omit<Clocked, 'events'> & { id: string; events: InJson<ClockEvent>[] }

const standings: Readonly<Record<DueAsked, readonly ReturnType<typeof standsAt>[]>> = {
  overdue: ['overdue'],
  week: ['today', 'week'],
}
