import { type Answers, askingPeople } from '../../engine/forms/index.ts'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { findStep } from '../../engine/pathways/index.ts'
import { findInvolvement, openCase, takeStep } from '../../record/cases/index.ts'
import { addOffence } from '../../record/children/index.ts'
import {
  insertCondition,
  listConditions,
  markCondition,
  varyCondition,
} from '../../record/conditions/index.ts'
import { atTime, type Making, type OpenedCase, onBehalfOf } from './making.ts'
import type { DemonstrationEmail } from './people.ts'
import { agreedThings, outOfCourtStories, type Told } from './wordsOfOutOfCourt.ts'
import { toWorkingDay } from './workDays.ts'

const pathwayId = 'out-of-court'
const recorder: DemonstrationEmail = 'senior@demo.throughline.invalid'
const worker: DemonstrationEmail = 'officer@demo.throughline.invalid'

/** Children whom the police may deal with out of court: one just sent, one who waits for the panel, one who does what was agreed. */
export async function addOutOfCourt(making: Making): Promise<void> {
  // Of whom nothing else is told: their other case is of everyday work.
  const theirs = making.opened.filter(
    ({ holder, ending, key, told }) =>
      holder === worker && ending === null && key === '' && told === undefined,
  )
  for (const [index, told] of outOfCourtStories.entries()) {
    const about = theirs[theirs.length - 1 - index]
    if (about) await tell(making, about, told)
  }
}

async function tell(making: Making, { childId }: OpenedCase, told: Told): Promise<void> {
  const pathway = findPathway(practiceInUse(), pathwayId)
  if (!pathway) return
  const { serviceId, today, people } = making
  const colleagues = [...people.values()]
  const answersOf = (answers: Answers): Answers =>
    'worker' in answers ? { worker: people.get(worker)?.userId ?? '' } : answers
  const opened = await onBehalfOf(making, recorder, async (tx, by) => {
    const [first, ...others] = told.steps
    if (!first) return undefined
    const begun = await openCase(tx, {
      serviceId,
      childId,
      pathway,
      routeIn: 'police-youth-justice-unit',
      step: first.step,
      answers: first.answers,
      at: atTime(making, toWorkingDay(making, first.daysAgo), '10:00'),
      by,
    })
    if (!begun.ok) throw new Error(begun.reason.kind)
    const involvementId = begun.value
    await addOffence(tx, {
      serviceId,
      childId,
      involvementId,
      at: atTime(making, toWorkingDay(making, first.daysAgo), '10:00'),
      description: told.offence,
      committedOn: today.subtract({ days: told.offenceDaysAgo }),
    })
    for (const { step, daysAgo, answers } of others) {
      const involvement = await findInvolvement(tx, involvementId as Parameters<typeof findInvolvement>[1])
      if (!involvement) return undefined
      const taken = await takeStep(tx, {
        serviceId,
        pathway,
        involvement,
        step,
        answers: answersOf(answers),
        fields: askingPeople(findStep(pathway, step)?.fields ?? {}, colleagues),
        at: atTime(making, toWorkingDay(making, daysAgo), '11:00'),
        by,
      })
      if (!taken.ok) throw new Error(`${step}: ${taken.reason.kind}`)
    }
    return involvementId
  })
  if (opened && told.isAgreed) await agree(making, { childId, involvementId: opened })
}

/** One thing that is done, one whose last day is near, and one that was made easier. */
async function agree(making: Making, of: { childId: string; involvementId: string }): Promise<void> {
  const { serviceId, today } = making
  await onBehalfOf(making, worker, async (tx, by) => {
    const at = atTime(making, toWorkingDay(making, 9), '15:00')
    for (const { what, why, dueIn, hours } of agreedThings)
      await insertCondition(
        tx,
        { serviceId, ...of },
        {
          what,
          why,
          dueOn: today.add({ days: dueIn }),
          amount: hours,
          unit: hours === null ? null : 'hours',
        },
        { by, at },
      )
    const [first, second] = await listConditions(tx, of.involvementId)
    if (!first || !second) return
    await markCondition(tx, first, {
      state: 'kept',
      words: 'He wrote it himself and read it to us.',
      on: today.subtract({ days: toWorkingDay(making, 2) }),
    })
    await varyCondition(
      tx,
      serviceId,
      second,
      { ...second, amount: 4, because: 'School ends later now. He asked for fewer hours.' },
      { by, at: atTime(making, toWorkingDay(making, 4), '15:00') },
    )
  })
}
