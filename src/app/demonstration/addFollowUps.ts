import type { Work } from '../../platform/database/index.ts'
import { addOffence } from '../../record/children/index.ts'
import {
  type FollowedCase,
  findFollowUp,
  insertCheck,
  judgeOffence,
  listFound,
} from '../../record/followUp/index.ts'
import { type Chance, chance } from './chance.ts'
import { atTime, type Making, type OpenedCase, onBehalfOf } from './making.ts'
import { furtherOffences, whereElse } from './wordsOfFollowUp.ts'
import { toWorkingDay } from './workDays.ts'

/**
 * Of a hundred children, how many are found to have offended again within the two years, by pathway. The sizes are those of
 * the Youth Justice Plan 2022/23: 3.39% of the children of the Early Support Project, and 22.1% in the measure of
 * reoffending, which counts another cohort over one year; who it is, and when, is invented.
 */
const foundOfHundred: Readonly<Record<string, number>> = { 'esp-prevention': 3.39, diversion: 22.1 }

/** About how often somebody asks, in days: invented. */
const daysBetweenChecks = 91

type Followed = { it: OpenedCase; time: FollowedCase; endedDaysAgo: number }

/**
 * What is asked of children after the work has ended: every few months, by the police officer of the team or by business
 * support, and late here and there; a further offence of some, which a senior has looked at, and a few that wait for one.
 */
export async function addFollowUps(making: Making): Promise<void> {
  const by = chance(making.seed + 3)
  const followed = await onBehalfOf(making, 'senior@demo.throughline.invalid', tx => listFollowed(tx, making))
  const again = whoOffendsAgain(by, followed)
  for (const one of followed) {
    await ask(making, by, one, again.get(one.it.involvementId))
    await look(making, by, one)
  }
}

/** Every case of the years that is followed, the earliest first. */
async function listFollowed(tx: Work, { opened, today }: Making): Promise<Followed[]> {
  const followed: Followed[] = []
  for (const it of opened) {
    if (it.ending === null) continue
    const time = await findFollowUp(tx, it.childId, it.involvementId)
    if (time) followed.push({ it, time, endedDaysAgo: time.from.until(today).days })
  }
  return followed
}

/** On which day they offend again, in days before today, by case: so many of a hundred of each pathway, whoever it is. */
function whoOffendsAgain(by: Chance, followed: readonly Followed[]): Map<string, number> {
  const again = new Map<string, number>()
  for (const [pathway, ofHundred] of Object.entries(foundOfHundred)) {
    // Only where somebody can have asked since.
    const possible = followed.filter(({ it, endedDaysAgo }) => it.pathway === pathway && endedDaysAgo > 100)
    // Of few there is one, so that there is something to show.
    const least = possible.length > 1 && ofHundred > 10 ? 1 : 0
    const count = Math.max(least, Math.round((possible.length * ofHundred) / 100))
    for (const [index, { it, endedDaysAgo }] of by.some(possible, count).entries()) {
      // One of them soon after the end, so that there has been time to look at it.
      const latest = index === 0 ? endedDaysAgo - 50 : Math.max(25, endedDaysAgo - 700)
      again.set(it.involvementId, by.between(latest, endedDaysAgo - 30))
    }
  }
  return again
}

/** Asks every few months whether the child has offended again, and writes down what was found. */
async function ask(
  making: Making,
  by: Chance,
  { it, endedDaysAgo }: Followed,
  offendedDaysAgo: number | undefined,
): Promise<void> {
  // Now and then nobody has thought of it, or not for a while.
  const until = by.isIn(12) ? endedDaysAgo : by.isIn(15) ? 200 : 0
  let isTold = offendedDaysAgo === undefined
  let last = endedDaysAgo
  for (
    let at = endedDaysAgo - daysBetweenChecks;
    at > until || (!isTold && at > 0);
    at -= daysBetweenChecks + by.between(-12, 20)
  ) {
    if (at < endedDaysAgo - 730) break
    const daysAgo = toWorkingDay(making, at)
    const isFound = !isTold && offendedDaysAgo !== undefined && offendedDaysAgo > daysAgo
    await check(making, by, it, { daysAgo, offendedDaysAgo: isFound ? offendedDaysAgo : undefined })
    isTold ||= isFound
    last = daysAgo
  }
  // Heard of this week.
  if (!isTold && last > 2) await check(making, by, it, { daysAgo: toWorkingDay(making, 2), offendedDaysAgo })
}

type Asked = { daysAgo: number; offendedDaysAgo: number | undefined }

async function check(
  making: Making,
  by: Chance,
  { childId, involvementId }: OpenedCase,
  { daysAgo, offendedDaysAgo }: Asked,
): Promise<void> {
  const { serviceId, today } = making
  const isFound = offendedDaysAgo !== undefined
  const elsewhere = !isFound && by.isIn(15) ? by.one(whereElse) : undefined
  const who = elsewhere ? 'support@demo.throughline.invalid' : 'police@demo.throughline.invalid'
  const checkedOn = today.subtract({ days: daysAgo })
  await onBehalfOf(making, who, async (tx, userId) => {
    await insertCheck(tx, {
      ...{ serviceId, childId, involvementId, checkedOn, by: userId },
      source: elsewhere?.source ?? 'police',
      asked: elsewhere?.asked ?? 'The police youth justice unit',
      result: isFound ? 'something' : (elsewhere?.result ?? 'nothing'),
      note: elsewhere?.note ?? '',
      at: atTime(making, daysAgo, '10:30'),
    })
    if (!isFound) return
    const { words, outcome } = by.one(furtherOffences)
    const committedOn = today.subtract({ days: offendedDaysAgo })
    const given = committedOn.add({ days: by.between(6, 20) })
    const hasOutcome = outcome !== '' && Temporal.PlainDate.compare(given, checkedOn) <= 0
    await addOffence(tx, {
      ...{ serviceId, childId, committedOn, description: words },
      ...(hasOutcome ? { outcome, outcomeOn: given } : {}),
      policeReference: `DEMO/${by.between(4000, 8999)}/${committedOn.year}`,
      at: atTime(making, daysAgo, '10:30'),
    })
  })
}

/** How many days after it happened a senior has looked at an offence: invented. */
const daysUntilLookedAt = 42

/** A senior says of what was found what it is; what was found lately waits. */
async function look(making: Making, by: Chance, { it, time }: Followed): Promise<void> {
  const { serviceId, today } = making
  const { childId, involvementId } = it
  await onBehalfOf(making, 'senior@demo.throughline.invalid', async (tx, senior) => {
    for (const { offenceId, committedOn, outcome, outcomeOn, version } of await listFound(
      tx,
      involvementId,
    )) {
      if (!committedOn || committedOn.until(today).days < daysUntilLookedAt) continue
      const isOurs = Temporal.PlainDate.compare(committedOn, time.from) === 0
      const isProven = outcome === '2' && outcomeOn !== null
      const verdict = isOurs ? 'not-further' : isProven ? 'further-proven' : 'further-not-proven'
      const lookedAt = atTime(making, Math.max(1, toWorkingDay(making, by.between(3, 40))), '16:20')
      await judgeOffence(tx, {
        ...{ serviceId, childId, involvementId, offenceId, verdict, version, by: senior, at: lookedAt },
        provenOn: isProven && !isOurs ? outcomeOn : undefined,
        source: isProven ? 'The police: the caution was given at the station' : 'The police, by telephone',
        reason: isOurs ? 'The same as that for which the child came to us' : '',
      })
    }
  })
}
