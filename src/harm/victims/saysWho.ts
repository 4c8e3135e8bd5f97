import { foldName } from '../../kernel/names.ts'
import { everydayWords } from './everydayWords.ts'
import type { Victim } from './victim.ts'

type Known = Pick<Victim, 'kind' | 'name' | 'knownAs' | 'phone' | 'email' | 'address'>

/** What in a text says who somebody is, as it was typed, and what that is of them. */
export type Telling = { word: string; of: 'name' | 'phone' | 'email' | 'address' }

/**
 * What in a text says who was harmed, or where they are: the child, the family and those who work with the child read it. Looked
 * for are the name and each part of it, the telephone number, the e-mail address, the address and the postcode, as the record has
 * them. What the plan calls them may stand there. A part of a name that is an everyday word, or of two letters, counts only where it
 * is written as a name: with a capital letter, and not as the first word of a sentence.
 */
export function tellingIn(it: Known, text: string): Telling | undefined {
  return nameIn(it, text) ?? numberIn(it, text) ?? mailIn(it, text) ?? addressIn(it, text)
}

/** The same for what the plan is to call them: there the name of an organisation may stand. */
export function tellingInName(it: Known): Telling | undefined {
  const free = { ...it, knownAs: '', ...(it.kind === 'organisation' && { name: '' }) }
  return tellingIn(free, it.knownAs)
}

/** A text word by word, each as it was typed and as it is compared. An apostrophe parts a word as it does in “Shah’s”. */
function wordsOf(text: string): { typed: string; folded: string; beginsSentence: boolean }[] {
  return [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: typed, index }) => ({
    typed,
    folded: foldName(typed),
    beginsSentence: /(^|[.!?:\n“"]\s*)$/.test(text.slice(0, index)),
  }))
}

function nameIn({ name, knownAs }: Known, text: string): Telling | undefined {
  const called = new Set(wordsOf(knownAs).map(({ folded }) => folded))
  const ofName = wordsOf(name).filter(({ folded }) => folded.length >= 2)
  const found = [...wordsOf(text), ...spelledIn(text)].find(({ typed, folded, beginsSentence }) =>
    ofName.some(part => {
      if (called.has(part.folded)) return false
      if (folded !== part.folded && folded !== `${part.folded}s`) return false
      const isPlain = everydayWords.has(part.folded) || part.folded.length < 3
      return !isPlain || (isCapital(typed) && !beginsSentence)
    }),
  )
  return found && { word: found.typed, of: 'name' }
}

/** Words that were spelled letter by letter: “D e s m o n d”, “d-e-s-m-o-n-d”. */
function spelledIn(text: string): ReturnType<typeof wordsOf> {
  return [...text.matchAll(/(?<![\p{L}\p{M}])(?:\p{L}[\s._-]{1,2}){2,}\p{L}(?![\p{L}\p{M}])/gu)].flatMap(
    ({ 0: typed }) =>
      wordsOf(typed.replaceAll(/[^\p{L}]/gu, '')).map(word => ({ ...word, beginsSentence: false })),
  )
}

const isCapital = (word: string) => /^\p{Lu}/u.test(word)

/** Figures as they are dialled in this country: +44 7700 and 07700 are one, whatever stands between them but a letter. */
const dialled = (text: string) =>
  text.replace(/[^\p{L}\p{N}+]/gu, '').replace(/(?:\+|00)44(?:0)?(?=\d)/g, '0')

/** So many figures and more are a number by which somebody is reached. */
const fewestFigures = 6

function numberIn({ phone }: Known, text: string): Telling | undefined {
  const recorded =
    dialled(phone)
      .match(/\d+/g)
      ?.filter(({ length }) => length >= fewestFigures) ?? []
  const held = dialled(text)
  const found = recorded.find(number => held.includes(number))
  return found === undefined ? undefined : { word: found, of: 'phone' }
}

function mailIn({ email }: Known, text: string): Telling | undefined {
  const has = email !== '' && text.toLowerCase().includes(email.toLowerCase())
  return has ? { word: email, of: 'email' } : undefined
}

const postcodes = /\b[a-z]{1,2}\d[a-z\d]?[\s-]*\d[a-z]{2}\b/gi
const close = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

/**
 * The postcode, and the house or street: the first line of the address and each that has a number. A town or a part of one may
 * stand there, since a child may have to keep out of it.
 */
function addressIn({ address }: Known, text: string): Telling | undefined {
  const codes = address.match(postcodes) ?? []
  const code = codes.find(each => close(text).includes(close(each)))
  if (code !== undefined) return { word: code, of: 'address' }
  const held = ` ${spaced(text)} `
  const lines = address.replace(postcodes, '').split(/[,\n]/)
  const found = lines
    .filter((line, index) => index === 0 || /\d/.test(line))
    .map(line => line.replace(/\b\d+\p{L}?\b/gu, '').trim())
    .find(line => saysAPlace(line) && held.includes(` ${spaced(line)} `))
  return found === undefined ? undefined : { word: found, of: 'address' }
}

const spaced = (text: string) =>
  wordsOf(text)
    .map(({ folded }) => folded)
    .join(' ')

/** “Flat 2” says nothing; “Station Road” does, though both its words are everyday ones. */
const saysAPlace = (line: string) => {
  const words = wordsOf(line)
  return words.length > 1 || words.some(({ folded }) => folded.length > 2 && !everydayWords.has(folded))
}

const ofWhat: Readonly<Record<Telling['of'], string>> = {
  name: 'of their name',
  phone: 'their telephone number',
  email: 'their e-mail address',
  address: 'of their address',
}

/** What is wrong, and what to do, as it is said at the question. @param instead what may stand there */
export function tellingWords({ word, of }: Telling, instead: string): string {
  const what = ofWhat[of]
  return `“${word}” is ${what.startsWith('of') ? `a part ${what}` : what}, and the child and the family read this: ${instead}`
}
