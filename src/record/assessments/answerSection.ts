import { type Answers, factNotKnown, notAsRecorded } from '../../engine/forms/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { followAlerts, insertConfirmations } from '../children/index.ts'
import type { OpenedAssessment } from './assessment.ts'
import { saveSection } from './assessmentQueries.ts'

/**
 * Keeps the answers of a section of a form that is open, over what was read of it; raises the alerts that they call for, and writes
 * down which facts of the record were confirmed.
 * @returns how many alerts were raised; undefined where somebody else was quicker, or the form is signed
 */
export async function answerSection(
  tx: Work,
  { serviceId, by, at }: { serviceId: string; by: string; at: Temporal.Instant },
  {
    childId,
    assessmentId,
    asked,
    saved,
  }: Pick<OpenedAssessment, 'childId' | 'assessmentId' | 'asked' | 'saved'>,
  section: string,
  answers: Answers,
): Promise<{ raised: number } | undefined> {
  const before = saved.get(section)
  const whose = { serviceId, childId, by, at }
  const said = { ...whose, assessmentId, section, answers, version: before?.version ?? 0 }
  if (!(await saveSection(tx, said))) return undefined
  const fields = asked.sections[section]?.fields ?? {}
  const { raised } = await followAlerts(tx, { ...whose, fields, answers }, before?.answers ?? {})
  const confirmed = Object.entries(fields).flatMap(([name, field]) => {
    const words = answers[name]
    const isSaid = field.kind === 'fact' && typeof words === 'string'
    return isSaid && words !== notAsRecorded && words !== factNotKnown && words !== before?.answers[name]
      ? [{ fact: field.fact, words }]
      : []
  })
  await insertConfirmations(tx, whose, confirmed)
  return { raised }
}
