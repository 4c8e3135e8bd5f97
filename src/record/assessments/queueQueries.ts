import { sql } from 'kysely'
import type { Work } from '../../platform/database/index.ts'
import { worksFor } from '../workforce/index.ts'
import type { Assessment } from './assessment.ts'
import type { Signing, SigningKind } from './signing.ts'

/** A form in somebody's queue: whose record it is in, and what was signed of it. */
export type Queued = Pick<Assessment, 'assessmentId' | 'childId' | 'form' | 'begunAt'> & {
  childName: string
  /** Everybody who wrote in it: none of them countersigns it. */
  writtenByIds: readonly string[]
  signings: readonly Pick<Signing, 'kind' | 'words' | 'signedById' | 'signedBy' | 'signedAt'>[]
}

type Row = Omit<Queued, 'signings'> & {
  signings: readonly { kind: SigningKind; words: string; by: string; name: string; at: string }[]
}

const signingsOf = sql`(select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'words', s.words, 'by', s.signed_by,
    'name', p.name, 'at', s.signed_at) order by s.signed_at, s.signing_id), '[]')
  from assessment_signing s join person_account p on p.service_id = s.service_id and p.user_id = s.signed_by
  where s.service_id = a.service_id and s.assessment_id = a.assessment_id)`

const columns = sql`a.assessment_id as "assessmentId", a.child_id as "childId", a.form, a.begun_at as "begunAt",
  trim(c.given_name || ' ' || c.family_name) as "childName",
  array(select distinct unnest(s.written_by) from assessment_section s
    where s.service_id = a.service_id and s.assessment_id = a.assessment_id) as "writtenByIds", ${signingsOf} as signings`

const read = (rows: readonly Row[]): Queued[] =>
  rows.map(({ signings, ...row }) => ({
    ...row,
    signings: signings.map(({ kind, words, by, name, at }) => ({
      kind,
      words,
      signedById: by,
      signedBy: name,
      signedAt: Temporal.Instant.from(at),
    })),
  }))

/** The forms that wait for a senior, those begun first first: also those that this person signed or wrote in, which are another's to see. */
export async function listToCountersign(tx: Work): Promise<Queued[]> {
  const { rows } = await sql<Row>`
    select ${columns} from assessment a join child c on c.service_id = a.service_id and c.child_id = a.child_id
    where a.service_id = current_service() and a.state = 'sent' order by a.begun_at, a.assessment_id`.execute(
    tx,
  )
  return read(rows)
}

/**
 * The open forms that were given back and are to be written on, by whoever signed them last: somebody, or whom they cover for today;
 * everybody where nobody is named.
 */
export async function listGivenBack(
  tx: Work,
  whose: { userId: string; today: Temporal.PlainDate } | undefined,
): Promise<Queued[]> {
  const narrowed = whose ? sql`and w.signed_by in ${worksFor(whose.userId, whose.today)}` : sql``
  const { rows } = await sql<Row>`
    select ${columns} from assessment a join child c on c.service_id = a.service_id and c.child_id = a.child_id
      join lateral (select w.signed_by from assessment_signing w where w.service_id = a.service_id
        and w.assessment_id = a.assessment_id and w.kind = 'signed' order by w.signed_at desc, w.signing_id desc limit 1) w on true
    where a.service_id = current_service() and a.state = 'open' ${narrowed}
    order by a.begun_at, a.assessment_id`.execute(tx)
  return read(rows).filter(({ signings }) => signings.at(-1)?.kind === 'returned')
}
