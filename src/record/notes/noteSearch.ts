/** No more words than anybody remembers; what is typed beyond is left out. */
const mostWords = 12

const wordsIn = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/**
 * What was typed as the database is asked for it: a term for every word, in any form and also as the beginning of a longer
 * one; words between quotation marks one after the other. Nothing that was typed can be a sign of the query, since only
 * letters, their marks and figures are taken over. Empty where no word was typed.
 */
export function noteQuery(typed: string): string[] {
  const parts = [...typed.normalize('NFC').matchAll(/["“”]([^"“”]*)["“”]|[^"“”\s]+/gu)]
  const asked: string[] = []
  let left = mostWords
  for (const [whole, phrase] of parts) {
    const words = wordsIn(phrase ?? whole).slice(0, left)
    left -= words.length
    if (words.length === 0) continue
    if (phrase === undefined) asked.push(...words.map(word => `'${word}':*`))
    else asked.push(words.map(word => `'${word}'`).join(' <-> '))
  }
  return asked
}

/** Set around what was found in a fragment; of the private part of Unicode, so that no note holds them. */
export const foundMarks = { from: '\ue000', to: '\ue001' } as const

/** A fragment in pieces, in turn not found and found: the first may be empty. */
export function piecesOf(fragment: string): { text: string; isFound: boolean }[] {
  return fragment
    .split(foundMarks.from)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, isFound: false }]
      const [found = '', ...rest] = part.split(foundMarks.to)
      return [
        { text: found, isFound: true },
        { text: rest.join(''), isFound: false },
      ]
    })
    .filter(({ text }) => text !== '')
}
