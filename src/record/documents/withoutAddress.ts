import type { DocumentTree } from '../../engine/documents/index.ts'
import type { ConfidentialHomes } from '../children/index.ts'

/** In place of an address that somebody must not learn. */
const instead = '(the address is confidential)'

/**
 * A document without the addresses that somebody must not learn, wherever in it they stand: also in an answer that was given before
 * the address was confidential, and in the worker’s own words. Pure.
 */
export function withoutAddress(tree: DocumentTree, { addresses }: ConfidentialHomes): DocumentTree {
  const patterns = addresses.flatMap(patternsOf)
  if (patterns.length === 0) return tree
  const kept = new RegExp(patterns.join('|'), 'giu')
  const read = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(kept, instead)
    if (Array.isArray(value)) return value.map(read)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, read(each)]))
  }
  return { ...tree, blocks: read(tree.blocks) as DocumentTree['blocks'] }
}

/** Whether a document that was kept holds an address that somebody must not learn. Pure. */
export function saysAddress(tree: DocumentTree, homes: ConfidentialHomes): boolean {
  return JSON.stringify(withoutAddress(tree, homes).blocks) !== JSON.stringify(tree.blocks)
}

/** The whole address however its lines are parted; its first line where that has a number in it; and its postcode. */
function patternsOf({ address, postcode }: ConfidentialHomes['addresses'][number]): string[] {
  const lines = address
    .split(/[\n,]/)
    .map(line => line.trim())
    .filter(line => line !== '')
  const code = [...postcode.replace(/\s/g, '')].map(RegExp.escape).join('\\s?')
  const [first = ''] = lines
  const isTelling = /\d/.test(first) && /\p{L}{3}/u.test(first)
  const whole = lines.map(RegExp.escape).join('[\\s,]+')
  return [
    ...(whole === '' ? [] : [code === '' ? whole : `${whole}(?:[\\s,]+${code})?`]),
    ...(isTelling ? [RegExp.escape(first)] : []),
    ...(code === '' ? [] : [code]),
  ]
}
