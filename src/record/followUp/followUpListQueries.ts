import { type RawBuilder, sql } from 'kysely'
import type { Days, ListSource } from '../../engine/lists/index.ts'
import type { Reach } from '../../platform/access/index.ts'
import { isRelated } from '../children/index.ts'
import type { CheckResult } from './followUp.ts'
import { toLookAt } from './followUpQueries.ts'

/** A child who is followed, as a list has them. */
export type ListedFollowUp = {
  /** The id of the case. */
  id: string
  childId: string
  givenName: string
  familyName: string
  knownAs: string
  reference: string
  pathway: string
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  toLookAt: number
  /** Further offences, and those of them that were proven in time. */
  further: number
  proven: number
  /** The last check: when, and what came of it. */
  checkedOn: Temporal.PlainDate | null
  result: CheckResult | null
}

const further = sql<number>`(select count(*)::int from follow_up_offence v where v.service_id = f.service_id
  and v.involvement_id = f.involvement_id and v.verdict <> 'not-further')`
const proven = sql<number>`(select count(*)::int from follow_up_offence v where v.service_id = f.service_id
  and v.involvement_id = f.involvement_id and v.verdict = 'further-proven' and v.proven_on <= f.proof_until)`
const lastCheck = sql`left join lateral (select k.checked_on, k.result from follow_up_check k
  where k.service_id = f.service_id and k.involvement_id = f.involvement_id
  order by k.checked_on desc, k.check_id desc limit 1) k on true`

/** The follow-ups of the service with their children. */
export const followUpSource: ListSource<ListedFollowUp> = {
  columns: sql<ListedFollowUp>`f.involvement_id as id, f.child_id as "childId", c.given_name as "givenName",
    c.family_name as "familyName", c.known_as as "knownAs", c.reference, i.pathway, f.from_on as from, f.until_on as until,
    ${toLookAt} as "toLookAt", ${further} as further, ${proven} as proven, k.checked_on as "checkedOn", k.result`,
  from: sql`follow_up f join child c on c.service_id = f.service_id and c.child_id = f.child_id
    join involvement i on i.service_id = f.service_id and i.involvement_id = f.involvement_id ${lastCheck}`,
  where: sql<boolean>`f.service_id = current_service() and c.service_id = current_service()`,
  id: sql<string>`f.involvement_id`,
  sorts: { until: sql`f.until_on`, from: sql`f.from_on`, child: sql`c.folded_name` },
}

/** What was found, as the list is narrowed to it. */
export type Finding = 'to-look-at' | 'further' | 'none' | 'unchecked'

/** What the list of follow-ups is narrowed to. */
export type FollowUpFilter = {
  reach: Reach
  state: 'running' | 'over' | 'all'
  finding?: Finding | undefined
  pathway?: string | undefined
  ends: Days
  today: Temporal.PlainDate
}

/** The conditions that a filter comes to. */
export function followUpConditions(filter: FollowUpFilter): RawBuilder<boolean>[] {
  const { reach, state, finding, pathway, ends, today } = filter
  return [
    ...(reach === 'related' ? [isRelated('f')] : []),
    ...(state === 'running' ? [sql<boolean>`f.until_on >= ${today}`] : []),
    ...(state === 'over' ? [sql<boolean>`f.until_on < ${today}`] : []),
    ...(pathway === undefined ? [] : [sql<boolean>`i.pathway = ${pathway}`]),
    ...(ends.from === undefined ? [] : [sql<boolean>`f.until_on >= ${ends.from}`]),
    ...(ends.to === undefined ? [] : [sql<boolean>`f.until_on <= ${ends.to}`]),
    ...(finding === undefined ? [] : [stands(finding)]),
  ]
}

function stands(finding: Finding): RawBuilder<boolean> {
  switch (finding) {
    case 'to-look-at':
      return sql<boolean>`${toLookAt} > 0`
    case 'further':
      return sql<boolean>`${further} > 0`
    case 'none':
      return sql<boolean>`(${further} = 0 and ${toLookAt} = 0 and k.checked_on is not null)`
    case 'unchecked':
      return sql<boolean>`(k.checked_on is null and ${further} = 0 and ${toLookAt} = 0)`
  }
}
