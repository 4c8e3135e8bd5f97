import { type RawBuilder, sql } from 'kysely'
import type { ClockEvent } from '../../engine/clocks/index.ts'
import type { Days, ListSource, Range } from '../../engine/lists/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { lastBirthOf } from '../../kernel/age.ts'
import type { Reach } from '../../platform/access/index.ts'
import type { InJson, Work } from '../../platform/database/index.ts'
import { isRelated } from '../children/index.ts'
import {
  answersOf,
  daysWaited,
  type Happening,
  happened,
  type Result,
  spanOf,
  stopsBeside,
  wentSo,
} from '../figures/index.ts'

/** A case with whose it is. */
export type ListedCase = {
  /** The id of the case. */
  id: string
  childId: string
  givenName: string
  familyName: string
  knownAs: string
  birthDate: Temporal.PlainDate | null
  birthDateBasis: 'known' | 'estimated' | 'unknown'
  reference: string
  isRestricted: boolean
  pathway: string
  routeIn: string
  stage: string
  ending: string | null
  startedAt: Temporal.Instant
  endedAt: Temporal.Instant | null
  holderName: string | null
  isMine: boolean
  /** When what the list is narrowed to happened, and how many days after the arrival that was. */
  happenedAt?: Temporal.Instant
  waited?: number
  /** What else may have stopped the clock that runs until then. */
  stops?: InJson<ClockEvent>[]
}

/** Whether somebody, known as `a`, is the holder of a case that the reader may see, be it ended. */
export const holdsCases = sql<boolean>`exists (select from involvement h
  where h.service_id = current_service() and h.holder_id = a.user_id)`

/** Whether the person who asks has a part in the case `i`. */
const mine = sql<boolean>`i.involvement_id in (select w.involvement_id from case_worker w
  where w.service_id = current_service() and w.user_id = current_person() and w.until_at is null)`
const restricted = sql<boolean>`exists (select from child_restriction r
  where r.service_id = i.service_id and r.child_id = i.child_id)`

/** The cases of the service with their children. */
export const caseSource: ListSource<ListedCase> = {
  columns: sql<ListedCase>`i.involvement_id as id, i.child_id as "childId", c.given_name as "givenName",
    c.family_name as "familyName", c.known_as as "knownAs", c.birth_date as "birthDate",
    c.birth_date_basis as "birthDateBasis", c.reference, ${restricted} as "isRestricted", i.pathway,
    i.route_in as "routeIn", i.stage, i.ending, i.started_at as "startedAt", i.ended_at as "endedAt",
    (select a.name from person_account a where a.service_id = i.service_id and a.user_id = i.holder_id) as "holderName",
    ${mine} as "isMine"`,
  from: sql`involvement i join child c on c.service_id = i.service_id and c.child_id = i.child_id`,
  where: sql<boolean>`i.service_id = current_service() and c.service_id = current_service()`,
  id: sql<string>`i.involvement_id`,
  sorts: { name: sql`c.folded_name`, began: sql`i.started_at` },
}

/**
 * The cases to which something happened, with when that was, how many days after the arrival, and both to sort by. There
 * is no index for these orders: only what the happening finds is sorted.
 */
export function caseSourceOf(what: Happening, days: Days): ListSource<ListedCase> {
  return {
    ...caseSource,
    columns: sql<ListedCase>`${caseSource.columns}, h.at as "happenedAt", ${daysWaited} as waited, ${stopsBeside(what)} as stops`,
    from: sql`(${happened(what, spanOf(days))}) h
      join involvement i on i.service_id = current_service() and i.involvement_id = h.involvement_id
      join child c on c.service_id = i.service_id and c.child_id = i.child_id`,
    sorts: { ...caseSource.sorts, happened: sql`h.at`, waited: daysWaited },
  }
}

/** Ages from and to, both included; open above. */
export type AgeBand = { from: number; to?: number }

/** What the list of cases is narrowed to. */
export type CaseFilter = {
  reach: Reach
  whose?: 'mine' | 'nobody' | undefined
  holder?: string | undefined
  pathway?: string | undefined
  stage?: string | undefined
  routeIn?: string | undefined
  /** Open cases only, ended ones only, or both. */
  state: 'open' | 'ended' | 'all'
  ages?: AgeBand | 'unknown' | undefined
  isRestricted?: boolean | undefined
  today: Temporal.PlainDate
  /**
   * Cases to which this happened, in these days, so many days after the arrival, and went so: asked of `caseSourceOf`
   * with the same. Days alone are those on which the case began.
   */
  happening?: Happening | undefined
  days: Days
  waited: Range
  result?: Result | undefined
}

/** The conditions that a filter comes to. */
export function caseConditions(filter: CaseFilter): RawBuilder<boolean>[] {
  const { reach, whose, holder, pathway, stage, routeIn, state, ages, isRestricted, today } = filter
  return [
    ...(reach === 'related' ? [isRelated('i')] : []),
    ...(whose === 'mine' ? [mine] : []),
    ...(whose === 'nobody' ? [sql<boolean>`i.holder_id is null`] : []),
    ...(holder === undefined ? [] : [sql<boolean>`i.holder_id = ${holder}::uuid`]),
    ...(pathway === undefined ? [] : [sql<boolean>`i.pathway = ${pathway}`]),
    ...(stage === undefined ? [] : [sql<boolean>`i.stage = ${stage}`]),
    ...(routeIn === undefined ? [] : [sql<boolean>`i.route_in = ${routeIn}`]),
    ...(state === 'open' ? [sql<boolean>`i.ended_at is null`] : []),
    ...(state === 'ended' ? [sql<boolean>`i.ended_at is not null`] : []),
    ...(ages === undefined ? [] : [bornFor(ages, today)]),
    ...(isRestricted === undefined ? [] : [isRestricted ? restricted : sql<boolean>`not ${restricted}`]),
    ...happeningsAsked(filter),
  ]
}

/** Born so that the age is within a band today. */
function bornFor(ages: AgeBand | 'unknown', today: Temporal.PlainDate): RawBuilder<boolean> {
  if (ages === 'unknown') return sql<boolean>`c.birth_date is null`
  const { from, to } = ages
  const latest = lastBirthOf(from, today)
  const earliest = to === undefined ? undefined : lastBirthOf(to + 1, today).add({ days: 1 })
  return earliest === undefined
    ? sql<boolean>`c.birth_date <= ${latest}::date`
    : sql<boolean>`c.birth_date between ${earliest}::date and ${latest}::date`
}

function happeningsAsked(filter: CaseFilter): RawBuilder<boolean>[] {
  const { happening, days, waited, result } = filter
  if (happening !== undefined)
    return [
      ...(result === undefined ? [] : [wentSo(happening, result, answersIn(filter))]),
      ...(waited.from === undefined ? [] : [sql<boolean>`${daysWaited} >= ${waited.from}`]),
      ...(waited.to === undefined ? [] : [sql<boolean>`${daysWaited} <= ${waited.to}`]),
    ]
  if (result !== undefined) {
    const ways = (['decided', 'declined', 'ended'] as const).map(way => isAmongThose(way, filter))
    return [sql<boolean>`(${sql.join(ways, sql` or `)})`]
  }
  return days.from || days.to ? [isAmongThose('began', filter)] : []
}

function isAmongThose(happening: Happening, filter: CaseFilter): RawBuilder<boolean> {
  const { days, result } = filter
  const went = result === undefined ? sql`true` : wentSo(happening, result, answersIn(filter))
  return sql<boolean>`i.involvement_id in (
    select h.involvement_id from (${happened(happening, spanOf(days))}) h where ${went})`
}

/** The answers as the figures read them: by the definitions of the pathway that is asked for, or of all. */
function answersIn({ pathway }: CaseFilter) {
  const practice = practiceInUse()
  const own = pathway === undefined ? undefined : findPathway(practice, pathway)
  return answersOf(own ? [own] : practice.pathways)
}

/** Whether the person who asks has a part in a case that is open. */
export async function hasCases(tx: Work): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from case_worker w
      where w.service_id = current_service() and w.user_id = current_person() and w.until_at is null) as has`.execute(
    tx,
  )
  return rows[0]?.has ?? false
}
