import { sharesBarredName } from './barred.ts'
import type { Child } from './child.ts'
import type { Person } from './personQueries.ts'

/** What the record holds that bears on a visit. */
export type ForVisit = {
  child: Pick<Child, 'language' | 'needsInterpreter' | 'interpreterNote' | 'whatHelps'>
  /** Those around the child now. */
  people: readonly Person[]
  /** Also those of the past. */
  everybody: readonly Person[]
}

/**
 * What to arrange before a visit, a sentence each. Nothing stands here that is not in the record: it is what people and
 * details say, turned to whoever goes. Alerts and whom not to contact stand on the page as they are.
 */
export function visitAdvice({ child, people, everybody }: ForVisit): string[] {
  const atHome = people.filter(
    ({ livesWithChild, mustNotBeContacted }) => livesWithChild && !mustNotBeContacted,
  )
  const isReachable = people.some(
    ({ hasParentalResponsibility, mustNotBeContacted }) => hasParentalResponsibility && !mustNotBeContacted,
  )
  return [
    ...people
      .filter(({ livesWithChild, mustNotBeContacted }) => livesWithChild && mustNotBeContacted)
      .map(({ name }) => `${name} lives there and must not be contacted: meet the child elsewhere.`),
    ...people
      .filter(person => sharesBarredName(person, everybody))
      .map(
        ({ name }) =>
          `Make sure who ${name} is before you speak with them: somebody of this name must not be contacted.`,
      ),
    ...(child.needsInterpreter
      ? [`Book an interpreter${aside(child.interpreterNote || child.language)}.`]
      : []),
    ...(child.needsInterpreter === null
      ? [`Ask whether the child needs an interpreter${aside(child.language)}: nobody has said.`]
      : []),
    ...atHome
      .filter(({ needsInterpreter }) => needsInterpreter)
      .map(({ name, language }) => `Book an interpreter${aside(language)} for ${name}.`),
    ...(child.whatHelps === '' ? [] : [`What helps: ${withStop(child.whatHelps)}`]),
    ...(isReachable
      ? []
      : ['Ask who has parental responsibility: nobody is recorded who has it and may be contacted.']),
  ]
}

const aside = (words: string) => (words === '' ? '' : ` (${words})`)

function withStop(text: string): string {
  const trimmed = text.trim()
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
