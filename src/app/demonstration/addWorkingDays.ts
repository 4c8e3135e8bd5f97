import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { giveAppointments, listPlannedWith } from '../../record/appointments/index.ts'
import { meet, move } from './addCase.ts'
import { type Chance, chance } from './chance.ts'
import type { DemonstrationAppointment } from './demonstrationCase.ts'
import { takeTime } from './diary.ts'
import { atTime, type Making, type OpenedCase, onBehalfOf, userId } from './making.ts'
import { meeting } from './meetings.ts'
import type { DemonstrationEmail } from './people.ts'
import { handOversTo } from './wordsOfWork.ts'
import { isInTerm, workingDaysAgo } from './workDays.ts'
import { demonstrationWorkers } from './workforce.ts'

/** From whom to whom a case went this week, so that it is new to somebody. */
const newThisWeek = [
  ['officer2@demo.throughline.invalid', 'officer@demo.throughline.invalid'],
  ['officer5@demo.throughline.invalid', 'officer6@demo.throughline.invalid'],
] as const satisfies readonly (readonly [DemonstrationEmail, DemonstrationEmail])[]

/**
 * Gives everybody who holds cases a real working day, whatever day today is: meetings today and in the days ahead, one
 * missed on the last working day and one some days ago that nobody has followed up, and cases that came to them this week.
 */
export async function addWorkingDays(making: Making): Promise<void> {
  const by = chance(making.seed + 2)
  const active = making.opened.filter(({ isActive }) => isActive)
  // None of the children of whom the tour tells changes hands.
  for (const [from, to] of newThisWeek) {
    const it = active.findLast(({ holder, key }) => holder === from && key !== '')
    if (it) await handOver(making, by, it, { from, to })
  }
  for (const [holder, cases] of Map.groupBy(active, ({ holder }) => holder))
    if (holder) await fillDays(making, by, holder, cases)
}

async function fillDays(
  making: Making,
  by: Chance,
  holder: DemonstrationEmail,
  cases: readonly OpenedCase[],
): Promise<void> {
  const missed = { missed: 'Said that they forgot', isAcceptable: false }
  // What was missed is not of a child of whom the tour tells.
  const wanted: { count: number; isNeeded?: boolean; outcome?: typeof missed }[] = [
    { count: 1, isNeeded: true, outcome: missed },
    { count: 3, isNeeded: true, outcome: missed },
    { count: 0, isNeeded: true },
    // Of somebody on leave one is left, for whoever covers.
    ...(isAway(holder) ? [] : [0, -1, -2, -3, -1]).map(count => ({ count })),
  ]
  await onBehalfOf(making, 'senior@demo.throughline.invalid', async tx => {
    for (const { count, isNeeded = false, outcome } of wanted) {
      const possible = outcome ? cases.filter(({ key }) => key !== '') : cases
      const who = isAway(holder) ? undefined : holder
      // What was missed may have been a few days earlier, if nobody can have been met on the day.
      const found = (outcome ? [count, count + 1, count + 2, count + 4] : [count])
        .map(each => workingDaysAgo(making, each, who))
        .map(daysAgo => ({ daysAgo, it: leastMet(possible, daysAgo, { isNeeded }) }))
        .find(({ it }) => it !== undefined)
      if (!found?.it) continue
      const { it, daysAgo } = found
      const day = making.today.subtract({ days: daysAgo })
      const { hours, ...where } = meeting(by, { home: it.home, school: it.school, isInTerm: isInTerm(day) })
      const time = takeTime(making.diary, daysAgo > 0 ? holder : whoGoes(holder), day, [
        ...hours,
        ...atAnyRate,
      ])
      if (time === undefined) continue
      it.daysTaken.add(daysAgo)
      const appointment: DemonstrationAppointment = {
        ...where,
        daysAgo,
        time,
        with: holder,
        ...(outcome ? { outcome } : {}),
      }
      await meet(tx, making, it, appointment)
    }
  })
}

/** Times for what has to be shown, where all the usual ones are taken. */
const atAnyRate = ['10:15', '12:15', '13:00', '14:00', '16:30'] as const

/** Whose time it takes: whoever covers goes in place of somebody on leave. */
function whoGoes(holder: DemonstrationEmail): DemonstrationEmail {
  const worker = isAway(holder) ? demonstrationWorkers.find(({ email }) => email === holder) : undefined
  return worker?.leave?.find(({ coveredBy }) => coveredBy)?.coveredBy ?? holder
}

const isAway = (who: DemonstrationEmail) =>
  demonstrationWorkers.some(
    ({ email, leave = [] }) =>
      email === who && leave.some(({ fromInDays, days }) => fromInDays <= 0 && fromInDays + days >= 0),
  )

/**
 * The case in which the child is met least around a day: nobody is met twice on one day nor, unless it is needed so that there
 * is something to show, more than twice in a week.
 */
function leastMet(
  cases: readonly OpenedCase[],
  daysAgo: number,
  { isNeeded }: { isNeeded: boolean },
): OpenedCase | undefined {
  const around = ({ daysTaken }: OpenedCase) =>
    [...daysTaken].filter(day => Math.abs(day - daysAgo) < 4).length
  return cases
    .filter(it => !it.daysTaken.has(daysAgo) && it.movedDaysAgo > daysAgo && (isNeeded || around(it) < 2))
    .toSorted((one, other) => around(one) - around(other))[0]
}

/** Yesterday, with the appointments that are planned. */
async function handOver(
  making: Making,
  by: Chance,
  it: OpenedCase,
  { from, to }: { from: DemonstrationEmail; to: DemonstrationEmail },
): Promise<void> {
  const pathway = findPathway(practiceInUse(), it.pathway)
  if (!pathway) throw new Error(`The demonstration needs the pathway ${it.pathway}`)
  const { involvementId } = it
  const daysAgo = workingDaysAgo(making, 1)
  const said = {
    ...by.one(handOversTo(to, 'English')),
    'change-child-told': 'yes',
    'change-parent-told': 'yes',
  }
  await onBehalfOf(making, 'senior@demo.throughline.invalid', async (tx, senior) => {
    const step = { step: 'change-worker', daysAgo, time: '15:40', typed: { worker: to, ...said } }
    await move(tx, making, { pathway, involvementId, by: senior }, step)
    const [giver, taker] = [userId(making, from), userId(making, to)]
    const now = atTime(making, 0, '00:00')
    const planned = await listPlannedWith(tx, [involvementId], giver, now)
    // What clashes with their own stays where it is.
    const moved = planned
      .filter(({ startsAt }) => isFreeAt(making, to, startsAt))
      .map(({ appointmentId }) => appointmentId)
    await giveAppointments(tx, moved, { from: giver, to: taker, now })
  })
  it.holder = to
  it.movedDaysAgo = daysAgo
}

/** Takes the time in somebody’s diary. @returns false where they are with somebody else then */
function isFreeAt({ diary }: Making, who: DemonstrationEmail, startsAt: Temporal.Instant): boolean {
  const at = startsAt.toZonedDateTimeISO(ukZone)
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' })
  return takeTime(diary, who, at.toPlainDate(), [time]) !== undefined
}
