import { type RawBuilder, sql } from 'kysely'
import type { Days, ListSource } from '../../engine/lists/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { isOfTheirOwn } from '../feedback/index.ts'
import type { Asking, AskingState, Outcome } from './asking.ts'

/** A child whose work has ended, as those who ask have them: what the asking needs, and nothing of the case. */
export type ToAsk = Asking & {
  /** The id of the case. */
  id: string
  childId: string
  givenName: string
  familyName: string
  knownAs: string
  endedOn: Temporal.PlainDate
  workers: string[]
  language: string
  needsInterpreter: boolean | null
}

/**
 * Children whose work has ended: a case stands here from the day from which it is followed up. Whoever has or had a part in
 * a case does not ask about it.
 * @param form the id of the form by which is asked
 */
export function toAskSource(form: string): ListSource<ToAsk> {
  return {
    columns: sql<ToAsk>`f.involvement_id as id, f.child_id as "childId", c.given_name as "givenName",
      c.family_name as "familyName", c.known_as as "knownAs", f.from_on as "endedOn", c.language,
      c.needs_interpreter as "needsInterpreter", t.outcome, t.again_on as "againOn", t.tried_at as "triedAt",
      coalesce(t.tries, 0)::int as tries, s.said_at as "saidAt", v.expires_at as "linkUntil",
      array(select a.name from case_worker w
        join person_account a on a.service_id = w.service_id and a.user_id = w.user_id
        where w.service_id = f.service_id and w.involvement_id = f.involvement_id and w.part = 'holder'
        order by w.from_at desc limit 1) as workers`,
    from: sql`follow_up f join child c on c.service_id = f.service_id and c.child_id = f.child_id
      left join lateral (select y.outcome, y.again_on, y.tried_at, count(*) over () as tries from asking_try y
        where y.service_id = f.service_id and y.involvement_id = f.involvement_id and y.form = ${form}
        order by y.tried_at desc, y.asking_try_id desc limit 1) t on true
      left join lateral (select max(b.given_at) as said_at from feedback b
        where b.service_id = f.service_id and b.involvement_id = f.involvement_id and b.form = ${form}) s on true
      left join lateral (select max(l.expires_at) as expires_at from feedback_invitation l
        where l.service_id = f.service_id and l.involvement_id = f.involvement_id and l.form = ${form}
          and l.withdrawn_at is null) v on true`,
    where: sql<boolean>`f.service_id = current_service() and c.service_id = current_service() and not ${isOfTheirOwn}`,
    id: sql<string>`f.involvement_id`,
    sorts: { ended: sql`f.from_on`, child: sql`c.folded_name` },
  }
}

/** What the list is narrowed to. `since`: the first day of an end that is still asked about. */
export type ToAskFilter = {
  state: 'open' | Extract<AskingState, 'said' | 'declined' | 'over'> | 'all'
  since: Temporal.PlainDate
  ended: Days
}

/** The conditions that a filter comes to. */
export function toAskConditions({ state, since, ended }: ToAskFilter): RawBuilder<boolean>[] {
  const isOpen = sql<boolean>`s.said_at is null and t.outcome is distinct from 'declined'`
  const ofState = (): RawBuilder<boolean>[] => {
    switch (state) {
      case 'open':
        return [sql<boolean>`f.from_on >= ${since}`, isOpen]
      case 'over':
        return [sql<boolean>`f.from_on < ${since}`, isOpen]
      case 'said':
        return [sql<boolean>`s.said_at is not null`]
      case 'declined':
        return [sql<boolean>`s.said_at is null and t.outcome = 'declined'`]
      case 'all':
        return []
    }
  }
  return [
    ...ofState(),
    ...(ended.from === undefined ? [] : [sql<boolean>`f.from_on >= ${ended.from}`]),
    ...(ended.to === undefined ? [] : [sql<boolean>`f.from_on <= ${ended.to}`]),
  ]
}

/** One of those who are asked; undefined where there is no such, or the person who asks has a part in the case. */
export async function findToAsk(
  tx: Work,
  form: string,
  { childId, involvementId }: { childId: string; involvementId: string },
): Promise<ToAsk | undefined> {
  const { columns, from, where } = toAskSource(form)
  const { rows } = await sql<ToAsk>`select ${columns} from ${from}
    where ${where} and f.child_id = ${childId} and f.involvement_id = ${involvementId}`.execute(tx)
  return rows[0]
}

/** A try to ask, as it stands on the page. */
export type Try = {
  tryId: string
  outcome: Outcome
  againOn: Temporal.PlainDate | null
  note: string
  by: string
  at: Temporal.Instant
}

/** Every try to ask about a case, the latest first. */
export async function listTries(tx: Work, form: string, involvementId: string): Promise<Try[]> {
  const { rows } = await sql<Try>`
    select y.asking_try_id as "tryId", y.outcome, y.again_on as "againOn", y.note, a.name as by, y.tried_at as at
    from asking_try y join person_account a on a.service_id = y.service_id and a.user_id = y.tried_by
    where y.service_id = current_service() and y.involvement_id = ${involvementId} and y.form = ${form}
    order by y.tried_at desc, y.asking_try_id desc`.execute(tx)
  return rows
}

export type NewTry = {
  serviceId: string
  childId: string
  involvementId: string
  form: string
  outcome: Outcome
  /** Of an asking that is put off: the day on which to ask again. */
  againOn: Temporal.PlainDate | undefined
  note: string
  by: string
  at: Temporal.Instant
}

/** Writes down a try that brought no answer. */
export async function insertTry(tx: Work, it: NewTry): Promise<void> {
  await tx
    .insertInto('asking_try')
    .values({
      service_id: it.serviceId,
      child_id: it.childId,
      involvement_id: it.involvementId,
      form: it.form,
      outcome: it.outcome,
      again_on: it.againOn ?? null,
      note: it.note,
      tried_by: it.by,
      tried_at: it.at,
    })
    .execute()
}
