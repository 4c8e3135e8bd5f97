import { type ListColumn, type ListFilters, listPage } from '../../engine/lists/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { dayInUk } from '../../kernel/ukDay.ts'
import { writeDay, writeTime } from '../../kernel/writtenDates.ts'
import { rolesWith } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import {
  AppointmentStatus,
  appointmentKinds,
  appointmentPath,
  appointmentState,
  appointmentsPath,
  appointmentWords,
  placeWords,
} from '../appointments/index.ts'
import { ChildLink, nameOf } from '../children/index.ts'
import { groupsPath, sessionPath } from '../groups/index.ts'
import { placesPath } from '../places/index.ts'
import {
  type AppointmentStanding,
  appointmentConditions,
  appointmentSource,
  hasAppointments,
  type ListedAppointment,
} from './appointmentListQueries.ts'

const standings: Readonly<Record<AppointmentStanding, string>> = {
  ahead: 'Planned',
  'to-record': 'To be recorded',
  kept: 'Kept',
  missed: 'Missed',
  'to-follow-up': 'Missed, not followed up',
  cancelled: 'Cancelled',
  tried: 'Tried, nobody reached',
}

const filters = {
  on: { kind: 'days', label: 'Day of the appointment' },
  with: {
    kind: 'person',
    label: 'With',
    any: 'Anybody',
    roles: rolesWith('contacts.record'),
    orRecorded: hasAppointments,
  },
  state: {
    kind: 'choice',
    label: 'How it stands',
    any: 'Any',
    options: Object.entries(standings).map(([value, label]) => ({ value, label })),
  },
  kind: {
    kind: 'choice',
    label: 'What',
    any: 'Anything',
    options: Object.entries(appointmentKinds).map(([value, label]) => ({ value, label })),
  },
} as const satisfies ListFilters

type Day = Temporal.PlainDate

/** The list from one day to another, as its own filter writes it; what lies ahead begins with what comes first. */
function daysFrom(from: Day, to?: Day): URLSearchParams {
  const until = to === undefined ? {} : { 'on-to': String(to) }
  return new URLSearchParams({ 'on-from': String(from), ...until, sort: 'when' })
}

/** What a team asks most often, each as an address that can be kept and sent. */
function Shortcuts({ today }: Pick<Request, 'today'>) {
  const monday = today.subtract({ days: today.dayOfWeek - 1 })
  const links = [
    { text: 'From today', query: daysFrom(today) },
    { text: 'Today', query: daysFrom(today, today) },
    { text: 'This week', query: daysFrom(monday, monday.add({ days: 6 })) },
    {
      text: 'Past, the latest first',
      query: new URLSearchParams({ 'on-to': String(today.subtract({ days: 1 })) }),
    },
  ]
  return (
    <nav class="tl-links govuk-body" aria-label="Days">
      {links.map(({ text, query }) => (
        <a class="govuk-link" href={`${appointmentsPath.to()}?${query}`} key={text}>
          {text}
        </a>
      ))}
    </nav>
  )
}

/** The appointments of the service: opened from today on, and the latest first where an address says no order. */
export const appointmentListRoutes = listPage({
  path: appointmentsPath,
  permission: 'contacts.see',
  title: 'Appointments',
  caption: 'Appointments',
  counted: ['appointment', 'appointments'],
  filters: () => filters,
  columns: ({ now }) => columns(now),
  source: appointmentSource,
  sorting: { key: 'when', direction: 'descending' },
  opensAt: ({ today }) => daysFrom(today),
  narrow: (chosen, { reach, now }) =>
    appointmentConditions({
      reach,
      with: chosen.with,
      standing: standingOf(chosen.state),
      kind: chosen.kind,
      days: chosen.on,
      now,
    }),
  // A session of a group is one thing to go to, however many children are in it.
  standsWith: ({ sessionId }) => sessionId ?? undefined,
  about: { childOf: ({ childId }) => childId, seen: 'In the list of appointments' },
  intro: async ({ today }) => (
    <>
      <Shortcuts today={today} />
      <p class="govuk-body">
        <a class="govuk-link" href={groupsPath.to()}>
          Groups
        </a>{' '}
        and their sessions, and the{' '}
        <a class="govuk-link" href={placesPath.to()}>
          places
        </a>{' '}
        where children are met.
      </p>
    </>
  ),
  empty: {
    title: 'No appointments',
    words: 'An appointment stands here once it is planned on the contacts of a child.',
  },
})

function standingOf(word: string | undefined): AppointmentStanding | undefined {
  return word !== undefined && Object.hasOwn(standings, word) ? (word as AppointmentStanding) : undefined
}

const wallOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(ukZone).toPlainDateTime()

function columns(now: Temporal.Instant): ListColumn<ListedAppointment>[] {
  return [
    {
      key: 'when',
      heading: 'When',
      isRowHeader: true,
      cell: it => (
        <a class="govuk-link" href={placeOf(it)}>
          <span class="tl-nowrap">{writeDay(dayInUk(it.startsAt))},</span>{' '}
          {writeTime(wallOf(it.startsAt).toPlainTime())}
        </a>
      ),
      exports: it => wallOf(it.startsAt),
    },
    { key: 'minutes', heading: 'Minutes', exports: it => it.minutes },
    {
      key: 'child',
      heading: 'Child',
      cell: (it, together = [it]) => <Children together={together} />,
      exports: nameOf,
    },
    { key: 'reference', heading: 'Reference', exports: it => it.reference },
    {
      key: 'what',
      heading: 'What',
      exports: it => appointmentWords(it.kind),
    },
    { key: 'where', heading: 'Where', exports: it => it.place },
    {
      key: 'what-where',
      heading: 'What and where',
      cell: it => (
        <>
          {it.groupTitle === null ? appointmentWords(it.kind) : <bdi>{it.groupTitle}</bdi>}
          {placeWords(it) !== '' && (
            <>
              , <bdi>{placeWords(it)}</bdi>
            </>
          )}
        </>
      ),
    },
    { key: 'with', heading: 'With', isOneLine: true, cell: it => it.withName, exports: it => it.withName },
    {
      key: 'state',
      heading: 'How it stands',
      cell: (it, together = [it]) => <HowTheyStand together={together} now={now} />,
      exports: it => appointmentState(it, now),
    },
  ]
}

/** Where an appointment stands: a child’s part in a session with the other children in it. */
function placeOf({ childId, appointmentId, groupId, sessionId }: ListedAppointment): string {
  return groupId === null || sessionId === null
    ? appointmentPath.to({ childId, appointmentId })
    : sessionPath.to({ groupId, sessionId })
}

type Together = { together: readonly ListedAppointment[] }

/** The child; of a session those whom one may see, one after the other. */
function Children({ together }: Together) {
  return together.map((it, index) => (
    <span key={it.appointmentId}>
      {index > 0 && ', '}
      <ChildLink child={it} />
    </span>
  ))
}

/** How an appointment stands; of a session how many children stand so, where they differ. */
function HowTheyStand({ together, now }: Together & { now: Temporal.Instant }) {
  const standing = Map.groupBy(together, it => appointmentState(it, now))
  return [...standing].map(([word, [first, ...others]]) =>
    first === undefined ? null : (
      <div key={word}>
        <AppointmentStatus it={first} now={now} />
        {standing.size > 1 && `: ${1 + others.length}`}
      </div>
    ),
  )
}
