import { handedOverBy, openingStep, type Pathway } from '../../engine/pathways/index.ts'
import { type Result, refused } from '../../kernel/result.ts'
import type { Work } from '../../platform/database/index.ts'
import { openCase } from '../cases/index.ts'
import { holdTakenIn, setCaseOpened, type TakenIn } from './arrivedQueries.ts'
import { listTheirCases } from './entryQueries.ts'
import type { NotOpened } from './opening.ts'

export type FromPackage = {
  serviceId: string
  taken: TakenIn
  pathway: Pathway
  /** What was agreed with the other service. */
  agreed: string
  at: Temporal.Instant
  by: string
}

/**
 * Opens a case of our own with what came from another service: at its beginning, since nobody here has screened the child.
 * Its first entry says from whom it came, how their cases stood and what was agreed; their history stays theirs.
 * @returns the id of the case
 */
export async function openFromPackage(
  tx: Work,
  { serviceId, taken, pathway, agreed, at, by }: FromPackage,
): Promise<Result<string, NotOpened>> {
  const { childId, fromService } = taken
  const [routeIn, step] = [handedOverBy(pathway), openingStep(pathway)]
  if (routeIn === undefined || step === undefined) return refused({ kind: 'takes-nobody-over' })
  // Before anything is written: whoever comes second must leave no case behind.
  if (!(await holdTakenIn(tx, taken))) return refused({ kind: 'opened-before' })
  const theirs = await listTheirCases(tx, childId, taken.arrivedTransferId)
  const said = [
    { question: 'From', answer: fromService },
    ...theirs.map(({ title, words }) => ({ question: `There: ${title}`, answer: standsWords(words) })),
    { question: 'Agreed with the other service', answer: agreed },
  ]
  const opened = await openCase(tx, {
    ...{ serviceId, childId, pathway, routeIn, step, answers: {}, at, by },
    words: { done: `Taken over from ${fromService}`, said },
  })
  if (!opened.ok) return opened
  await setCaseOpened(tx, taken, opened.value)
  return opened
}

const standsWords = (words: readonly { question: string; answer: string }[]) =>
  words.map(({ question, answer }) => `${question}: ${answer}`).join('\n')
