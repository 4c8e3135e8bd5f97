import { type Answers, type Field, type Fields, reasonKey } from '../../engine/forms/index.ts'
import { type Decision, type Forum, findDecision } from '../../engine/forums/index.ts'

/**
 * Questions of several decisions stand on one page, and two may ask under one name: there each has that of its decision before it.
 */
const nameOn = (decision: string, name: string) => `${decision}--${name}`

/** What is asked with each decision, on the page where one is chosen. */
export function asksOfDecisions(decisions: Forum['decisions']): Fields {
  return Object.fromEntries(
    Object.entries(decisions).flatMap(([id, { asks = {} }]) =>
      Object.entries(asks).map(([name, field]): [string, Field] => [
        nameOn(id, name),
        {
          ...field,
          appliesWhen: field.appliesWhen
            ? { ...field.appliesWhen, field: nameOn(id, field.appliesWhen.field) }
            : { field: 'decision', is: [id] },
        },
      ]),
    ),
  )
}

/** The answers to the questions of one decision, under their own names. */
export function answersOfDecision(forum: Forum, decision: string, answers: Answers): Answers {
  return moved(
    findDecision(forum, decision),
    answers,
    name => nameOn(decision, name),
    name => name,
  )
}

/** The answers of one decision, under the names on the page. */
export function answersOnPage(forum: Forum, decision: string, answers: Answers): Answers {
  return moved(
    findDecision(forum, decision),
    answers,
    name => name,
    name => nameOn(decision, name),
  )
}

function moved(
  decision: Decision | undefined,
  answers: Answers,
  from: (name: string) => string,
  to: (name: string) => string,
): Answers {
  const kept: Record<string, Answers[string]> = {}
  for (const name of Object.keys(decision?.asks ?? {})) {
    const [answer, reason] = [answers[from(name)], answers[reasonKey(from(name))]]
    if (answer !== undefined) kept[to(name)] = answer
    if (reason !== undefined) kept[reasonKey(to(name))] = reason
  }
  return kept
}
