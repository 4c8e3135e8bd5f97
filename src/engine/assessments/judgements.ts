import { optionsOf } from '../forms/index.ts'
import { type FormVersion, fieldsOf } from './assessmentForm.ts'
import type { Answered } from './changes.ts'
import { askedIn } from './progress.ts'

/** A judgement that is at another level than the last time: of what, and both levels in the words of their times. */
export type JudgementChange = {
  readonly name: string
  readonly of: string
  readonly was: string
  readonly is: string
  readonly isHigher: boolean
}

/** The judgements that a wording asks for, by the names of their questions, each with what it is of. */
export function judgementsIn(version: FormVersion): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(fieldsOf(version)).flatMap(([name, field]): [string, string][] =>
      field.kind === 'choice' && field.judges !== undefined ? [[name, field.judges]] : [],
    ),
  )
}

/**
 * The judgements of a form that are at another level than when they were made the last time. One that was never made before has
 * not changed. The levels rise in the order in which the question offers them.
 * @param before what was signed before, the latest first; whichever form made a judgement last is what it is held against
 */
export function judgementChanges(now: Answered, before: readonly Answered[]): JudgementChange[] {
  return [...judgementsIn(now.version)].flatMap(([name, of]) => {
    const is = levelOf(now, name)
    const last = before.map(each => levelOf(each, name)).find(level => level !== undefined)
    if (!is || !last || is.value === last.value) return []
    const levels = levelsOf(now.version, name).map(({ value }) => value)
    const isHigher = levels.indexOf(is.value) > levels.indexOf(last.value)
    return [{ name, of, was: last.label, is: is.label, isHigher }]
  })
}

function levelsOf(version: FormVersion, name: string) {
  const field = judgementsIn(version).has(name) ? fieldsOf(version)[name] : undefined
  return field ? optionsOf(field) : []
}

/** The level chosen, where the question is asked with these answers. */
function levelOf({ version, answers }: Answered, name: string) {
  const isAsked = askedIn(version, answers).has(name)
  return isAsked ? levelsOf(version, name).find(({ value }) => value === answers[name]) : undefined
}
