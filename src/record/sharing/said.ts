import { answerWords, chosenIn, reasonKey } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { findStep } from '../../engine/pathways/index.ts'
import type { Work } from '../../platform/database/index.ts'
import { listSaid } from './sharingQueries.ts'

/** What child and family said about sharing in a step of a case, in words. */
export type Said = {
  milestoneId: string
  involvementId: string
  at: Temporal.Instant
  pathway: string
  question: string
  answer: string
  /** With whom, where they named somebody. */
  withWhom: string
  /** Who said yes to the programme, as far as the step asked: `child`, `parent`. */
  agreedBy: string[]
}

/** What was said about sharing in the steps of the child's cases, the latest first. */
export async function saidAboutSharing(tx: Work, childId: string): Promise<Said[]> {
  const practice = practiceInUse()
  const questions = practice.pathways.flatMap(({ asksSharing }) => asksSharing ?? [])
  const steps = await listSaid(tx, childId, questions)
  return steps.flatMap(({ milestoneId, involvementId, at, pathway: id, step, answers }) => {
    const pathway = findPathway(practice, id)
    const key = pathway?.asksSharing
    const field = key === undefined ? undefined : pathway && findStep(pathway, step)?.fields[key]
    if (!pathway || key === undefined || !field) return []
    const [words] = answerWords({ [key]: field }, answers)
    const withWhom = String(answers[reasonKey(key)] ?? '')
    return {
      milestoneId,
      involvementId,
      at,
      pathway: pathway.title,
      question: field.label,
      answer: [words?.answer, withWhom].filter(Boolean).join(': '),
      withWhom,
      agreedBy: chosenIn(answers['accepted-by']).filter(who => who === 'child' || who === 'parent'),
    }
  })
}
