/**
 * How alike two texts are, from 0 to 1: the trigrams that both have, of all that either has. The measure of the database’s
 * `similarity()` (pg_trgm): each word is lower case, with two spaces before it and one after.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [trigrams(one), trigrams(other)]
  const all = a.union(b).size
  return all === 0 ? 0 : a.intersection(b).size / all
}

function trigrams(text: string): Set<string> {
  const found = new Set<string>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const letters = [...`  ${word} `]
    for (let at = 0; at + 3 <= letters.length; at += 1) found.add(letters.slice(at, at + 3).join(''))
  }
  return found
}
