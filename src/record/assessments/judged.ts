import {
  type FormVersion,
  type JudgementChange,
  judgementChanges,
  judgementsIn,
} from '../../engine/assessments/index.ts'
import { findAssessmentForm, type Practice, practiceInUse } from '../../engine/packs/index.ts'
import type { Work } from '../../platform/database/index.ts'
import type { Assessment } from './assessment.ts'
import { type Judged, listJudged } from './judgedQueries.ts'

type Asked = Pick<Assessment, 'assessmentId' | 'childId'>

/** The judgements of each of these forms that are at another level than in what was signed before it was begun. */
export async function changedJudgements(
  tx: Work,
  forms: readonly Asked[],
): Promise<ReadonlyMap<string, readonly JudgementChange[]>> {
  const practice = practiceInUse()
  const childIds = [...new Set(forms.map(({ childId }) => childId))]
  const own = forms.map(({ assessmentId }) => assessmentId)
  const judged = await listJudged(tx, childIds, own, judgementNames(practice))
  return new Map(
    forms.map(form => {
      const now = judged.find(({ assessmentId }) => assessmentId === form.assessmentId)
      return [form.assessmentId, now ? changesOf(practice, now, judged) : []]
    }),
  )
}

/** The names of every judgement that any form asks for. */
function judgementNames({ assessments }: Practice): string[] {
  const versions = assessments.flatMap(({ versions }) => Object.values(versions))
  return [...new Set(versions.flatMap(version => [...judgementsIn(version).keys()]))]
}

function changesOf(practice: Practice, now: Judged, judged: readonly Judged[]): JudgementChange[] {
  const version = wordingOf(practice, now)
  if (!version) return []
  const before = judged
    .filter(
      each =>
        each.childId === now.childId &&
        each.state !== 'open' &&
        Temporal.Instant.compare(each.begunAt, now.begunAt) < 0,
    )
    .flatMap(each => {
      const then = wordingOf(practice, each)
      return then ? [{ version: then, answers: each.answers }] : []
    })
  return judgementChanges({ version, answers: now.answers }, before)
}

function wordingOf(practice: Practice, { form, wording }: Judged): FormVersion | undefined {
  return findAssessmentForm(practice, form)?.versions[wording]
}
