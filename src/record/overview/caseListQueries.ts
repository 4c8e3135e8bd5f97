import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Reach } from '../../platform/access/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { isRelated } from '../children/index.ts'

/** An open case with whose it is. */
export type ListedCase = {
  involvementId: string
  childId: string
  givenName: string
  familyName: string
  knownAs: string
  birthDate: Temporal.PlainDate | null
  birthDateBasis: 'known' | 'estimated' | 'unknown'
  reference: string
  isRestricted: boolean
  pathway: string
  stage: string
  startedAt: Temporal.Instant
  holderName: string | null
  isMine: boolean
}

export const caseSorts = ['name', 'started'] as const
export type CaseSort = (typeof caseSorts)[number]

export type CasesAsked = {
  sort: CaseSort
  isDescending: boolean
  /** Only the cases in which the person who asks has a part. */
  onlyMine: boolean
  pathway?: string | undefined
  stage?: string | undefined
  /** The id of the last case on the page before. */
  after?: string | undefined
  reach: Reach
}

export const casesOnPage = 50

/** What the rows stand in order by, after one's own cases. The program's own words, never what somebody typed. */
const orders: Record<CaseSort, { key: string }> = {
  name: { key: 'c.folded_name' },
  started: { key: 'i.started_at' },
}

/** Open cases, one's own first, a page at a time; one more than a page holds. */
export async function listOpenCases(tx: Work, asked: CasesAsked): Promise<ListedCase[]> {
  const key = sql.raw(orders[asked.sort].key)
  const direction = sql.raw(asked.isDescending ? 'desc' : 'asc')
  const beyond = sql.raw(asked.isDescending ? '<' : '>')
  const mine = sql`exists (select from case_worker w where w.service_id = i.service_id
    and w.involvement_id = i.involvement_id and w.user_id = current_person() and w.until_at is null)`
  const after = asked.after === undefined ? undefined : parseId<'involvement'>(asked.after)
  const from = sql`from involvement i
    join child c on c.service_id = i.service_id and c.child_id = i.child_id
    left join person_account p on p.service_id = i.service_id and p.user_id = i.holder_id`
  const conditions = [
    sql`i.service_id = current_service() and i.ended_at is null`,
    ...(asked.onlyMine ? [mine] : []),
    ...(asked.pathway === undefined ? [] : [sql`i.pathway = ${asked.pathway}`]),
    ...(asked.stage === undefined ? [] : [sql`i.stage = ${asked.stage}`]),
    ...(asked.reach === 'related' ? [isRelated('c')] : []),
  ]
  const later = after
    ? sql`where exists (select from listed l where l."involvementId" = ${after} and (
        (l."isMine" and not listed."isMine")
        or (l."isMine" = listed."isMine" and (listed.key, listed."involvementId") ${beyond} (l.key, l."involvementId"))))`
    : sql``
  const { rows } = await sql<ListedCase>`
    with listed as (
      select i.involvement_id as "involvementId", i.child_id as "childId", c.given_name as "givenName",
        c.family_name as "familyName", c.known_as as "knownAs", c.birth_date as "birthDate",
        c.birth_date_basis as "birthDateBasis", c.reference,
        exists (select from child_restriction r where r.service_id = c.service_id and r.child_id = c.child_id)
          as "isRestricted",
        i.pathway, i.stage, i.started_at as "startedAt", p.name as "holderName", ${mine} as "isMine", ${key} as key
      ${from} where ${sql.join(conditions, sql` and `)}
    )
    select * from listed ${later}
    order by "isMine" desc, key ${direction}, "involvementId" ${direction} limit ${casesOnPage + 1}`.execute(
    tx,
  )
  return rows
}
