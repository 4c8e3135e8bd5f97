import { type Answers, type Field, type Fields, reasonKey } from '../../engine/forms/index.ts'
import { fingerprint } from '../../kernel/fingerprint.ts'
import type { Handable } from './handable.ts'

/**
 * The questions about several cases that change hands together: what each pathway's step asks of each child is asked of
 * each, and everything else once for all of them. Cases whose steps ask different things are asked for apart.
 */
export function noteFields(cases: readonly Handable[]): Fields {
  const sets = setsOf(cases)
  const shared = sets.flatMap(set => set.slice(0, 1).flatMap(first => askedOnce(first, set, sets)))
  const asked = new Set<string>()
  const each = cases.flatMap(handable =>
    questions(handable, true).map(([name, field]): [string, Field] => {
      const { hint, ...said } = rekeyed(field, handable, sets)
      // What it means is said with the first child alone: the same words with every child would bury the names.
      const isFirst = !asked.has(name)
      asked.add(name)
      return [
        keyOf(handable, name, sets),
        {
          ...said,
          label: `${handable.it.childName}: ${lowered(field.label)}`,
          ...(field.required && { required: `${handable.it.childName}: ${lowered(field.required)}` }),
          ...(isFirst && hint !== undefined && { hint }),
          ...(said.kind === 'textarea' && { rows: 2 }),
        },
      ]
    }),
  )
  return Object.fromEntries([...shared, ...each])
}

/** What a set of cases is asked once: named by its pathways where there are several sets. */
function askedOnce(first: Handable, set: readonly Handable[], sets: Sets): [string, Field][] {
  return questions(first, false).map(([name, asked]) => {
    const field = rekeyed(asked, first, sets)
    const label = sets.length === 1 ? field.label : `${titlesOf(set)}: ${field.label}`
    return [keyOf(first, name, sets), { ...field, label }]
  })
}

/** The answers for one of the cases, under the names that its step gives them. */
export function noteFor(handable: Handable, cases: readonly Handable[], answers: Answers): Answers {
  const sets = setsOf(cases)
  return Object.fromEntries(
    [...questions(handable, false), ...questions(handable, true)].flatMap(([name]) => {
      const key = keyOf(handable, name, sets)
      const [answer, reason] = [answers[key], answers[reasonKey(key)]]
      return [
        ...(answer === undefined ? [] : [[name, answer] as const]),
        ...(reason === undefined ? [] : [[reasonKey(name), reason] as const]),
      ]
    }),
  )
}

/** What the step of a case asks, apart from who takes it: of each child, or once for all. */
function questions({ step, holder }: Handable, ofEach: boolean): [string, Field][] {
  return Object.entries(step.fields).filter(
    ([name]) => name !== holder && (step.ofEach ?? []).includes(name) === ofEach,
  )
}

type Sets = readonly (readonly Handable[])[]

/** Cases together that are asked the same. */
function setsOf(cases: readonly Handable[]): Sets {
  return [...Map.groupBy(cases, asks).values()]
}

/** What the step of a case asks, and of whom. */
const asks = ({ step }: Handable) => JSON.stringify([step.fields, step.ofEach])

/**
 * Under which key a question of a case stands: shared ones under their own name, unless several steps ask. Then the key says
 * what is asked and not which place it has: when a case drops out, no words for its child are read for another.
 */
function keyOf(handable: Handable, name: string, sets: Sets): string {
  const { it, step } = handable
  if (step.ofEach?.includes(name)) return `${name}--${it.involvementId}`
  return sets.length === 1 ? name : `${name}--${fingerprint(asks(handable))}`
}

/** A question with the keys under which those stand here that it hangs on. */
function rekeyed(field: Field, handable: Handable, sets: Sets): Field {
  const moved = <On extends { field: string }>(on: On): On => ({
    ...on,
    field: keyOf(handable, on.field, sets),
  })
  const asked = field.appliesWhen ? { ...field, appliesWhen: moved(field.appliesWhen) } : field
  return asked.kind === 'date' && asked.notBefore ? { ...asked, notBefore: moved(asked.notBefore) } : asked
}

/** The pathways of cases that are asked the same, by name. */
const titlesOf = (cases: readonly Handable[]) =>
  new Intl.ListFormat('en-GB').format(new Set(cases.map(({ pathway }) => pathway.title)))

const lowered = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`
