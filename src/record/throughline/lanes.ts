import { findPathway, type Practice, practiceInUse } from '../../engine/packs/index.ts'
import { involvementClocks } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDay, writeMoment } from '../../kernel/writtenDates.ts'
import { appointmentPath, appointmentWords, stateWords } from '../appointments/index.ts'
import { casePath, clockWords, standing } from '../cases/index.ts'
import { alertWords, notePath, offencesPath, safetyPath } from '../children/index.ts'
import { noteWords } from '../notes/index.ts'
import type { Bar, Lane, Mark } from './lane.ts'
import type { LineAppointment, LineCase, LineFacts } from './throughlineQueries.ts'

/** A child's time as rows of a drawing: each case, its clocks, contacts, notes, offences and alerts; empty ones left out. */
export function lanesOf(
  facts: LineFacts,
  childId: string,
  now: Temporal.Instant,
  practice: Practice,
): Lane[] {
  const lanes: Lane[] = [
    ...facts.cases.map(it => caseLane(it, childId)),
    {
      key: 'deadlines',
      kind: 'deadlines',
      title: 'Deadlines',
      bars: facts.cases.flatMap(it => clockBars(it, childId, now, practice)),
      marks: [],
    },
    {
      key: 'contacts',
      kind: 'contacts',
      title: 'Contacts',
      bars: [],
      marks: facts.appointments
        .filter(({ state }) => state !== 'cancelled')
        .map(it => contactMark(it, childId)),
    },
    {
      key: 'notes',
      kind: 'notes',
      title: 'Notes',
      bars: [],
      marks: facts.notes.map(({ noteId, kind, at, isDay }) => ({
        key: noteId,
        at,
        shape: 'note',
        isDay,
        words: `Note: ${noteWords(kind)}`,
        href: notePath.to({ childId, noteId }),
      })),
    },
    {
      key: 'offences',
      kind: 'offences',
      title: 'Offences',
      bars: [],
      marks: facts.offences.map(({ offenceId, description, on }) => ({
        key: offenceId,
        at: on.toZonedDateTime({ timeZone: ukZone, plainTime: '12:00' }).toInstant(),
        shape: 'offence',
        isDay: true,
        words: `Offence: ${description}`,
        href: offencesPath.to({ childId }),
      })),
    },
    {
      key: 'alerts',
      kind: 'alerts',
      title: 'Alerts',
      marks: [],
      bars: facts.alerts.map(({ alertId, kind, at, endedAt }) => ({
        key: alertId,
        from: at,
        to: endedAt ?? undefined,
        kind: 'alert',
        words: `Alert: ${alertWords(kind).label}`,
        href: safetyPath.to({ childId }),
      })),
    },
  ]
  return lanes.filter(({ bars, marks }) => bars.length > 0 || marks.length > 0)
}

function caseLane(it: LineCase, childId: string): Lane {
  const pathway = findPathway(practiceInUse(), it.pathway)
  const title = pathway?.title ?? it.pathway
  const href = casePath.to({ childId, involvementId: it.involvementId })
  return {
    key: it.involvementId,
    kind: 'case',
    title,
    bars: [
      {
        key: it.involvementId,
        from: it.startedAt,
        to: it.endedAt ?? undefined,
        kind: 'case',
        words: `${title}: ${standing(pathway, it)}`,
        href,
      },
    ],
    marks: it.milestones.map(({ milestoneId, at, done }) => ({
      key: milestoneId,
      at,
      shape: it.endedAt?.equals(at) ? 'end' : 'knot',
      isDay: true,
      words: done,
      href,
    })),
  }
}

/** The runs of a case's clocks, from what started each to when it was met, or to when it is due. */
function clockBars(it: LineCase, childId: string, now: Temporal.Instant, practice: Practice): Bar[] {
  const pathway = findPathway(practice, it.pathway)
  if (!pathway) return []
  const { calendars, clockOverrides } = practice
  return involvementClocks(pathway, it.milestones, it.events, now, calendars, clockOverrides).flatMap(
    ({ clock, state }, index): Bar[] => {
      if (!('due' in state)) return []
      const due = state.due.kind === 'moment' ? state.due.at : lastMomentOf(state.due.date)
      const isLate = state.kind === 'late' || state.kind === 'overdue'
      return [
        {
          key: `${it.involvementId}-${clock.id}-${index}`,
          from: state.startedAt,
          to: 'at' in state ? state.at : state.kind === 'overdue' ? now : due,
          kind: isLate ? 'late' : 'on-course',
          words: `${clock.title}: ${clockWords(state).word}, ${clockWords(state).due}`,
          href: casePath.to({ childId, involvementId: it.involvementId }),
        },
      ]
    },
  )
}

/** What is due by the end of a day lasts until that day is over, and is never said to last until the next. */
const lastMomentOf = (day: Temporal.PlainDate) =>
  day.add({ days: 1 }).toZonedDateTime(ukZone).toInstant().subtract({ seconds: 1 })

function contactMark(it: LineAppointment, childId: string): Mark {
  const words = {
    kept: 'kept',
    missed: stateWords({ state: 'missed', reasonIsAcceptable: it.isAcceptable }).toLowerCase(),
    planned: 'planned',
    tried: 'tried, nobody reached',
  }[it.state]
  return {
    key: it.appointmentId,
    at: it.at,
    shape: it.state === 'kept' ? 'kept' : it.state === 'missed' ? 'missed' : 'planned',
    isDay: false,
    words: `${appointmentWords(it.kind)} with ${it.withName}: ${words ?? it.state}`,
    href: appointmentPath.to({ childId, appointmentId: it.appointmentId }),
  }
}

/** When a mark stands, as people say it. */
export function whenWords({ at, isDay }: Pick<Mark, 'at' | 'isDay'>): string {
  return isDay ? writeDay(dayInUk(at)) : writeMoment(at, ukZone)
}

/** From when to when a bar lasts. */
export function lastsWords({ from, to }: Pick<Bar, 'from' | 'to'>): string {
  return `${writeDay(dayInUk(from))} to ${to ? writeDay(dayInUk(to)) : 'now'}`
}

/** Every day on which something stands. */
export function daysOf(lanes: readonly Lane[]): Temporal.PlainDate[] {
  return lanes.flatMap(({ bars, marks }) => [
    ...marks.map(({ at }) => dayInUk(at)),
    ...bars.flatMap(({ from, to }) => [dayInUk(from), ...(to ? [dayInUk(to)] : [])]),
  ])
}
