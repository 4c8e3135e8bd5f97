import { sql } from 'kysely'
import { parseId } from '../../kernel/ids.ts'
import type { Work } from '../../platform/database/index.ts'
import { isRelated } from './access.ts'
import type { Child } from './child.ts'

/**
 * A child with its alerts and open cases, in one statement. Undefined: no such child, or one that the person of this
 * transaction may not know of.
 */
export async function loadChild(tx: Work, childId: string): Promise<Child | undefined> {
  const id = parseId<'child'>(childId)
  if (!id) return undefined
  const { rows } = await sql<Child>`
    select c.child_id as "childId", c.reference, c.given_name as "givenName", c.family_name as "familyName",
      c.known_as as "knownAs", c.said_as as "saidAs", c.birth_date as "birthDate", c.birth_date_basis as "birthDateBasis",
      c.sex, c.ethnicity, c.pronouns, c.language, c.needs_interpreter as "needsInterpreter", c.how_to_talk as "howToTalk",
      c.interpreter_note as "interpreterNote", c.religion, c.disability, c.disability_words as "disabilityWords",
      c.what_helps as "whatHelps",
      c.address, c.postcode, c.has_no_fixed_address as "hasNoFixedAddress", c.phone, c.school, c.added_at as "addedAt",
      c.version,
      exists (
        select from child_restriction r where r.service_id = c.service_id and r.child_id = c.child_id
      ) as "isRestricted",
      ${isRelated('c')} as "isRelated",
      coalesce((
        select json_agg(json_build_object('field', t.field, 'words', t.words, 'form', t.form, 'by', t.name, 'at', t.told_at))
        from (
          select distinct on (t.field) t.field, t.words, t.told_at, a.form, p.name
          from told_by_form t join assessment a on a.service_id = t.service_id and a.assessment_id = t.assessment_id
            join person_account p on p.service_id = t.service_id and p.user_id = t.told_by
          where t.service_id = c.service_id and t.child_id = c.child_id order by t.field, t.told_at desc, t.told_id desc) t
      ), '[]') as told,
      coalesce((
        select json_agg(json_build_object('alertId', a.child_alert_id, 'kind', a.kind, 'text', a.text,
          'raisedAt', a.raised_at, 'raisedBy', p.name, 'version', a.version) order by a.raised_at)
        from child_alert a join person_account p on p.service_id = a.service_id and p.user_id = a.raised_by
        where a.service_id = c.service_id and a.child_id = c.child_id and a.ended_at is null
      ), '[]') as alerts,
      coalesce((
        select json_agg(json_build_object('involvementId', i.involvement_id, 'pathway', i.pathway, 'stage', i.stage,
          'holderId', i.holder_id, 'holderName', p.name) order by i.started_at)
        from involvement i left join person_account p on p.service_id = i.service_id and p.user_id = i.holder_id
        where i.service_id = c.service_id and i.child_id = c.child_id and i.ended_at is null
      ), '[]') as cases
    from child c where c.service_id = current_service() and c.child_id = ${id}`.execute(tx)
  return rows[0]
}
