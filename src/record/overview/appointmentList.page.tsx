import { type ListColumn, type ListFilters, listPage } from '../../engine/lists/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { rolesWith } from '../../platform/access/index.ts'
import type { Request } from '../../platform/http/index.ts'
import {
  AppointmentStatus,
  appointmentKinds,
  appointmentPath,
  appointmentState,
  appointmentsPath,
  appointmentWords,
} from '../appointments/index.ts'
import { ChildLink, nameOf } from '../children/index.ts'
import { groupsPath } from '../groups/index.ts'
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
        <a class="govuk-link" href={appointmentPath.to(it)}>
          {writeMoment(it.startsAt, ukZone)}
        </a>
      ),
      exports: it => wallOf(it.startsAt),
    },
    { key: 'minutes', heading: 'Minutes', exports: it => it.minutes },
    {
      key: 'child',
      heading: 'Child',
      cell: it => <ChildLink child={it} />,
      exports: nameOf,
    },
    { key: 'reference', heading: 'Reference', exports: it => it.reference },
    {
      key: 'what',
      heading: 'What',
      cell: it => appointmentWords(it.kind),
      exports: it => appointmentWords(it.kind),
    },
    { key: 'where', heading: 'Where', cell: it => <bdi>{it.place}</bdi>, exports: it => it.place },
    { key: 'with', heading: 'With', cell: it => it.withName, exports: it => it.withName },
    {
      key: 'state',
      heading: 'How it stands',
      cell: it => <AppointmentStatus it={it} now={now} />,
      exports: it => appointmentState(it, now),
    },
  ]
}
