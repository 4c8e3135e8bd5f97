import type { Relation } from '../../record/children/index.ts'
import { inventAround } from './aroundThem.ts'
import { type Chance, chance } from './chance.ts'
import { diversionCourse, preventionCourse } from './courses.ts'
import { type Invented, invent, inventAddress, schoolAt } from './crowd.ts'
import type { DemonstrationCase, DemonstrationChild } from './demonstrationCase.ts'
import { type Offence, offences } from './offences.ts'
import type { DemonstrationEmail } from './people.ts'
import type { DemonstrationReferral } from './referrals.ts'
import { sayTo } from './say.ts'
import type { Given } from './walk.ts'
import { referralOf } from './whoRefers.ts'

/** How many years are made up, and from which number: the same number makes the same children. */
export type Years = { years: number; seed: number }

/** A child who comes to the service, and by whom. */
export type DemonstrationArrival =
  | { by: 'police'; child: DemonstrationChild }
  | { by: 'referrer'; child: DemonstrationReferral }

/**
 * How many arrive in a year: the diversion and prevention referrals of the Youth Justice Plan 2022/23 (66 and 63). Who
 * they are, and what becomes of them, is invented.
 */
const inAYear = { diversion: 66, prevention: 63 }

const holders = [
  'officer@demo.throughline.invalid',
  'officer2@demo.throughline.invalid',
  'officer3@demo.throughline.invalid',
  'officer4@demo.throughline.invalid',
  'officer5@demo.throughline.invalid',
  'officer6@demo.throughline.invalid',
] as const satisfies readonly DemonstrationEmail[]

/** What arrived in so many years before today, the earliest first, and how each case has gone since. */
export function inventYears({ years, seed }: Years, today: Temporal.PlainDate): DemonstrationArrival[] {
  const by = chance(seed)
  const days = Math.round(years * 365)
  const when = (count: number, kind: DemonstrationArrival['by']) =>
    Array.from({ length: Math.round(count * years) }, () => ({ kind, daysAgo: by.between(1, days) }))
  const all = [...when(inAYear.diversion, 'police'), ...when(inAYear.prevention, 'referrer')]
  all.sort((a, b) => b.daysAgo - a.daysAgo)
  const known: Known[] = []
  const turns = takeTurns(by)
  return all.map(({ kind, daysAgo }, index) =>
    arrive({ by, seed, today, known, turns }, kind, daysAgo, index),
  )
}

/** Work that has begun is most often finished; who moves away or stops coming is invented. */
const endings = [
  ...['completed', 'completed', 'moved-away', 'completed', 'completed-in-part', 'completed'],
  ...['completed', 'stopped-coming', 'completed', 'completed', 'completed-in-part', 'completed'],
] as ReturnType<Given['nextEnding']>[]

/** Which of nine children who come back are taken for new ones. */
const unseen = [0, 1, 2]

type Turns = Pick<Given, 'nextHolder' | 'nextEnding' | 'another'> & { nextReturnIsUnseen(): boolean }

/** Who is named as the worker: in turns, so that nobody carries everything; and how the work ends. */
function takeTurns(by: Chance): Turns {
  let turn = 0
  let end = 0
  let returned = 0
  return {
    nextHolder: () => holders[turn++ % holders.length] ?? holders[0],
    nextEnding: () => endings[end++ % endings.length] ?? 'completed',
    nextReturnIsUnseen: () => unseen.includes(returned++ % 9),
    another: holder => by.one(holders.filter(each => each !== holder)),
  }
}

/** A child who has been here, and when the last case ended: nothing else may be open then. */
type Known = { key: string; child: Invented; bornDaysAgo: number; endedDaysAgo: number }

type Inventing = {
  by: Chance
  seed: number
  today: Temporal.PlainDate
  known: Known[]
  turns: Turns
}

function arrive(
  { by, seed, today, known, turns }: Inventing,
  kind: DemonstrationArrival['by'],
  daysAgo: number,
  index: number,
): DemonstrationArrival {
  const key = `made-up-${index + 1}`
  const again = by.isIn(7)
    ? known.find(it => it.endedDaysAgo > daysAgo + 20 && it.bornDaysAgo - daysAgo < 17 * 365)
    : undefined
  const family = !again && by.isIn(6) ? by.one(known.length > 0 ? known : [undefined]) : undefined
  const isTwin = family !== undefined && by.isIn(25) && family.bornDaysAgo - daysAgo < 17 * 365
  const namesake = !again && !family && known.length > 0 && by.isIn(2) ? by.one(known) : undefined
  // Now and then nobody sees that the child was here before: a second record, to be merged.
  const isUnseen = again !== undefined && turns.nextReturnIsUnseen()
  const somebody = isUnseen
    ? misspelt(again.child)
    : (again?.child ?? sibling(by, family) ?? inventWith(by, known, namesake))
  const bornDaysAgo =
    again?.bornDaysAgo ??
    (isTwin ? family.bornDaysAgo : undefined) ??
    daysAgo + by.between(11 * 365, 17 * 365 + 300)
  const age = Math.floor((bornDaysAgo - daysAgo) / 365.25)
  const child = { ...somebody, school: schoolAt(age, somebody.school) }
  const moved = by.isIn(12) ? { daysAgo: by.between(1, daysAgo), ...inventAddress(by) } : undefined
  const byDay = chance(seed + 7919 * (index + 1))
  const given: Given = {
    ...{ by, byDay, today, ...turns },
    child,
    say: sayTo(byDay, { ...child, age }),
    homeOn: at => (moved && at <= moved.daysAgo ? moved.address : child.address),
    ...(kind === 'police' ? { offence: by.one(offences.filter(({ from = 0 }) => from <= age)) } : {}),
  }
  const closed =
    !again && by.isIn(4)
      ? {
          why: by.one(['Sent twice', 'Not a child of this area', 'Withdrawn']),
          daysAgo: Math.max(1, daysAgo - 3),
        }
      : undefined
  const isWaiting = daysAgo <= 4
  const course =
    closed || isWaiting
      ? { steps: [] }
      : kind === 'police'
        ? diversionCourse(given, daysAgo)
        : preventionCourse(given, daysAgo)
  const around = inventAround(by, child.school, course)
  if (again) known.splice(known.indexOf(again), 1)
  if (course.endedDaysAgo !== undefined)
    known.push({
      key: again && !isUnseen ? again.key : key,
      child: { ...child, ...(moved ? { address: moved.address, postcode: moved.postcode } : {}) },
      bornDaysAgo,
      endedDaysAgo: course.endedDaysAgo,
    })
  const one: DemonstrationCase & { isIdentified: boolean } = {
    born: [0, bornDaysAgo - daysAgo],
    receivedDaysAgo: daysAgo,
    isIdentified: !closed && !isWaiting,
    home: given.homeOn(0),
    school: child.school,
    ...course,
    ...(around ? { around } : {}),
    ...(closed ? { closed } : {}),
    ...(again && !isUnseen ? { sameChildAs: again.key } : { key }),
    ...(again && isUnseen ? { unseen: again.key } : {}),
    ...alikeTo(family, isTwin ? 'twin' : 'sibling', 'They grew up in one home, with the same parents.'),
    ...alikeTo(
      namesake,
      'different',
      'Another birthday and another address; the families do not know each other.',
    ),
    ...(moved ? { moved } : {}),
    ...(by.isIn(2) ? { otherName: `${child.given} ${invent(by).family}` } : {}),
    ...(by.isIn(5)
      ? {
          alert: by.one([
            { kind: 'dog', text: 'A large dog; ring before coming' } as const,
            {
              kind: 'two-workers',
              text: 'Two workers visit: the stairs are dark and the neighbours shout',
            } as const,
          ]),
        }
      : {}),
  }
  if (kind === 'referrer')
    return { by: 'referrer', child: { ...one, ...referralOf(by, child, given.say, key) } }
  return { by: 'police', child: { ...one, cells: cellsOf(by, child, given.offence) } }
}

/** A child of whom somebody has said that it is another one. */
function alikeTo(
  other: Known | undefined,
  relation: Relation,
  note: string,
): Pick<DemonstrationCase, 'alike'> {
  return other ? { alike: { key: other.key, relation, note } } : {}
}

/** A child with a name that nobody else here has; or, now and then, with the name of somebody who is another child. */
function inventWith(by: Chance, known: readonly Known[], namesake: Known | undefined): Invented {
  let made = invent(by)
  if (namesake) return { ...made, given: namesake.child.given, family: namesake.child.family }
  const isTaken = () => known.some(({ child }) => child.given === made.given && child.family === made.family)
  for (let attempt = 0; attempt < 20 && isTaken(); attempt++) made = invent(by)
  return made
}

/** As somebody wrote it who had heard it on the telephone. */
function misspelt(child: Invented): Invented {
  const { family } = child
  const doubled = family.replace(/(?<=[aeiou])([bdfglmnprst])(?=[aeiou])/, '$1$1')
  return { ...child, family: doubled === family ? `${family}e` : doubled, phone: '' }
}

/** A brother or sister lives at the same address. */
function sibling(by: Chance, known: Known | undefined): Invented | undefined {
  if (!known) return undefined
  const { given, sex } = invent(by)
  return { ...known.child, given, sex, school: known.child.school }
}

function cellsOf(by: Chance, child: Invented, offence: Offence | undefined): Record<string, string> {
  return {
    first_name: child.given,
    family_name: child.family,
    sex: child.sex,
    ethnicity: child.ethnicity,
    language: child.language,
    needs_interpreter: child.needsInterpreter ? 'yes' : 'no',
    address: child.address,
    postcode: child.postcode,
    phone: child.phone,
    school: child.school,
    parent_name: child.parent,
    parent_phone: child.parent === '' ? '' : child.parentPhone,
    offence: offence?.words ?? '',
    offence_code: offence?.code ?? '',
    victim_consent: offence?.hasVictim ? by.one(['yes', 'yes', 'yes', 'no', 'not-asked']) : 'no-victim',
  }
}
