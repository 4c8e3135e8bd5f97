import type { FormVersion } from '../../engine/assessments/index.ts'
import { fieldsOf } from '../../engine/assessments/index.ts'

/** What whoever countersigns has written beside a question, or beside a whole part, and what the writer did about it. */
export type Comment = {
  commentId: string
  /** The name of the question; of a whole part, as `partName` gives it. */
  question: string
  words: string
  writtenBy: string
  writtenAt: Temporal.Instant
  /** null: nothing has been done about it yet. */
  outcome: 'answered' | 'dealt-with' | null
  answer: string
  answeredBy: string | null
  answeredAt: Temporal.Instant | null
  version: number
}

const part = 'part.'

/** Under which name a comment is about a whole part, and about no question of it. */
export const partName = (section: string) => `${part}${section}`

/** What a comment is about, in words; undefined where the wording has nothing of this name. */
export function aboutWhat(version: FormVersion, question: string): string | undefined {
  if (!question.startsWith(part)) return fieldsOf(version)[question]?.label
  const title = version.sections[question.slice(part.length)]?.title
  return title === undefined ? undefined : `The part “${title}”`
}

/** In which part of the form it stands; undefined where the wording has nothing of this name. */
export function sectionAbout({ sections }: FormVersion, question: string): string | undefined {
  return Object.entries(sections).find(
    ([id, { fields }]) => partName(id) === question || Object.hasOwn(fields, question),
  )?.[0]
}

/** Those about which nothing has been done yet. */
export const stillOpen = (comments: readonly Comment[]) => comments.filter(({ outcome }) => outcome === null)
