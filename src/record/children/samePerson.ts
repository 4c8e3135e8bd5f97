import { foldName } from '../../kernel/names.ts'
import { personKinds } from './personKinds.ts'
import type { Person } from './personQueries.ts'

/** Whether two entries have the same name, however it is written. */
export function haveSameName(one: Pick<Person, 'name'>, other: Pick<Person, 'name'>): boolean {
  return foldName(one.name) === foldName(other.name)
}

/**
 * Whether two entries may be one person: the same name, and the same phone number or the same relation to the child. Only
 * whoever knows them can say so: father and son may share a name and a phone.
 */
export function maySamePerson(one: Person, other: Person): boolean {
  const phone = phoneFigures(one.phone)
  const isSamePhone = phone !== '' && phone === phoneFigures(other.phone)
  return (
    haveSameName(one, other) && (isSamePhone || foldName(one.relationship) === foldName(other.relationship))
  )
}

/** Pairs of entries of those around the child now that may be one person; each entry with the first that is like it. */
export function alikePeople(people: readonly Person[]): (readonly [Person, Person])[] {
  const now = people.filter(({ endedAt }) => endedAt === null)
  return now.flatMap((other, at) => {
    const first = now.slice(0, at).find(one => maySamePerson(one, other))
    return first ? [[first, other] as const] : []
  })
}

/** The figures of a phone number, 0 for the country's 44, as the database compares them. */
function phoneFigures(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^(00)?44/, '0')
}

/** What an entry says that is chosen between where two entries differ, in words; '' where it says nothing. */
const parts = {
  name: { label: 'Name', words: ({ name }: Person) => name },
  kind: { label: 'Who is this?', words: ({ kind }: Person) => personKinds[kind].label },
  organisation: { label: 'Organisation', words: ({ organisation }: Person) => organisation },
  relationship: { label: 'To the child', words: ({ relationship }: Person) => relationship },
  livesWithChild: {
    label: 'Lives with the child',
    words: ({ livesWithChild }: Person) => yes(livesWithChild),
  },
  hasParentalResponsibility: {
    label: 'Parental responsibility',
    words: ({ hasParentalResponsibility }: Person) => yes(hasParentalResponsibility),
  },
  phone: { label: 'Phone', words: ({ phone }: Person) => phone },
  email: { label: 'Email', words: ({ email }: Person) => email },
  bestWay: { label: 'Best way and time', words: ({ bestWay }: Person) => bestWay },
  language: { label: 'Preferred language', words: ({ language }: Person) => language },
  needsInterpreter: {
    label: 'An interpreter is needed',
    words: ({ needsInterpreter }: Person) => yes(needsInterpreter),
  },
  note: { label: 'Note', words: ({ note }: Person) => note },
} as const

export type PersonPart = keyof typeof parts

const yes = (is: boolean) => (is ? 'Yes' : 'No')

/** Something in which two entries differ; `likelier` is what is chosen beforehand, where one of them says nothing. */
export type PersonDifference = {
  part: PersonPart
  label: string
  kept: string
  other: string
  likelier: 'kept' | 'other' | 'both' | undefined
}

/** In what two entries differ, in the order of the form. */
export function personDifferences(kept: Person, other: Person): PersonDifference[] {
  return (Object.keys(parts) as PersonPart[]).flatMap(part => {
    const { label, words } = parts[part]
    const [mine, theirs] = [words(kept), words(other)]
    if (mine === theirs) return []
    const likelier = mine === '' ? 'other' : theirs === '' ? 'kept' : part === 'note' ? 'both' : undefined
    return [{ part, label, kept: mine, other: theirs, likelier }]
  })
}

/** What was chosen of each difference. */
export type PersonChoices = Partial<Record<PersonPart, 'kept' | 'other' | 'both'>>

/**
 * The one entry that two become. Whoever must not be contacted by one of them must not be contacted by the result, and
 * the reasons of both stand: making two entries one never opens a contact.
 */
export function onePersonOf(kept: Person, other: Person, choices: PersonChoices): Person {
  const taken = (Object.keys(choices) as PersonPart[]).filter(part => choices[part] === 'other')
  const reasons = [kept, other]
    .filter(({ mustNotBeContacted }) => mustNotBeContacted)
    .map(({ barredReason }) => barredReason)
  return {
    ...kept,
    ...Object.fromEntries(taken.map(part => [part, other[part]])),
    ...(choices.note === 'both' && { note: `${kept.note}\n${other.note}` }),
    mustNotBeContacted: kept.mustNotBeContacted || other.mustNotBeContacted,
    barredReason: [...new Set(reasons.filter(reason => reason !== ''))].join('\n'),
  }
}
