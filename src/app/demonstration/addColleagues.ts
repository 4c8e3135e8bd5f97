import type { Work } from '../../platform/database/index.ts'
import { addCoWorker } from '../../record/cases/index.ts'
import { changeDetails, loadChild, typedFromChild } from '../../record/children/index.ts'
import { meet, write } from './addCase.ts'
import { type Chance, chance } from './chance.ts'
import type { DemonstrationAppointment } from './demonstrationCase.ts'
import { takeTime } from './diary.ts'
import { atTime, type Making, type OpenedCase, onBehalfOf, userId } from './making.ts'
import type { DemonstrationEmail } from './people.ts'
import { healthSaid, therapistSaid } from './wordsOfColleagues.ts'
import { isInTerm, toWorkingDay, workingDaysAgo } from './workDays.ts'

const therapist = 'therapist@demo.throughline.invalid'
const health = 'health@demo.throughline.invalid'

/** On which of their working days from today they meet somebody: none is 0, today. */
const ahead = [0, 0, -1, -1, -2, -3, -4] as const

/** Times at which the colleagues meet children. */
const times = ['09:30', '10:30', '11:30', '13:15', '14:15', '15:30'] as const

/**
 * Gives those who work beside the holders of cases their part: the therapist and the health worker with what they have done
 * and what stands in their week; the victim worker where somebody who was harmed has agreed; the police officer in a few.
 */
export async function addColleagues(making: Making): Promise<void> {
  const by = chance(making.seed + 4)
  const active = making.opened.filter(({ isActive, key }) => isActive && key !== '')
  const every = (step: number, from: number) => active.filter((_, index) => index % step === from)
  await workBesideAll(making, by, therapist, every(2, 0).slice(0, 14))
  await workBesideAll(making, by, health, every(2, 1).slice(0, 10))
  // With those who were harmed the work begins before the child has a worker.
  for (const it of making.opened.filter(({ ending, victimAgreed }) => ending === null && victimAgreed))
    await giveAPart(making, 'victims@demo.throughline.invalid', it)
  const notified = active.filter(({ pathway }) => pathway === 'diversion')
  for (const it of notified.slice(0, 4)) await giveAPart(making, 'police@demo.throughline.invalid', it)
}

/** A senior adds somebody to a case some days after its last step. @returns since how many days */
export async function giveAPart(making: Making, who: DemonstrationEmail, it: OpenedCase): Promise<number> {
  const { serviceId } = making
  const since = Math.max(1, toWorkingDay(making, Math.max(1, it.movedDaysAgo - 3)))
  await onBehalfOf(making, 'senior@demo.throughline.invalid', tx =>
    addCoWorker(tx, serviceId, it, userId(making, who), atTime(making, since, '09:15')),
  )
  return since
}

async function workBesideAll(
  making: Making,
  by: Chance,
  who: typeof therapist | typeof health,
  cases: readonly OpenedCase[],
): Promise<void> {
  const left = [...ahead]
  for (const it of cases) {
    const since = await giveAPart(making, who, it)
    const said = by.one(who === therapist ? therapistSaid : healthSaid)
    await onBehalfOf(making, who, async tx => {
      await haveMet(tx, making, by, { it, who, said, since })
      for (const next of left) {
        if (!(await meetWith(tx, making, it, who, workingDaysAgo(making, next, who)))) continue
        left.splice(left.indexOf(next), 1)
        break
      }
    })
    if (said.howToTalk) await sayHowToTalk(making, it, said.howToTalk)
  }
}

type Beside = {
  it: OpenedCase
  who: DemonstrationEmail
  said: (typeof therapistSaid)[number]
  /** How many days ago they were added to the case. */
  since: number
}

/** They have met once since they were added, or were to meet; what was found stands in a note. */
async function haveMet(
  tx: Work,
  making: Making,
  by: Chance,
  { it, who, said, since }: Beside,
): Promise<void> {
  const met = toWorkingDay(making, since - by.between(3, 9), who)
  if (met <= 0 || met >= since) return
  const isKept = by.isIn(85)
  const outcome = isKept ? { kept: said.kept } : { missed: 'Ill; the family rang before', isAcceptable: true }
  const hasMet = await meetWith(tx, making, it, who, met, outcome)
  if (hasMet && isKept) await write(tx, making, it, { ...said.note, daysAgo: met, with: who })
}

type Outcome = NonNullable<DemonstrationAppointment['outcome']>

/** @returns false where the child or the worker is with somebody else */
async function meetWith(
  tx: Work,
  making: Making,
  it: OpenedCase,
  who: DemonstrationEmail,
  daysAgo: number,
  outcome?: Outcome,
): Promise<boolean> {
  if (it.daysTaken.has(daysAgo)) return false
  const day = making.today.subtract({ days: daysAgo })
  const time = takeTime(making.diary, who, day, times)
  if (time === undefined) return false
  it.daysTaken.add(daysAgo)
  const atSchool = it.school !== '' && isInTerm(day)
  const where = atSchool
    ? ({ kind: 'school', place: it.school } as const)
    : ({ kind: 'office', place: 'Brook House' } as const)
  await meet(tx, making, it, { ...where, daysAgo, time, with: who, ...(outcome ? { outcome } : {}) })
  return true
}

/** The holder puts what the therapist advises on the record, for everybody who talks with the child. */
async function sayHowToTalk(making: Making, { childId, holder }: OpenedCase, words: string): Promise<void> {
  await onBehalfOf(making, holder ?? 'senior@demo.throughline.invalid', async tx => {
    const child = await loadChild(tx, childId)
    if (!child) throw new Error('A child of the demonstration is not there')
    if (child.howToTalk !== '') return
    const said = await changeDetails(tx, child, { ...typedFromChild(child), 'how-to-talk': words })
    if (!said) throw new Error('How to talk with a child of the demonstration could not be said')
  })
}
