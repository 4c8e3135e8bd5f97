import { always, overlap } from '../../kernel/period.ts'
import type { CodeEntry, CodeList, CodeMapping, MappingRow } from '../codes/index.ts'

/** Faults of a list of codes: a code without words, or the same code twice on the same day. */
export function checkCodeList(list: CodeList): readonly string[] {
  return [
    ...list.entries
      .filter(({ label }) => label.trim() === '')
      .map(({ code }) => `In the list “${list.id}” the code “${code}” has no label.`),
    ...twiceAtOnce(list.entries).map(
      code => `In the list “${list.id}” the code “${code}” stands twice for the same days.`,
    ),
  ]
}

/** Faults of a mapping: a list or code that does not exist, a code it says nothing of, or two answers for one day. */
export function checkMapping(mapping: CodeMapping, lists: readonly CodeList[]): readonly string[] {
  const list = lists.find(({ id }) => id === mapping.list)
  if (!list) return [`The mapping “${mapping.id}” is of the list “${mapping.list}”, which does not exist.`]
  const known = new Set(list.entries.map(({ code }) => code))
  const mapped = new Set(mapping.rows.map(({ code }) => code))
  return [
    ...[...mapped.difference(known)].map(
      code =>
        `The mapping “${mapping.id}” has the code “${code}”, which the list “${list.id}” does not have.`,
    ),
    ...[...known.difference(mapped)].map(
      code =>
        `The mapping “${mapping.id}” says nothing of the code “${code}”: give what the return writes, or why it is not carried.`,
    ),
    ...twiceAtOnce(mapping.rows).map(
      code => `The mapping “${mapping.id}” answers twice for the code “${code}” on the same days.`,
    ),
  ]
}

/** The codes of which two entries hold on the same day. */
function twiceAtOnce(rows: readonly (CodeEntry | MappingRow)[]): readonly string[] {
  const byCode = Map.groupBy(rows, ({ code }) => code)
  return [...byCode]
    .filter(([, same]) =>
      same.some((row, index) =>
        same.slice(0, index).some(earlier => overlap(row.inForce ?? always, earlier.inForce ?? always)),
      ),
    )
    .map(([code]) => code)
}
