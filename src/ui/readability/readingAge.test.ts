import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostWords, readSentences } from './readingAge.ts'

describe('how easily a sentence reads', () => {
  it.each([
    // words, syllables: 0.39 × words + 11.8 × syllables ÷ words − 15.59, and five years
    ['I go to school every day.', 6],
    ['He attends educational provision consistently.', 27],
    ['I play.', 5],
  ])('%j is for the age of %i', (sentence, age) => {
    expect(readSentences(sentence)[0]?.age).toBe(age)
  })

  it('is said of each sentence', () => {
    expect(readSentences('I go to school. I see Ama on Friday!').map(({ sentence }) => sentence)).toEqual([
      'I go to school.',
      'I see Ama on Friday!',
    ])
  })

  it('says which words are long, and that a sentence is', () => {
    const [it] = readSentences('We will go and see the new gym and the man who runs it on Saturday.')
    expect(it?.tips).toEqual([
      { kind: 'long-sentence', words: 16 },
      { kind: 'long-words', words: ['Saturday'] },
    ])
    expect(readSentences('I want to swim.')[0]?.tips).toEqual([])
  })

  it('measures nothing where there are no words', () => {
    expect(readSentences('')).toEqual([])
    expect(readSentences('…')[0]?.age).toBeUndefined()
  })

  it('loses no letter of what was written, and never grows younger by a longer sentence of the same words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const letters = (words: string) => words.replace(/\s/gu, '')
        expect(
          letters(
            readSentences(text)
              .map(({ sentence }) => sentence)
              .join(''),
          ),
        ).toBe(letters(text))
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 * mostWords }), count => {
        const age = (words: number) => readSentences('go '.repeat(words).trim())[0]?.age ?? 0
        expect(age(count + 1)).toBeGreaterThanOrEqual(age(count))
      }),
    )
  })
})
