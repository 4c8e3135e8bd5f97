import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { meet, move } from './addCase.ts'
import { type Chance, chance } from './chance.ts'
import type { DemonstrationAppointment } from './demonstrationCase.ts'
import { type Making, type OpenedCase, onBehalfOf, weekdaysAgo } from './making.ts'
import type { DemonstrationEmail } from './people.ts'
import { meeting } from './weeksOfWork.ts'
import { handOvers } from './wordsOfWork.ts'

const times = ['09:30', '11:00', '13:30', '15:00', '16:30'] as const

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
  const held = Map.groupBy(
    making.opened.filter(({ isActive }) => isActive),
    ({ holder }) => holder,
  )
  for (const [holder, cases] of held) if (holder) await fillDays(making, by, holder, cases)
  // None of the children of whom the tour tells changes hands.
  for (const [from, to] of newThisWeek) {
    const it = held.get(from)?.findLast(({ key }) => key !== '')
    if (it) await handOver(making, by, it, to)
  }
}

async function fillDays(
  making: Making,
  by: Chance,
  holder: DemonstrationEmail,
  cases: readonly OpenedCase[],
): Promise<void> {
  const [yesterday, before] = [weekdaysAgo(making, 1), weekdaysAgo(making, 3)]
  const missed = { missed: 'Nobody was at home', isAcceptable: false }
  const wanted: Pick<DemonstrationAppointment, 'daysAgo' | 'outcome'>[] = [
    ...[0, 0, 0, -1, -1, -2, -3].map(count => ({ daysAgo: weekdaysAgo(making, count) })),
    { daysAgo: yesterday, outcome: missed },
    { daysAgo: before, outcome: missed },
  ]
  await onBehalfOf(making, 'senior@demo.throughline.invalid', async tx => {
    for (const [index, { daysAgo, outcome }] of wanted.entries()) {
      // Nobody is met twice on one day; what was missed is not of a child whom the tour tells of.
      const it = cases.find(
        each => !each.daysTaken.has(daysAgo) && (!outcome || each.key !== '') && each.movedDaysAgo > daysAgo,
      )
      if (!it) continue
      it.daysTaken.add(daysAgo)
      const appointment: DemonstrationAppointment = {
        ...meeting({ by, home: it.home, school: it.school }),
        daysAgo,
        time: times[index % times.length] ?? times[0],
        with: holder,
        ...(outcome ? { outcome } : {}),
      }
      await meet(tx, making, it, appointment)
    }
  })
}

async function handOver(making: Making, by: Chance, it: OpenedCase, to: DemonstrationEmail): Promise<void> {
  const pathway = findPathway(practiceInUse(), it.pathway)
  if (!pathway) throw new Error(`The demonstration needs the pathway ${it.pathway}`)
  const said = { ...by.one(handOvers), 'change-child-told': 'yes', 'change-parent-told': 'yes' }
  await onBehalfOf(making, 'senior@demo.throughline.invalid', (tx, senior) =>
    move(
      tx,
      making,
      { pathway, involvementId: it.involvementId, by: senior },
      {
        step: 'change-worker',
        daysAgo: weekdaysAgo(making, 1),
        typed: { worker: to, ...said },
      },
    ),
  )
}
