import type { DemonstrationAround } from './addAround.ts'
import type { DemonstrationAppointment, DemonstrationCase } from './demonstrationCase.ts'
import { type Diary, takeTime } from './diary.ts'
import { usualOfficer } from './people.ts'
import { isInTerm, toWorkingDay } from './workDays.ts'
import type { DemonstrationArrival } from './years.ts'

/**
 * A case as it can have been worked: what falls on a day on which nobody works is moved to the last working day before it,
 * or to the next one where it is still to come, and nobody has two appointments at one time. What stands on today stays there.
 */
function onWorkingDays<T extends DemonstrationCase>(it: T, today: Temporal.PlainDate, diary: Diary): T {
  const moved = (daysAgo: number) => (daysAgo === 0 ? 0 : toWorkingDay({ today }, daysAgo))
  const each = <Dated extends { daysAgo: number }>(one: Dated): Dated => ({
    ...one,
    daysAgo: moved(one.daysAgo),
  })
  return {
    ...it,
    born: bornOn(it, today),
    receivedDaysAgo: moved(it.receivedDaysAgo),
    steps: it.steps.map(each),
    ...(it.appointments ? { appointments: keptApart(it.appointments, today, diary) } : {}),
    ...(it.notes ? { notes: it.notes.map(note => ({ ...note, daysAgo: onTheirDay(note, { today }) })) } : {}),
    ...(it.closed ? { closed: each(it.closed) } : {}),
    ...(it.around ? { around: sharedOn(it.around, moved) } : {}),
  }
}

/** An arrival with its case as it can have been worked. */
export function arrivedOnWorkingDays(
  it: DemonstrationArrival,
  today: Temporal.PlainDate,
  diary: Diary,
): DemonstrationArrival {
  return it.by === 'police'
    ? { by: 'police', child: onWorkingDays(it.child, today, diary) }
    : { by: 'referrer', child: onWorkingDays(it.child, today, diary) }
}

/** The same day of birth, whenever the child comes. */
function bornOn({ born, receivedDaysAgo }: DemonstrationCase, today: Temporal.PlainDate): string {
  if (typeof born === 'string') return born
  const [years, days] = born
  return today.subtract({ days: receivedDaysAgo }).subtract({ years, days }).toString()
}

type Theirs = Pick<DemonstrationAppointment, 'daysAgo' | 'with'>

const onTheirDay = ({ daysAgo, with: who }: Theirs, it: { today: Temporal.PlainDate }) =>
  daysAgo === 0 ? 0 : toWorkingDay(it, daysAgo, who ?? usualOfficer)

/** Appointments on days of their workers, each at a time that is free; one for which there is none is not made. */
function keptApart(
  appointments: readonly DemonstrationAppointment[],
  today: Temporal.PlainDate,
  diary: Diary,
): DemonstrationAppointment[] {
  const days = new Set<number>()
  return appointments.flatMap(it => {
    const daysAgo = onTheirDay(it, { today })
    if (days.has(daysAgo)) return []
    const day = today.subtract({ days: daysAgo })
    const { orElse = [], time: wished, ...rest } = it
    const time = takeTime(diary, it.with ?? usualOfficer, day, [wished, ...orElse])
    if (time === undefined) return []
    days.add(daysAgo)
    return [{ ...(rest.kind === 'school' && !isInTerm(day) ? inTheOffice(rest) : rest), daysAgo, time }]
  })
}

/** No school is open: they meet at the service. */
function inTheOffice<T extends object>(it: T) {
  return { ...it, kind: 'office', place: 'Brook House' } as const
}

function sharedOn(around: DemonstrationAround, moved: (daysAgo: number) => number): DemonstrationAround {
  return {
    ...around,
    ...(around.agreements
      ? {
          agreements: around.agreements.map(({ shared, ...it }) => ({
            ...it,
            fromDaysAgo: moved(it.fromDaysAgo),
            ...(shared ? { shared: { ...shared, daysAgo: moved(shared.daysAgo) } } : {}),
          })),
        }
      : {}),
  }
}
