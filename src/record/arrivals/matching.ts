import { likeness } from '../../kernel/likeness.ts'
import { foldName } from '../../kernel/names.ts'
import { type Birth, birthOf } from './birthSaid.ts'

/** What is known of a child that may be the one whom a notification is about. */
export type Candidate = {
  childId: string
  reference: string
  givenName: string
  familyName: string
  birthDate: Temporal.PlainDate | null
  birthDateBasis: 'known' | 'estimated' | 'unknown'
  postcode: string
  phone: string
  school: string
  openCases: number
  /** Other names, by which the child is or was known. */
  otherNames: { name: string; kind: 'alias' | 'former' | 'spelling'; mustNotBeUsed: boolean }[]
  /** How alike the best of the child's names and the notification's name are, from 0 to 1 (trigrams). */
  likeness: number
  /** The name that was most alike; '' where it is one that the child does not want used. */
  likestName: string
}

/** What a notification says that can be compared. */
export type Described = {
  names: readonly string[]
  birth: Birth | undefined
  postcode: string
  phone: string
  school: string
}

/** Why a child may be the one: the words, and how much it weighs. Against: what speaks the other way. */
export type Match = {
  candidate: Candidate
  weight: number
  reasons: string[]
  against: string[]
  /** Nothing speaks for it but the same family name, and the date of birth is another: one of many of that name. */
  isNamesake: boolean
}

/**
 * Why a child may be the one whom a notification is about. The weights only put the likeliest first: a person decides,
 * since twins share a birthday and a family name, and cousins a name.
 */
export function explainMatch(candidate: Candidate, described: Described): Match {
  const names = compareNames(candidate, described.names)
  const birth = compareBirth(candidate, described.birth)
  const reasons = [...names.reasons, ...birth.reasons]
  let weight = names.weight + birth.weight
  const same = (one: string, other: string) => squeeze(one) !== '' && squeeze(one) === squeeze(other)
  if (same(candidate.postcode, described.postcode)) {
    reasons.push('The same postcode')
    weight += 2
  }
  if (same(candidate.phone, described.phone)) {
    reasons.push('The same phone number')
    weight += 3
  }
  if (same(candidate.school, described.school)) {
    reasons.push('The same school')
    weight += 1
  }
  const isNamesake = reasons.length === 1 && reasons[0] === sameFamilyName && birth.against.length > 0
  return { candidate, weight, reasons, against: [...names.against, ...birth.against], isNamesake }
}

/** The same name and nearly the same date of birth, or more: choosing nobody known then needs a reason. */
export const likelyWeight = 8

/** The likeliest first; those with nothing to show for it are left out, and so are mere namesakes. */
export function rankMatches(candidates: readonly Candidate[], described: Described): Match[] {
  return candidates
    .map(candidate => explainMatch(candidate, described))
    .filter(({ reasons, isNamesake }) => reasons.length > 0 && !isNamesake)
    .sort((a, b) => b.weight - a.weight || a.candidate.reference.localeCompare(b.candidate.reference))
}

/**
 * Which two of several children look like one, each compared with the others as an arrival is. Of whom somebody has said
 * that they are twins, say, nothing is suggested.
 */
export function twoOfOne(
  matches: readonly Match[],
  said: readonly { childId: string; otherId: string }[],
): [Match, Match][] {
  return matches.flatMap((one, index) =>
    matches
      .slice(index + 1)
      .filter(
        other =>
          explainMatch(...asArrived(one.candidate, other.candidate)).weight >= likelyWeight &&
          !said.some(
            ({ childId, otherId }) =>
              childId === one.candidate.childId && otherId === other.candidate.childId,
          ),
      )
      .map((other): [Match, Match] => [one, other]),
  )
}

/** One record beside another as if that had arrived: how alike they are was measured against what arrived, not between the two. */
function asArrived(one: Candidate, other: Candidate): [Candidate, Described] {
  const described = describedAs(other)
  const own = [`${one.givenName} ${one.familyName}`.trim(), ...one.otherNames.map(({ name }) => name)]
  const [likest] = own
    .flatMap(name => described.names.map(said => ({ name, alike: likeness(foldName(name), foldName(said)) })))
    .toSorted((a, b) => b.alike - a.alike)
  return [{ ...one, likeness: likest?.alike ?? 0, likestName: likest?.name ?? '' }, described]
}

function describedAs({
  givenName,
  familyName,
  otherNames,
  birthDate,
  birthDateBasis,
  ...rest
}: Candidate): Described {
  const names = [`${givenName} ${familyName}`.trim(), ...otherNames.map(({ name }) => name)]
  const { postcode, phone, school } = rest
  return { names, birth: birthOf({ birthDate, birthDateBasis }), postcode, phone, school }
}

type Part = { weight: number; reasons: string[]; against: string[] }

function compareNames(candidate: Candidate, said: readonly string[]): Part {
  const own = foldName(`${candidate.givenName} ${candidate.familyName}`)
  const folded = said.map(foldName)
  const swapped = foldName(`${candidate.familyName} ${candidate.givenName}`)
  if (folded.includes(own)) {
    const letters = said.includes(`${candidate.givenName} ${candidate.familyName}`)
    return {
      weight: 6,
      reasons: [letters ? 'The same name' : 'The same name, written differently'],
      against: [],
    }
  }
  if (folded.includes(swapped))
    return { weight: 5, reasons: ['The same names, first and family name exchanged'], against: [] }
  const other = candidate.otherNames.find(({ name }) => folded.includes(foldName(name)))
  if (other)
    return {
      weight: 5,
      reasons: [
        other.mustNotBeUsed
          ? `The same name as ${unused}`
          : `The same name as ${otherNameWords[other.kind]} “${other.name}”`,
      ],
      against: [],
    }
  const alike = Math.round(candidate.likeness * 100)
  if (alike >= leastAlike && sharesFamilyNameAlone(candidate, said))
    return { weight: 1, reasons: [sameFamilyName], against: ['Another first name'] }
  if (alike >= leastAlike)
    return {
      weight: alike / 25,
      reasons: [
        `A name spelled like ${candidate.likestName === '' ? unused : `“${candidate.likestName}”`} (${alike}% alike)`,
      ],
      against: [],
    }
  const words = new Set(`${own} ${foldName(candidate.likestName)}`.split(' '))
  const shares = folded.some(name => name.split(' ').some(word => words.has(word)))
  return { weight: 0, reasons: [], against: shares ? [] : ['A different name'] }
}

const sameFamilyName = 'The same family name'

/**
 * Whether none of the names that were said has more of this child's in it than the family name: the first names share no word,
 * do not begin with the same letter, and neither is part of the other, as “Bess” is of “Bessie”.
 */
function sharesFamilyNameAlone(
  { givenName, familyName, likestName }: Candidate,
  said: readonly string[],
): boolean {
  const [given, family] = [foldName(givenName), foldName(familyName)]
  if (given === '' || family === '' || foldName(likestName) !== `${given} ${family}`) return false
  return said.map(foldName).every(name => {
    if (!name.endsWith(` ${family}`)) return false
    const theirs = name.slice(0, -family.length - 1)
    const isNear = theirs.includes(given) || given.includes(theirs) || theirs.charAt(0) === given.charAt(0)
    return theirs !== '' && !isNear && !theirs.split(' ').some(word => given.split(' ').includes(word))
  })
}

/**
 * So many hundredths alike (trigrams) is a spelling worth asking about: “Lejla Hadad” and “Layla Haddad” are 39. The
 * database's may_be() hides by the same measure.
 */
const leastAlike = 35

/** Found by it, and not shown. */
const unused = 'a former name, which the child does not want used'

const otherNameWords = { alias: 'the alias', former: 'the former name', spelling: 'the spelling' } as const

function compareBirth({ birthDate, birthDateBasis }: Candidate, birth: Birth | undefined): Part {
  // Nothing speaks for it and nothing against: the name must.
  if (!birthDate || !birth) return { weight: 0, reasons: [], against: [] }
  const { date: said, basis } = birth
  const isSure = basis === 'known'
  if (isSure && birthDate.equals(said)) return { weight: 5, reasons: ['The same date of birth'], against: [] }
  const isNear = Math.abs(birthDate.until(said, { largestUnit: 'days' }).days) <= 366
  if (birthDateBasis === 'estimated' && isNear)
    return { weight: 2, reasons: ['About the same age: our date of birth is an estimate'], against: [] }
  if (!isSure)
    return isNear
      ? { weight: 2, reasons: ['About the same age: one date of birth is an estimate'], against: [] }
      : { weight: -2, reasons: [], against: ['Another age, although one date of birth is an estimate'] }
  if (birthDate.year === said.year && birthDate.month === said.day && birthDate.day === said.month) {
    return { weight: 4, reasons: ['The same date of birth, day and month exchanged'], against: [] }
  }
  const [one, other] = [birthDate.toString(), said.toString()]
  const differing = [...one].filter((figure, index) => figure !== other[index]).length
  if (differing === 1)
    return { weight: 3, reasons: ['A date of birth with one figure different'], against: [] }
  return { weight: -2, reasons: [], against: ['A different date of birth'] }
}

/** Letters and figures only, so that “MK9 3AA” and “mk93aa” are the same. */
function squeeze(text: string): string {
  return foldName(text).replace(/[^\p{L}\p{N}]/gu, '')
}
