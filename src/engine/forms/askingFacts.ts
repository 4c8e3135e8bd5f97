import { type Answers, type Field, type Fields, type Option, optionsOf, reasonKey } from './field.ts'

/** What the record says of a fact now, and where it is changed; no words where it says nothing. */
export type KnownFact = { words: string; href: string }

/**
 * The answer that what the record says is not right, or not any more: what it said is kept under `reasonKey`. Where nothing stands
 * there it was given before that was kept, and may have meant that it is not known.
 */
export const notAsRecorded = 'not-as-recorded'

/** The answer that nothing is known, where the record says nothing. */
export const factNotKnown = 'not-in-record'

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
        ? [{ value: factNotKnown, label: 'It is not known', hint: 'The record says nothing yet.', seeAlso }]
        : [
            { value: words, label: `Yes: ${words}` },
            { value: notAsRecorded, label: 'No, or not any more', seeAlso },
          ]
    return [name, { ...said, kind: 'choice', options }]
  })
  return Object.fromEntries(asked)
}

/** What the record says of a fact as it is asked; '' where it says nothing. */
const saidNow = (asked: Field | undefined): string =>
  (asked ? optionsOf(asked) : []).find(({ value }) => value !== notAsRecorded && value !== factNotKnown)
    ?.value ?? ''

/**
 * Answers as they are kept: beside each fact that was said not to be right, what the record said.
 * @param asked the same questions as they were asked (`askingFacts`)
 */
export function deniedFacts(fields: Fields, asked: Fields, answers: Answers): Answers {
  const denied = Object.entries(fields).filter(
    ([name, { kind }]) => kind === 'fact' && answers[name] === notAsRecorded,
  )
  return {
    ...answers,
    ...Object.fromEntries(denied.map(([name]) => [reasonKey(name), saidNow(asked[name])])),
  }
}

/**
 * The facts that were answered and of which the record says something else since, each with why it is asked again, in words. What was
 * denied before the record's words were kept with it stays as it is.
 * @param asked the same questions as they are asked now (`askingFacts`)
 */
export function changedFacts(
  fields: Fields,
  asked: Fields,
  answers: Answers,
): Readonly<Record<string, string>> {
  const changed = Object.entries(fields).flatMap(([name, { kind }]): [string, string][] => {
    const answer = answers[name]
    if (kind !== 'fact' || answer === undefined) return []
    const now = saidNow(asked[name])
    const said = answers[reasonKey(name)]
    if (answer === notAsRecorded)
      return said === undefined || said === now
        ? []
        : [[name, `It was said that “${said}” is not right. The record has changed since: look at it again.`]]
    if (answer === factNotKnown)
      return now === ''
        ? []
        : [[name, 'It was not known. The record says something since: look at it again.']]
    return answer === now
      ? []
      : [[name, `“${answer}” was right. The record has changed since: look at it again.`]]
  })
  return Object.fromEntries(changed)
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
