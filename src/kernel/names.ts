/**
 * Names. They are kept as the person writes them; folding is only for finding a person again who was
 * spelled another way. Arabic, Hebrew and other scripts are kept, not turned into Latin letters.
 */

/** Controls, zero-width characters and marks that turn the direction of text: never part of a name. */
const invisible = /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** Signs above and below letters, in Latin, Greek and Cyrillic; the vowel points of Hebrew and Arabic; the Arabic stretch. */
const accents =
  /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g

const apostrophes = /['’‘ʼʻ`´′＇"“”.,·]/g
const hyphens = /[\p{Pd}_/\u05be]/gu

/** Letters that do not come apart into a plain letter and a sign. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
}

/**
 * The name as it is stored and shown: normalised (NFC), without characters that cannot be seen, single
 * spaces, none at the ends. Nothing else is changed: capitals, apostrophes and accents are the person's own.
 */
export function tidyName(name: string): string {
  return name.replace(/\s+/gu, ' ').replace(invisible, '').normalize('NFC').replace(/ +/g, ' ').trim()
}

/**
 * The name as it is compared: lower case, without accents, apostrophes and stops; hyphens as spaces.
 * `Siân O’Connor-Łukasz` and `SIAN OCONNOR LUKASZ` fold alike. The empty string when nothing is left.
 */
export function foldName(name: string): string {
  const lower = tidyName(name).normalize('NFKD').toLowerCase().normalize('NFKD')
  return lower
    .replace(accents, '')
    .replace(apostrophes, '')
    .replace(hyphens, ' ')
    .replace(/[ßæœøđðþłħı]/g, letter => plainLetters[letter] ?? letter)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Initials for a screen that others may see, one for each name given: `initials('Tariq', 'Amin')` is
 * `T. A.`. A name of one letter is its own initial; an empty one is left out.
 */
export function initials(...parts: readonly string[]): string {
  return parts
    .map(part => firstLetter(tidyName(part)))
    .filter(letter => letter !== '')
    .map(letter => `${letter.toLocaleUpperCase('en-GB')}.`)
    .join(' ')
}

/** The first letter with the signs that belong to it. */
function firstLetter(name: string): string {
  for (const { segment } of letters.segment(name)) {
    if (/\p{L}/u.test(segment)) return segment
  }
  return ''
}
