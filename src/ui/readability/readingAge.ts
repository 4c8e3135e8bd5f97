import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** What is worth looking at in a sentence. */
export type ReadingTip =
  | { kind: 'long-sentence'; words: number }
  | { kind: 'long-words'; words: readonly string[] }

/** A sentence with how easily it reads. */
export type ReadSentence = {
  sentence: string
  /** In years; undefined where there is nothing to measure. */
  age: number | undefined
  tips: readonly ReadingTip[]
}

/** At most so many words in a sentence of the child’s copy. The service’s own number, of the drawing of the child’s page. */
export const mostWords = 12
/** A word of so many syllables is long. The same as in the Gunning fog index (Gunning, 1952). */
const longSyllables = 3
/** Which reading age the child’s pages aim at, in years. The service’s own. */
export const aimedAge = 9
/** Children in England and Wales begin school at five: a grade of the formula is five years less than the age. */
const ageBeforeGrade = 5

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/**
 * The sentences of a text, each with the age at which it can be read: Flesch-Kincaid grade (Kincaid and others, 1975) and five
 * years, never under five. The formula is for English and for texts; of one sentence it gives a hint and no more.
 */
export function readSentences(text: string): ReadSentence[] {
  return [...sentences.segment(text)]
    .map(({ segment }) => segment.trim())
    .filter(sentence => sentence !== '')
    .map(sentence => {
      const words = sentence.match(/[\p{L}\p{N}’'-]+/gu) ?? []
      return { sentence, age: ageOf(words), tips: tipsFor(words) }
    })
}

function ageOf(words: readonly string[]): number | undefined {
  if (words.length === 0) return undefined
  const counts = {
    sentence: 1,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllablesOf(word), 0),
  }
  return Math.max(ageBeforeGrade, Math.round(fleschKincaid(counts) + ageBeforeGrade))
}

const syllablesOf = (word: string) => Math.max(1, syllable(word))

function tipsFor(words: readonly string[]): ReadingTip[] {
  const long = [...new Set(words.filter(word => syllablesOf(word) >= longSyllables))]
  return [
    ...(words.length > mostWords ? [{ kind: 'long-sentence' as const, words: words.length }] : []),
    ...(long.length > 0 ? [{ kind: 'long-words' as const, words: long }] : []),
  ]
}

/** A tip in words. */
export function tipWords(tip: ReadingTip): string {
  switch (tip.kind) {
    case 'long-sentence':
      return `${tip.words} words: could it be two sentences?`
    case 'long-words':
      return `Long words: ${tip.words.join(', ')}. Is there a shorter one?`
  }
}

/** The age in words. */
export function ageWords(age: number | undefined): string {
  return age === undefined ? 'Nothing to measure' : `Reading age ${age}`
}
