import { type Answers, chosenIn, type Fields, optionsOf, reasonKey } from './field.ts'

/** What answers say of a need: that it was found and is not met, why not and what it is, in words; or that nothing is missing. */
export type SaidOfNeed =
  | { readonly need: string; readonly isMet: true }
  | { readonly need: string; readonly isMet: false; readonly reason: string; readonly words: string }

/**
 * What the answers of a form say of needs that are not met, by the questions whose definitions say so (`findsNeed`). Of several
 * reasons the first that has a code of its own stands for all; every one is in the words.
 * @param given the answers to what is asked with them
 */
export function needsSaid(fields: Fields, given: Answers): SaidOfNeed[] {
  return Object.entries(fields).flatMap(([name, field]): SaidOfNeed[] => {
    if (field.kind !== 'choice' || !field.findsNeed) return []
    const { need, found, met, because, reasons, otherwise } = field.findsNeed
    if (given[name] === met) return [{ need, isMet: true }]
    if (given[name] !== found) return []
    const chosen = chosenIn(given[because])
    const asked = fields[because]
    const labels = (asked ? optionsOf(asked) : [])
      .filter(({ value }) => chosen.includes(value))
      .map(({ label }) => label)
    const reason = chosen.map(value => reasons[value]).find(code => code !== undefined) ?? otherwise
    const words = [given[reasonKey(name)], labels.join(', '), given[reasonKey(because)]]
      .map(each => (typeof each === 'string' ? each.trim() : ''))
      .filter(each => each !== '')
      .join('\n')
    return [{ need, isMet: false, reason, words }]
  })
}
