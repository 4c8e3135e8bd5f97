import { type RawBuilder, sql } from 'kysely'
import { practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { type Happening, stopsUntil } from './happening.ts'
import type { AnswersOf, Sum } from './sums.ts'

/** The moments between which something happened: the first counts, the last does not. Either may be open. */
export type Span = { since?: Temporal.Instant | undefined; until?: Temporal.Instant | undefined }

/** A step that is counted on a pathway, with the questions that say how it went and why. */
type CountedStep = { pathway: string; step: string; answer: string | null; why: string | null }

/**
 * The cases to which something happened in a span, each once, as a query: involvement_id, at, answer (the code of how it
 * went) and reasons (codes, as jsonb). The one rule of what is counted: the figures count with it, and the list of cases
 * behind a figure finds with it. Of a step that was taken more than once, the first counts.
 */
export function happened(what: Happening, span: Span): RawBuilder<unknown> {
  switch (what) {
    case 'began':
      return sql`select i.involvement_id, i.started_at as at, i.route_in as answer, '[]'::jsonb as reasons
        from involvement i where i.service_id = current_service() and ${within(sql`i.started_at`, span)}`
    case 'ended':
      return sql`select i.involvement_id, i.ended_at as at, i.ending as answer, '[]'::jsonb as reasons
        from involvement i where i.service_id = current_service() and i.ended_at is not null
          and ${within(sql`i.ended_at`, span)}`
    case 'decided':
      return firstSteps(decisions(), span)
    case 'declined':
      return firstSteps(refusals(), span)
    case 'contacted':
      return firstContacts(span)
    case 'contacted-early':
      return earlyContacts(span)
    default:
      return firstSteps(named(what.slice('done.'.length)), span)
  }
}

function within(at: RawBuilder<unknown>, { since, until }: Span): RawBuilder<boolean> {
  const bounds = [
    ...(since ? [sql<boolean>`${at} >= ${since}`] : []),
    ...(until ? [sql<boolean>`${at} < ${until}`] : []),
  ]
  return bounds.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(bounds, sql` and `)})`
}

function decisions(): CountedStep[] {
  return practiceInUse().pathways.flatMap(({ id, counted }) =>
    counted?.decision
      ? [
          {
            pathway: id,
            step: counted.decision.step,
            answer: counted.decision.field,
            why: counted.decision.why ?? null,
          },
        ]
      : [],
  )
}

function refusals(): CountedStep[] {
  return practiceInUse().pathways.flatMap(({ id, counted }) =>
    counted?.refusal
      ? [{ pathway: id, step: counted.refusal.step, answer: null, why: counted.refusal.why }]
      : [],
  )
}

function named(step: string): CountedStep[] {
  return practiceInUse()
    .pathways.filter(({ steps }) => Object.hasOwn(steps, step))
    .map(({ id }) => ({ pathway: id, step, answer: null, why: null }))
}

/** A choice is kept as one code, several as a list of them; here it is always a list. */
function firstSteps(counted: readonly CountedStep[], span: Span): RawBuilder<unknown> {
  const steps = [...new Set(counted.map(({ step }) => step))]
  return sql`
    select m.involvement_id, m.happened_at as at, m.answers ->> c.answer as answer,
      case jsonb_typeof(m.answers -> c.why) when 'array' then m.answers -> c.why
        when 'string' then jsonb_build_array(m.answers -> c.why) else '[]'::jsonb end as reasons
    from milestone m
    join involvement i on i.service_id = m.service_id and i.involvement_id = m.involvement_id
    join jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) c (pathway text, step text, answer text, why text)
      on c.pathway = i.pathway and c.step = m.step
    where m.service_id = current_service() and m.step = any (${steps}::text[]) and ${within(sql`m.happened_at`, span)}
      and not exists (select from milestone e
        where e.service_id = m.service_id and e.involvement_id = m.involvement_id and e.step = m.step
          and (e.happened_at, e.milestone_id) < (m.happened_at, m.milestone_id))`
}

/** The beginning of the day on which a case `i` arrived: it starts when what opened it was received. */
const dayOfArrival = sql<Temporal.Instant>`date_trunc('day', i.started_at, ${ukZone})`

/**
 * The first appointment that was kept on the day of the arrival or later or, where that came earlier, the offer of help.
 * What is said to have been before the arrival is no contact of this case, but a wrong date: `contacted-early` finds it.
 */
function firstContacts(span: Span): RawBuilder<unknown> {
  const offers = practiceInUse().pathways.flatMap(({ id, counted }) =>
    counted?.offer ? [{ pathway: id, step: counted.offer }] : [],
  )
  const steps = [...new Set(offers.map(({ step }) => step))]
  return sql`
    select f.involvement_id, f.at, null::text as answer, '[]'::jsonb as reasons
    from (
      select i.involvement_id, least(
        (select min(p.starts_at) from appointment p
          where p.service_id = i.service_id and p.involvement_id = i.involvement_id and p.child_id = i.child_id
            and p.state = 'kept' and p.starts_at >= ${dayOfArrival}),
        (select min(m.happened_at) from milestone m
          join jsonb_to_recordset(${JSON.stringify(offers)}::jsonb) c (pathway text, step text)
            on c.pathway = i.pathway and c.step = m.step
          where m.service_id = i.service_id and m.involvement_id = i.involvement_id
            and m.happened_at >= ${dayOfArrival})) as at
      from involvement i
      where i.service_id = current_service() and i.involvement_id in (
        select p.involvement_id from appointment p
        where p.service_id = current_service() and p.state = 'kept' and ${within(sql`p.starts_at`, span)}
        union
        select m.involvement_id from milestone m
        where m.service_id = current_service() and m.step = any (${steps}::text[])
          and ${within(sql`m.happened_at`, span)})
    ) f where f.at is not null and ${within(sql`f.at`, span)}`
}

/** The first contact that is said to have been kept before the day of the arrival, in cases that arrived in the span. */
function earlyContacts(span: Span): RawBuilder<unknown> {
  return sql`
    select i.involvement_id, e.at, null::text as answer, '[]'::jsonb as reasons
    from involvement i
    cross join lateral (select min(p.starts_at) as at from appointment p
      where p.service_id = i.service_id and p.involvement_id = i.involvement_id and p.child_id = i.child_id
        and p.state = 'kept' and p.starts_at < ${dayOfArrival}) e
    where i.service_id = current_service() and e.at is not null and ${within(sql`i.started_at`, span)}`
}

/** How something went: one answer, one of the reasons that were given for it, or a sum of several answers. */
export type Result = { of: 'answer'; code: string } | { of: 'reason'; code: string } | { of: 'sum'; sum: Sum }

/** Whether it went so, of what `happened` finds, known as `h`: the rule by which the figures count, in SQL. */
export function wentSo(what: Happening, result: Result, answers: AnswersOf): RawBuilder<boolean> {
  if (result.of === 'answer') return sql<boolean>`h.answer = ${result.code}`
  const isOneOf = (codes: readonly string[]) =>
    sql<boolean>`coalesce(h.answer = any (${codes}::text[]), false)`
  if (result.of === 'reason') {
    const given = sql<boolean>`h.reasons @> ${JSON.stringify([result.code])}::jsonb`
    // Of a decision, reasons are counted only where it offers nothing.
    return what === 'decided' ? sql<boolean>`(${given} and ${isOneOf(answers.notOffered)})` : given
  }
  const isNot = sql<boolean>`false`
  const withoutReason = sql<boolean>`h.reasons = '[]'::jsonb`
  const notOffered = isOneOf(answers.notOffered)
  switch (result.sum) {
    case 'offered':
      return what === 'decided' ? isOneOf(answers.offered) : isNot
    case 'not-offered':
      return what === 'decided' ? notOffered : isNot
    case 'without-reason':
      if (what === 'declined') return withoutReason
      return what === 'decided' ? sql<boolean>`(${withoutReason} and ${notOffered})` : isNot
    case 'completed':
      return what === 'ended' ? isOneOf(answers.completed) : isNot
    case 'unknown':
      if (what === 'ended') return sql<boolean>`not ${isOneOf(answers.ended)}`
      return what === 'decided' ? sql<boolean>`not ${isOneOf(answers.decided)}` : isNot
  }
}

/** The days from the arrival of a case `i` to what `happened` found, `h`, as the calendar on the wall counts them. */
export const daysWaited = sql<number>`((h.at at time zone ${ukZone})::date - (i.started_at at time zone ${ukZone})::date)`

/**
 * Everything in a case `i` that may stop the clock which runs until this happens, as JSON, where more than that may: see
 * `readStops`. The case's own page reads the same.
 */
export function stopsBeside(what: Happening): RawBuilder<unknown> {
  const stops = stopsUntil(practiceInUse().pathways, what)
  if (stops.length === 0) return sql`'[]'::jsonb`
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('step', e.step, 'at', e.at)), '[]')
    from (select m.step, m.happened_at as at from milestone m
        where m.service_id = i.service_id and m.involvement_id = i.involvement_id and m.step = any (${stops}::text[])
      union all select e.step, e.at from clock_event e
        where e.service_id = i.service_id and e.involvement_id = i.involvement_id and e.step = any (${stops}::text[])) e)`
}
