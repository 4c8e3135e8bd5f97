import { type Id, parseId } from './ids.ts'

/**
 * Reads a whole number out of an address: "17". Undefined for anything else, and for what PostgreSQL cannot keep as
 * an integer.
 */
export function parseWhole(text: string): number | undefined {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : undefined
  return number !== undefined && number <= 2_147_483_647 ? number : undefined
}

/** A place in a list that stands in the order of a moment, then of an id. */
export type Place<Kind extends string> = { at: Temporal.Instant; id: Id<Kind> }

/** Reads where a page of a list goes on, as `writePlace` wrote it; undefined for anything else: the first page. */
export function parsePlace<Kind extends string>(text: string): Place<Kind> | undefined {
  const [moment = '', written = '', ...more] = text.split('_')
  const id = parseId<Kind>(written)
  if (!id || more.length > 0 || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(moment)) return undefined
  try {
    return { at: Temporal.Instant.from(moment), id }
  } catch {
    return undefined
  }
}

/** A place in a list as it stands in an address. */
export function writePlace(at: Temporal.Instant, id: string): string {
  return `${at}_${id}`
}
