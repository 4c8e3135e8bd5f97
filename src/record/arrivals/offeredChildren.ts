import { fingerprints, type Option } from '../../engine/forms/index.ts'
import { birthDateWords, childPath } from '../children/index.ts'
import { likelyWeight, type Match } from './matching.ts'

/** The answer that it is none of the children who are offered. */
export const newChild = 'new'

/** What to say where other children are offered than on the page from which the answer came. */
export const offeredAnew =
  'Other children than before may now be the one: look at them, and choose again which child it is'

type Offered = readonly Match[]

/** Not a question: which children the page offers, to be kept with what the form was opened on. */
export function offeredMark(matches: Offered): { offered: string[] } {
  return { offered: matches.map(({ candidate }) => candidate.childId).sort() }
}

/** Whether the page from which an answer came offered the same children as there are now. */
export function wasOffered(was: string, matches: Offered): boolean {
  return was.split(' ').includes(fingerprints(offeredMark(matches)))
}

/**
 * The children whom something that came in may be about, each with why and why not, and one whom nobody knows yet: of that a
 * reason is asked where somebody is likely, since two records of one child are worse than a question too many.
 * @param more what else is said beside one of them, each sentence after a space
 */
export function childOptions(
  matches: Offered,
  more: (candidate: Match['candidate']) => string = () => '',
): Option[] {
  const known = matches.map(({ candidate, reasons, against }): Option => {
    const { givenName, familyName, reference } = candidate
    const born = candidate.birthDate ? `, born ${birthDateWords(candidate)}` : ''
    const but = against.length > 0 ? ` But: ${against.join(', ').toLowerCase()}.` : ''
    return {
      value: candidate.childId,
      label: `${`${givenName} ${familyName}`.trim()}${born} (${reference})`,
      hint: `${reasons.join('. ')}.${but}${more(candidate)}`,
      seeAlso: { text: `Look at ${reference}`, href: childPath.to(candidate) },
    }
  })
  const likely = matches.find(({ weight }) => weight >= likelyWeight)
  const isNew: Option = {
    value: newChild,
    label: 'A child whom we do not know yet',
    ...(likely && { needsReason: `Why is it not ${likely.candidate.reference}?` }),
  }
  return [...known, isNew]
}
