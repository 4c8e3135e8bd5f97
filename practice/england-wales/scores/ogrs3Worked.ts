import type { WorkedOut } from '../../../src/engine/assessments/index.ts'
import { type Answers, notAsRecorded } from '../../../src/engine/forms/index.ts'
import { ageOn } from '../../../src/kernel/age.ts'
import { ok, refused } from '../../../src/kernel/result.ts'
import { type Ogrs3Fault, type Ogrs3Offence, ogrs3, ogrs3Offences } from './ogrs3.ts'

/** Under which names a form asks what the score is worked out from; birth and sex are facts of the record. */
export const ogrs3Names = {
  born: 'score-born',
  sex: 'score-sex',
  convictedOn: 'score-convicted-on',
  followedFrom: 'score-followed-from',
  sanctions: 'score-sanctions',
  firstAge: 'score-first-age',
  offence: 'score-offence',
} as const

/** The codes of the list of sexes that OGRS3 knows. */
const sexes: Readonly<Record<string, 'male' | 'female'>> = { '1': 'male', '2': 'female' }

/** OGRS3 from the answers of a form. No bands: they are a service’s own, where it sets any. */
export const ogrs3Worked: WorkedOut = {
  label: 'Reconviction score (OGRS3)',
  version: 'ogrs3-2009/1',
  source: 'Howard, Francis, Soothill and Humphreys (2009), Ministry of Justice',
  caution:
    'It says how many of a hundred people with the same facts were convicted again. It says nothing of this child’s reasons, and is no judgement by itself.',
  workOut(answers, child) {
    const unsure = [ogrs3Names.born, ogrs3Names.sex].some(name => answers[name] === notAsRecorded)
    if (unsure) return refused('The record is said not to be right: put date of birth and sex right first.')
    if (!child.birthDate) return refused('The record has no date of birth.')
    if (child.birthDateBasis !== 'known')
      return refused('The date of birth is an estimate, and a year more or less changes the score.')
    const sex = sexes[child.sex]
    if (!sex) return refused('The score is published for male and female only, and the record says neither.')
    const given = readAnswers(answers)
    if (!given) return refused('Answers are missing still: all of the questions here go into it.')
    const score = ogrs3({ sex, bornOn: child.birthDate, ...given })
    if (!score.ok) return refused(whyNone(score.reason, ageOn(child.birthDate, given.convictedOn)))
    const { oneYear, twoYears } = score.value
    return ok({
      words: `${oneYear}% within one year, ${twoYears}% within two years`,
      figures: { oneYear, twoYears },
    })
  },
}

type Given = Omit<Parameters<typeof ogrs3>[0], 'sex' | 'bornOn'>

function readAnswers(answers: Answers): Given | undefined {
  const { convictedOn, followedFrom, sanctions, firstAge, offence } = ogrs3Names
  const [convicted, followed] = [answers[convictedOn], answers[followedFrom]]
  const [count, age, kind] = [answers[sanctions], answers[firstAge], answers[offence]]
  if (typeof convicted !== 'string' || typeof followed !== 'string') return undefined
  if (typeof count !== 'number' || typeof age !== 'number' || !isOffence(kind)) return undefined
  return {
    convictedOn: Temporal.PlainDate.from(convicted),
    followedFrom: Temporal.PlainDate.from(followed),
    sanctions: count,
    ageAtFirstSanction: age,
    offence: kind,
  }
}

const isOffence = (kind: unknown): kind is Ogrs3Offence => ogrs3Offences.some(each => each === kind)

/** Why there is no score, as whoever filled the form in reads it, with how old the child was at this conviction. */
function whyNone(fault: Ogrs3Fault, age: number): string {
  switch (fault.kind) {
    case 'under-10':
      return 'The score begins at the age of 10.'
    case 'sanctions':
      return 'The sanctions are counted with this one: at least 1.'
    case 'out-of-order':
      return outOfOrder[fault.what](age)
    case 'not-settled':
      return `Not settled for ${notSettledFor[fault.of]}, so no score is shown. ${fault.why}`
  }
}

const notSettledFor = {
  girls10To15: 'girls of 10 to 15',
  sexualNotAgainstChild: 'sexual offences that are not against a child',
}

const outOfOrder = {
  birth: () => 'The conviction lies before the birth: check the two dates.',
  'first-sanction': (age: number) =>
    `By the date of birth the child was ${age} at this conviction, and cannot have been older at the first sanction: check the age and the day of the conviction.`,
  'follow-up': () => 'The two years cannot begin before the conviction.',
} as const
