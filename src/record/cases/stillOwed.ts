import { type RawBuilder, sql } from 'kysely'
import { practiceInUse } from '../../engine/packs/index.ts'
import { owedAfterTheEnd } from '../../engine/pathways/index.ts'

/**
 * The condition that a case is not done with: it is open, or it has ended while a clock that outlives the ending still
 * waits for its step.
 * @param involvement the alias under which the query knows `involvement`
 */
export function isNotDoneWith(involvement: 'i'): RawBuilder<boolean> {
  const i = sql.table(involvement)
  const owed = practiceInUse().pathways.flatMap(pathway =>
    owedAfterTheEnd(pathway).map(one => ({ pathway: pathway.id, ...one })),
  )
  const taken = sql`select from milestone m where m.service_id = ${i}.service_id and m.involvement_id = ${i}.involvement_id`
  return sql<boolean>`(${i}.ended_at is null or exists (
    select from jsonb_to_recordset(${JSON.stringify(owed)}::jsonb) o (pathway text, starts text, stops text[])
    where o.pathway = ${i}.pathway and exists (${taken} and m.step = o.starts)
      and not exists (${taken} and m.step = any (o.stops))))`
}
