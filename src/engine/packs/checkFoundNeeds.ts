import type { CodeList } from '../codes/index.ts'
import { type Fields, optionsOf } from '../forms/index.ts'

/**
 * Faults of the questions of a long form by whose answers a need is recorded (`findsNeed`): its codes stand in the lists `need` and
 * `unmet-reason`, and its answers and reasons are offered.
 * @param where whose they are: `form “review”, wording “2026-1”,`
 */
export function checkFoundNeeds(
  where: string,
  fields: Fields,
  lists: readonly CodeList[],
): readonly string[] {
  const isIn = (list: string, code: string) =>
    lists.some(({ id, entries }) => id === list && entries.some(entry => entry.code === code))
  return Object.entries(fields).flatMap(([id, field]) => {
    if (field.kind !== 'choice' || !field.findsNeed) return []
    const { need, found, met, because, reasons, otherwise } = field.findsNeed
    const name = `In the fields of the ${where} the field “${id}” finds a need`
    const asked = fields[because]
    const offered = optionsOf(field).map(({ value }) => value)
    const why = asked ? optionsOf(asked).map(({ value }) => value) : []
    return [
      ...(isIn('need', need) ? [] : [`${name} “${need}”, which is no code of the list “need”.`]),
      ...[...Object.values(reasons), otherwise]
        .filter(code => !isIn('unmet-reason', code))
        .map(code => `${name} with the reason “${code}”, which is no code of the list “unmet-reason”.`),
      ...[found, met]
        .filter(value => !offered.includes(value))
        .map(value => `${name} by the answer “${value}”, which it does not offer.`),
      ...(asked ? [] : [`${name} with reasons from “${because}”, which nobody is asked.`]),
      ...(asked ? Object.keys(reasons) : [])
        .filter(value => !why.includes(value))
        .map(value => `${name} with the answer “${value}”, which “${because}” does not offer.`),
    ]
  })
}
