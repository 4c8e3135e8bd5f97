import { answerWords, type Beside, type Fields } from '../../engine/forms/index.ts'
import { findStep, type Pathway } from '../../engine/pathways/index.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import type { RecordedStep } from './caseQueries.ts'

/**
 * What was answered before, for the questions of a step: in a review, the last answer to each; elsewhere what a question
 * says stands beside it. A question about a line of an earlier answer is not asked where there is no such line.
 * @returns the questions that are asked, and what stands beside them
 */
export function besideAnswers(
  pathway: Pathway,
  step: string,
  fields: Fields,
  milestones: readonly Pick<RecordedStep, 'step' | 'at' | 'answers'>[],
): { fields: Fields; beside: Beside } {
  const reviews = findStep(pathway, step)?.reviews ?? false
  const beside: Record<string, Beside[string]> = {}
  const asked = Object.entries(fields).filter(([name, field]) => {
    const from = field.beside?.field ?? (reviews ? name : undefined)
    const last = from === undefined ? undefined : lastAnswer(pathway, from, milestones)
    const line = field.beside?.line
    const said = last && line !== undefined ? linesOf(last.said)[line - 1] : last?.said
    if (last && said !== undefined) beside[name] = { on: last.on, said }
    return line === undefined || said !== undefined
  })
  return { fields: Object.fromEntries(asked), beside }
}

function lastAnswer(
  pathway: Pathway,
  question: string,
  milestones: readonly Pick<RecordedStep, 'step' | 'at' | 'answers'>[],
): Beside[string] | undefined {
  const found = milestones.findLast(({ answers }) => answers[question] !== undefined)
  const field = found && findStep(pathway, found.step)?.fields[question]
  if (!found || !field) return undefined
  const said = answerWords({ [question]: field }, found.answers).map(({ answer }) => answer)
  return { on: dayInUk(found.at), said: said.join(': ') }
}

/** Each line is one, and so is each number of a list that somebody wrote on one line: “1. School. 2. Boxing.” */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap(numberedIn)
    .map(line => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s*/, '').trim())
    .filter(line => line !== '')
}

/**
 * A line that begins with 1, cut before the 2 that follows the end of a sentence, then before the 3, and so on. A number
 * within a sentence cuts nothing: “1. The level 2 course. 2. Boxing.” is two.
 */
function numberedIn(line: string): string[] {
  if (!/^\s*1[.)]\s/.test(line)) return [line]
  const parts: string[] = []
  let rest = line
  for (let next = 2; ; next += 1) {
    const cut = new RegExp(`(?<=[.,;!?])\\s+(?=${next}[.)]\\s)`).exec(rest)
    if (!cut) return [...parts, rest]
    parts.push(rest.slice(0, cut.index))
    rest = rest.slice(cut.index).trimStart()
  }
}
