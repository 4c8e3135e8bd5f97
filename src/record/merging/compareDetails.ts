import { foldName } from '../../kernel/names.ts'
import {
  addressWords,
  ageKnown,
  birthDateWords,
  type Child,
  codeLabel,
  disabilityIn,
  interpreterWords,
  nameOf,
} from '../children/index.ts'

/** One of the details that two records may hold differently: what belongs together is settled together. */
export const detailParts = [
  'name',
  'known-as',
  'said-as',
  'pronouns',
  'birth-date',
  'sex',
  'ethnicity',
  'language',
  'interpreter',
  'religion',
  'disability',
  'what-helps',
  'how-to-talk',
  'address',
  'phone',
  'school',
] as const

export type DetailPart = (typeof detailParts)[number]

/** Whose value the merged record has; both, where one text can hold them. */
export type Choice = 'kept' | 'gone' | 'both'

/** How one of the details stands in two records, in words ('' for nothing). */
export type Comparison = {
  part: DetailPart
  label: string
  kept: string
  gone: string
  /** same: nothing to settle. one: only one of them says anything. differs: a person chooses. */
  stands: 'same' | 'one' | 'differs'
  /**
   * What is taken unless somebody chooses otherwise; null where the two contradict each other and neither is plainly fuller:
   * a person must choose.
   */
  likelier: Choice | null
}

const labels: Record<DetailPart, string> = {
  name: 'Name',
  'known-as': 'Known as',
  'said-as': 'How the name is said',
  pronouns: 'Pronouns',
  'birth-date': 'Date of birth',
  sex: 'Sex',
  ethnicity: 'Ethnicity, as the child describes it',
  language: 'First language',
  interpreter: 'Interpreter',
  religion: 'Religion or belief',
  disability: 'Disability or long-term condition',
  'what-helps': 'What helps this child to take part',
  'how-to-talk': 'How to talk with this child',
  address: 'Address',
  phone: 'Phone',
  school: 'School, college or work',
}

/** Every detail of two records of one child, side by side. */
export function compareDetails(kept: Child, gone: Child, today: Temporal.PlainDate): Comparison[] {
  return detailParts.map(part => {
    const [one, other] = [wordsOf(part, kept, today), wordsOf(part, gone, today)]
    const words = { part, label: labels[part], kept: one, gone: other }
    if (one === other) return { ...words, stands: 'same', likelier: 'kept' }
    if (part === 'birth-date' && ageKnown(kept) !== ageKnown(gone))
      return { ...words, stands: 'one', likelier: ageKnown(kept) ? 'kept' : 'gone' }
    if (part === 'birth-date' && kept.birthDate && gone.birthDate?.equals(kept.birthDate))
      return { ...words, stands: 'one', likelier: kept.birthDateBasis === 'known' ? 'kept' : 'gone' }
    if (one === '' || other === '') return { ...words, stands: 'one', likelier: one === '' ? 'gone' : 'kept' }
    return { ...words, stands: 'differs', likelier: canBeBoth(words) ? 'both' : fuller(part, kept, gone) }
  })
}

/** Which of two records plainly says more of a detail of which both say something; null where they contradict each other. */
function fuller(part: DetailPart, kept: Child, gone: Child): 'kept' | 'gone' | null {
  if (part === 'birth-date' && kept.birthDateBasis !== gone.birthDateBasis)
    return kept.birthDateBasis === 'known' ? 'kept' : 'gone'
  const alone = part === 'interpreter' && kept.needsInterpreter === gone.needsInterpreter
  if (alone && (kept.interpreterNote === '' || gone.interpreterNote === ''))
    return kept.interpreterNote === '' ? 'gone' : 'kept'
  return null
}

/** Text of which one record may hold a part and the other another, with how long it may be. */
const longest: Partial<Record<DetailPart, number>> = { 'how-to-talk': 2_000, 'what-helps': 1_000 }

/** Whether both texts can stand one below the other, whole. */
export function canBeBoth({ part, kept, gone }: Pick<Comparison, 'part' | 'kept' | 'gone'>): boolean {
  return kept.length + 1 + gone.length <= (longest[part] ?? 0)
}

function wordsOf(part: DetailPart, child: Child, today: Temporal.PlainDate): string {
  switch (part) {
    case 'name':
      return nameOf({ ...child, knownAs: '' })
    case 'known-as':
      return child.knownAs
    case 'said-as':
      return child.saidAs
    case 'pronouns':
      return child.pronouns
    case 'birth-date':
      return birthDateWords(child)
    case 'sex':
      return codeLabel('sex', child.sex, today)
    case 'ethnicity':
      return codeLabel('ethnicity', child.ethnicity, today)
    case 'language':
      return child.language
    case 'interpreter':
      return interpreterWords(child)
    case 'religion':
      return child.religion
    case 'disability':
      return disabilityIn(child)
    case 'what-helps':
      return child.whatHelps
    case 'how-to-talk':
      return child.howToTalk
    case 'address':
      return addressWords(child)
    case 'phone':
      return child.phone
    case 'school':
      return child.school
  }
}

/** What was chosen of each detail that differs. */
export type Choices = Partial<Record<DetailPart, Choice>>

/** The details that the merged record has, and what of the two is kept beside them. */
export type Settled = {
  details: Omit<
    Child,
    | 'childId'
    | 'reference'
    | 'addedAt'
    | 'version'
    | 'isRestricted'
    | 'isRelated'
    | 'told'
    | 'alerts'
    | 'cases'
  >
  /** Whole names that the child had in one of the records and no longer has as its own. */
  otherNames: string[]
  /** Whose address, and whose school, is not the child's any more: it ends with the merge. */
  ending: { address: string; school: string }
  /** What is neither kept nor remembered elsewhere, in words: for the history. */
  leftOut: Record<string, string>
}

/**
 * Puts the details of two records together as they were chosen; what was not chosen is what is likelier.
 * @throws where two details contradict each other and nobody chose
 */
export function settleDetails(
  kept: Child,
  gone: Child,
  comparisons: readonly Comparison[],
  choices: Choices,
): Settled {
  const chosen = new Map(
    comparisons.map(it => {
      const choice = it.stands === 'differs' ? (choices[it.part] ?? it.likelier) : it.likelier
      if (choice === null) throw new Error(`Nobody chose between two answers for ${it.part}`)
      return [it.part, choice]
    }),
  )
  const from = (part: DetailPart) => (chosen.get(part) === 'gone' ? gone : kept)
  const notFrom = (part: DetailPart) => (chosen.get(part) === 'gone' ? kept : gone)
  const name = from('name')
  const knownAs = from('known-as').knownAs
  const address = from('address')
  const textOf = (part: DetailPart, read: (child: Child) => string) =>
    chosen.get(part) === 'both' ? [read(kept), read(gone)].join('\n') : read(from(part))
  const details = {
    givenName: name.givenName,
    familyName: name.familyName,
    knownAs,
    saidAs: from('said-as').saidAs,
    pronouns: from('pronouns').pronouns,
    birthDate: from('birth-date').birthDate,
    birthDateBasis: from('birth-date').birthDateBasis,
    sex: from('sex').sex,
    ethnicity: from('ethnicity').ethnicity,
    language: from('language').language,
    needsInterpreter: from('interpreter').needsInterpreter,
    interpreterNote: from('interpreter').interpreterNote,
    religion: from('religion').religion,
    disability: from('disability').disability,
    disabilityWords: from('disability').disabilityWords,
    whatHelps: textOf('what-helps', it => it.whatHelps),
    howToTalk: textOf('how-to-talk', it => it.howToTalk),
    address: address.address,
    postcode: address.postcode,
    hasNoFixedAddress: address.hasNoFixedAddress,
    phone: from('phone').phone,
    school: from('school').school,
  }
  const own = new Set([nameOf({ ...details, knownAs: '' }), `${knownAs} ${name.familyName}`.trim()])
  const others = [notFrom('name'), notFrom('known-as')].flatMap(it => [
    nameOf({ ...it, knownAs: '' }),
    it.knownAs === '' ? '' : `${it.knownAs} ${it.familyName}`.trim(),
  ])
  const remembered: readonly DetailPart[] = ['name', 'known-as', 'address', 'school']
  const leftOut = comparisons.filter(
    ({ part, stands, kept: one, gone: other }) =>
      stands === 'differs' &&
      chosen.get(part) !== 'both' &&
      !remembered.includes(part) &&
      one !== '' &&
      other !== '',
  )
  return {
    details,
    otherNames: [
      ...new Map(others.filter(it => it !== '' && !own.has(it)).map(it => [foldName(it) + it, it])).values(),
    ],
    ending: { address: notFrom('address').childId, school: notFrom('school').childId },
    leftOut: Object.fromEntries(
      leftOut.map(({ part, label, kept: one, gone: other }) => [
        label,
        chosen.get(part) === 'gone' ? one : other,
      ]),
    ),
  }
}
