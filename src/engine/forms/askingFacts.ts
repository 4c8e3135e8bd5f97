import type { Answers, Field, Fields, Option } from './field.ts'
import { reasonKey } from './field.ts'

/** What the record says of a fact now, and where it is changed; no words where it says nothing. */
export type KnownFact = { words: string; href: string }

/** The answer that what the record says is not right any more, or that nothing is known where it says nothing. */
export const notAsRecorded = 'not-as-recorded'

/**
 * The same questions, with each fact offered as a choice: the record is right, or it is not. Where the record says otherwise than
 * what was confirmed, nothing is chosen: it is to be looked at anew.
 */
export function askingFacts(fields: Fields, facts: Readonly<Record<string, KnownFact>>): Fields {
  const asked = Object.entries(fields).map(([name, field]): [string, Field] => {
    if (field.kind !== 'fact') return [name, field]
    const { kind: _, fact, ...said } = field
    const { words, href } = facts[fact] ?? { words: '', href: '' }
    const seeAlso = { text: words === '' ? 'Write it into the record' : 'Put it right in the record', href }
    const options: Option[] =
      words === ''
        ? [{ value: notAsRecorded, label: 'It is not known', hint: 'The record says nothing yet.', seeAlso }]
        : [
            { value: words, label: `Yes: ${words}` },
            { value: notAsRecorded, label: 'No, or not any more', seeAlso },
          ]
    return [name, { ...said, kind: 'choice', options }]
  })
  return Object.fromEntries(asked)
}

/** The places and the people that the record knows, in words. */
export type KnownNames = Readonly<Record<'place' | 'around', readonly string[]>>

/** The answer that it is none of those that the record knows: which it is stands beside it. */
export const notListed = 'not-listed'

const another = {
  place: { label: 'Another place', needsReason: 'Write the place' },
  around: { label: 'Somebody else', needsReason: 'Write who it is' },
} as const

/**
 * The same questions, with places and people offered as the record knows them, and another to be written. What was answered before
 * stays among them. Where the record knows none, it is written.
 */
export function askingKnown(fields: Fields, known: KnownNames, answers: Answers): Fields {
  const asked = Object.entries(fields).map(([name, field]): [string, Field] => {
    if (field.kind !== 'place' && field.kind !== 'around') return [name, field]
    const { kind, ...said } = field
    const before = answers[name]
    const names = new Set([...known[kind], ...(typeof before === 'string' ? [before] : [])])
    if (names.size === 0) return [name, { ...said, kind: 'text' }]
    const options: Option[] = [...names].map(each => ({ value: each, label: each }))
    return [name, { ...said, kind: 'choice', options: [...options, { value: notListed, ...another[kind] }] }]
  })
  return Object.fromEntries(asked)
}

/** Answers with each place and person in words, also where another was written: as they are kept. */
export function namedAnswers(fields: Fields, answers: Answers): Answers {
  const kept = { ...answers }
  for (const [name, field] of Object.entries(fields)) {
    if ((field.kind !== 'place' && field.kind !== 'around') || kept[name] !== notListed) continue
    const written = kept[reasonKey(name)]
    delete kept[reasonKey(name)]
    if (written === undefined) delete kept[name]
    else kept[name] = written
  }
  return kept
}
