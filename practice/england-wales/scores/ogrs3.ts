import { ageOn } from '../../../src/kernel/age.ts'
import { ok, type Result, refused } from '../../../src/kernel/result.ts'
import data from '../data/ogrs3.json' with { type: 'json' }

/** The twenty kinds of offence that OGRS3 tells apart. */
export type Ogrs3Offence = keyof typeof data.offences

/** All of them, in the order of the alphabet. */
export const ogrs3Offences = (Object.keys(data.offences) as Ogrs3Offence[]).toSorted()

/** What the score is worked out from. Sanctions are counted with the current one; ages are in whole years. */
export type Ogrs3Facts = {
  sex: 'male' | 'female'
  bornOn: Temporal.PlainDate
  convictedOn: Temporal.PlainDate
  /** When the two years begin: the day of a community sentence, or of release. */
  followedFrom: Temporal.PlainDate
  sanctions: number
  ageAtFirstSanction: number
  offence: Ogrs3Offence
}

/** In whole per cent, 1 to 99: the share of people like this one who are convicted again within one and two years. */
export type Ogrs3Score = { oneYear: number; twoYears: number; parts: Ogrs3Parts }

/** What makes up the score, so that it can be checked: their sum goes into the logistic curve. */
export type Ogrs3Parts = { copas: number; status: number; ageAndSex: number; offence: number }

/** Why there is no score. `not-settled`: the published sources contradict each other about some; `why` says how. */
export type Ogrs3Fault =
  | { kind: 'under-10' }
  | { kind: 'out-of-order'; what: 'birth' | 'first-sanction' | 'follow-up' }
  | { kind: 'sanctions' }
  | { kind: 'not-settled'; of: keyof typeof data.unsettled; why: string }

const youngest = 10
const noLongerSettledFor = { from: 10, to: 15 }
const unsettledOffence = 'Sexual (not against child)' satisfies Ogrs3Offence

/**
 * OGRS3: how likely somebody is to be convicted again, by age, sex, offence and history. Of a hundred people with the same
 * facts so many were; it says nothing of this child's reasons, and is no judgement by itself.
 *
 * Formula and coefficients: Howard, Francis, Soothill and Humphreys (2009), as in data/ogrs3.json. There are no bands for
 * children: none that is published could be found.
 * @returns the percentages, or why there are none
 */
export function ogrs3(facts: Ogrs3Facts): Result<Ogrs3Score, Ogrs3Fault> {
  const { sex, bornOn, convictedOn, followedFrom, sanctions, ageAtFirstSanction, offence } = facts
  if (!Number.isInteger(sanctions) || sanctions < 1) return refused({ kind: 'sanctions' })
  if (Temporal.PlainDate.compare(convictedOn, bornOn) < 0)
    return refused({ kind: 'out-of-order', what: 'birth' })
  if (Temporal.PlainDate.compare(followedFrom, convictedOn) < 0)
    return refused({ kind: 'out-of-order', what: 'follow-up' })
  const ageAtConviction = ageOn(bornOn, convictedOn)
  const age = ageOn(bornOn, followedFrom)
  if (ageAtFirstSanction < youngest || ageAtConviction < youngest) return refused({ kind: 'under-10' })
  if (ageAtFirstSanction > ageAtConviction) return refused({ kind: 'out-of-order', what: 'first-sanction' })
  if (sex === 'female' && age >= noLongerSettledFor.from && age <= noLongerSettledFor.to)
    return refused({ kind: 'not-settled', of: 'girls10To15', why: data.unsettled.girls10To15 })
  const parts = {
    copas: copas(sanctions, ageAtConviction, ageAtFirstSanction),
    status: sanctions === 1 ? data.firstSanction : data.laterSanction,
    ageAndSex: ageAndSex(sex, age),
    offence: data.offences[offence],
  }
  const score = scoreOf(parts)
  if (offence !== unsettledOffence) return ok({ ...score, parts })
  const otherwise = scoreOf({ ...parts, offence: data.sexualNotAgainstChildOtherwise })
  const isAlike = otherwise.oneYear === score.oneYear && otherwise.twoYears === score.twoYears
  return isAlike
    ? ok({ ...score, parts })
    : refused({
        kind: 'not-settled',
        of: 'sexualNotAgainstChild',
        why: data.unsettled.sexualNotAgainstChild,
      })
}

/** How fast sanctions came: their number against the years since the first, weighed. */
function copas(sanctions: number, ageAtConviction: number, ageAtFirst: number): number {
  return Math.log(sanctions / (10 + ageAtConviction - ageAtFirst)) * data.copasWeight
}

function ageAndSex(sex: Ogrs3Facts['sex'], age: number): number {
  const band = data.ages[sex].find(({ from, to }) => age >= from && (to === null || age <= to))
  if (!band) throw new RangeError(`OGRS3 has no weight for the age ${age}`)
  return band.weight
}

function scoreOf({ copas, status, ageAndSex, offence }: Ogrs3Parts): { oneYear: number; twoYears: number } {
  const z = copas + status + ageAndSex + offence
  return { oneYear: percent(ogrs3Chance(1, z)), twoYears: percent(ogrs3Chance(2, z)) }
}

/** The chance within so many years, from 0 to 1, to five decimals, halves up; `z` is the sum of the parts. */
export function ogrs3Chance(years: 1 | 2, z: number): number {
  const odds = Math.exp((years === 1 ? data.interceptOneYear : data.interceptTwoYears) + z)
  return Math.round((odds / (1 + odds)) * 100_000) / 100_000
}

/** In whole per cent, halves up, never 0 and never 100. */
function percent(chance: number): number {
  // Of a chance with five decimals the percentage has three: whole numbers until it is rounded once.
  const whole = Math.floor((Math.round(chance * 100_000) + 500) / 1_000)
  return Math.min(99, Math.max(1, whole))
}
