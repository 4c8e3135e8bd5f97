import { bandsOf, type WorkedResult as Raw, workOutIn } from '../../engine/assessments/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Child } from '../children/index.ts'
import type { OpenedAssessment } from './assessment.ts'
import { listKeptResults } from './resultQueries.ts'

/** What was worked out from a form, as it is read: a value in words, or why there is none. */
export type WorkedResult = {
  name: string
  label: string
  words: string
  whyNone: string
  figures: Readonly<Record<string, number>>
  ruleVersion: string
}

/**
 * What follows from the answers as they are now, in all the sections that apply or in one of them. A service’s own bands stand
 * with the value, where it has set any.
 */
export function resultsNow(
  { asked, answers, progress }: Pick<OpenedAssessment, 'asked' | 'answers' | 'progress'>,
  child: Child,
  today: Temporal.PlainDate,
  only?: string,
): WorkedResult[] {
  const sections = progress.map(({ id }) => id).filter(id => only === undefined || id === only)
  return workOutIn(asked, sections, answers, child, today).map(each => inWords(each, today))
}

function inWords({ name, label, version, outcome }: Raw, today: Temporal.PlainDate): WorkedResult {
  const shared = { name, label, ruleVersion: version }
  if (!outcome.ok) return { ...shared, words: '', whyNone: outcome.reason, figures: {} }
  const { words, figures } = outcome.value
  const bands = bandsOf(practiceInUse().scoreBands, name, figures, today)
  return { ...shared, words: [words, ...bands].join('; '), whyNone: '', figures }
}

/** What is shown of a form: worked out anew while it is open, and as it was kept from its signing on. */
export async function resultsOf(
  tx: Work,
  it: OpenedAssessment,
  child: Child,
  today: Temporal.PlainDate,
): Promise<WorkedResult[]> {
  return it.state === 'open' ? resultsNow(it, child, today) : listKeptResults(tx, it)
}
