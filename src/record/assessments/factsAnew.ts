import { fieldsOf, progressOf } from '../../engine/assessments/index.ts'
import { askingFacts, changedFacts } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { type Child, knownFacts } from '../children/index.ts'
import type { OpenedAssessment } from './assessment.ts'

/** A form with what the record says now of the facts that were answered in it, by the names of the questions. */
export type LookedAt = { it: OpenedAssessment; now: Readonly<Record<string, string>> }

/**
 * A form beside the record as it is now. While it is open, a fact of which the record says something else since it was answered counts
 * as not answered: it is to be looked at again.
 */
export async function besideRecord(
  tx: Work,
  it: OpenedAssessment,
  child: Child,
  today: Temporal.PlainDate,
): Promise<LookedAt> {
  const fields = fieldsOf(it.asked)
  const answered = Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'fact' && it.given[name] !== undefined ? [{ name, fact: field.fact }] : [],
  )
  if (answered.length === 0) return { it, now: {} }
  const facts = await knownFacts(tx, child, today, new Set(answered.map(({ fact }) => fact)))
  const now = Object.fromEntries(answered.map(({ name, fact }) => [name, facts[fact]?.words ?? '']))
  if (it.state !== 'open') return { it, now }
  const anew = changedFacts(fields, askingFacts(fields, facts), it.given)
  const answers = Object.fromEntries(
    Object.entries(it.answers).filter(([name]) => !Object.hasOwn(anew, name)),
  )
  return { it: { ...it, progress: progressOf(it.asked, answers, new Set(it.saved.keys())) }, now }
}
