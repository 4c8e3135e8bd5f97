import { ageOn } from '../../kernel/age.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import type { SheetCell } from '../../platform/sheets/index.ts'
import type { ToldByForm } from './toldByForm.ts'

/** What was said when somebody asked; '' where nobody has written down that they did. */
export type Disability = '' | 'yes' | 'no' | 'not-asked' | 'would-not-say'
export type BirthDateBasis = 'known' | 'estimated' | 'unknown'

/** An alert that has not ended. */
export type Alert = {
  alertId: string
  kind: string
  text: string
  raisedAt: string
  raisedBy: string
  version: number
}

/** A case that has not ended. */
export type OpenCase = {
  involvementId: string
  pathway: string
  stage: string
  holderId: string | null
  holderName: string | null
}

/** A child as the pages show it: what is known, what to beware of, and where the child stands. */
export type Child = {
  childId: string
  reference: string
  givenName: string
  familyName: string
  knownAs: string
  saidAs: string
  birthDate: Temporal.PlainDate | null
  birthDateBasis: BirthDateBasis
  sex: string
  ethnicity: string
  pronouns: string
  language: string
  /** Empty where nobody has said. */
  needsInterpreter: boolean | null
  /** For which language or signs, and for whom. */
  interpreterNote: string
  religion: string
  disability: Disability
  /** In the words of the child or the family: for those who may read of health. */
  disabilityWords: string
  whatHelps: string
  howToTalk: string
  address: string
  postcode: string
  hasNoFixedAddress: boolean
  phone: string
  school: string
  addedAt: Temporal.Instant
  version: number
  isRestricted: boolean
  /** Whether the person who asks has a part in one of the child's cases. */
  isRelated: boolean
  /** What signed forms say of fields of the record, of each the latest. */
  told: ToldByForm[]
  alerts: Alert[]
  cases: OpenCase[]
}

/** The whole name: `Tariq Amin`, with the name that is used where it is another: `Tariq Amin, known as TJ`. */
export function nameOf(child: Pick<Child, 'givenName' | 'familyName' | 'knownAs'>): string {
  const whole = [child.givenName, child.familyName].filter(part => part !== '').join(' ')
  return child.knownAs === '' || child.knownAs === child.givenName || child.knownAs === whole
    ? whole
    : `${whole}, known as ${child.knownAs}`
}

/** The age in words: `15`, `about 15` where the date of birth is estimated, `not known` without one. */
export function ageWords(
  child: Pick<Child, 'birthDate' | 'birthDateBasis'>,
  today: Temporal.PlainDate,
): string {
  const age = ageIn(child, today)
  if (age === undefined) return 'not known'
  return child.birthDateBasis === 'estimated' ? `about ${age}` : String(age)
}

/** The age for an export: a number, also where it is only about right; in words where it is not known. */
export function ageCell(
  child: Pick<Child, 'birthDate' | 'birthDateBasis'>,
  today: Temporal.PlainDate,
): SheetCell {
  const age = ageIn(child, today)
  if (age === undefined) return ageWords(child, today)
  return child.birthDateBasis === 'estimated' ? { about: age } : age
}

function ageIn({ birthDate }: Pick<Child, 'birthDate'>, today: Temporal.PlainDate): number | undefined {
  if (!birthDate || Temporal.PlainDate.compare(birthDate, today) > 0) return undefined
  return ageOn(birthDate, today)
}

/** Whether anything is known of when the child was born. */
export function ageKnown({ birthDate }: Pick<Child, 'birthDate'>): boolean {
  return birthDate !== null
}

/** The date of birth in words, with how sure it is. */
export function birthDateWords({
  birthDate,
  birthDateBasis,
}: Pick<Child, 'birthDate' | 'birthDateBasis'>): string {
  if (!birthDate) return 'not known'
  return birthDateBasis === 'estimated' ? `${writeDate(birthDate)} (estimated)` : writeDate(birthDate)
}
