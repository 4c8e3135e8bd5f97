import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDay, writeTime } from '../../kernel/writtenDates.ts'
import type { Request } from '../../platform/http/index.ts'
import { Fold } from '../../ui/layout/Fold.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import {
  appointmentPath,
  appointmentWords,
  followUpPath,
  howItWentPath,
  placeWords,
} from '../appointments/index.ts'
import { type SessionBeside, sessionPath } from '../groups/index.ts'
import { CoveringFor } from './cases.tsx'
import {
  type DayAppointment,
  type DaySession,
  type LeftAppointment,
  type MissedAppointment,
  mostShown,
} from './dayQueries.ts'
import { type Entry, entriesOf } from './entries.ts'
import { shutOutWords } from './shutOutWords.ts'

/** "4:30pm" today; with the day on another. */
function whenWords(at: Temporal.Instant, today: Temporal.PlainDate): string {
  const local = at.toZonedDateTimeISO(ukZone)
  const time = writeTime(local.toPlainTime())
  return local.toPlainDate().equals(today) ? time : `${writeDay(local.toPlainDate())}, ${time}`
}

/** "Home visit, 45 minutes, 12 Elm Road". */
const whatWords = (it: Pick<DayAppointment, 'kind' | 'minutes' | 'place'>) =>
  [appointmentWords(it.kind), `${it.minutes} minute${it.minutes === 1 ? '' : 's'}`, placeWords(it)]
    .filter(words => words !== '')
    .join(', ')

type AppointmentsGiven = {
  appointments: DayAppointment[]
  request: Pick<Request, 'now' | 'today'>
  isOwn: boolean
}

const groupWords = ({ groupTitle, title }: DaySession) =>
  [groupTitle, title].filter(words => words !== '').join(': ')

/** Today's, and those of the past of which nobody has said how they went. */
export function Appointments({ appointments, request, isOwn }: AppointmentsGiven) {
  const hasBegun = ({ first }: Entry) => Temporal.Instant.compare(first.startsAt, request.now) <= 0
  const entries = entriesOf(appointments)
  const unrecorded = entries.filter(hasBegun).length
  return (
    <SortableTable
      id="appointments"
      caption={`Appointments${unrecorded > 0 ? `, ${unrecorded} to be recorded` : ''}`}
      rows={entries}
      rowKey={({ first }) => first.appointmentId}
      empty={<p class="govuk-body">{isOwn ? 'You have no appointments today.' : 'No appointments today.'}</p>}
      columns={[
        {
          key: 'time',
          heading: 'When',
          isRowHeader: true,
          cell: ({ first }) => whenWords(first.startsAt, request.today),
        },
        {
          key: 'child',
          heading: 'Child',
          cell: ({ first, all }) => (
            <>
              <div class={first.session ? 'tl-row-actions' : undefined}>
                {first.session && (
                  <a class="govuk-link" href={sessionPath.to(first.session)}>
                    <bdi>{groupWords(first.session)}</bdi>
                  </a>
                )}
                {all.map(it => (
                  <a class="govuk-link" href={appointmentPath.to(it)} key={it.appointmentId}>
                    <bdi>{it.childName}</bdi>
                  </a>
                ))}
              </div>
              <CoveringFor name={first.coveringFor} />
            </>
          ),
        },
        {
          key: 'what',
          heading: 'What and where',
          cell: ({ first }) => whatWords(first),
        },
        { key: 'know', heading: 'Know before you go', cell: entry => <Know {...entry} /> },
        {
          key: 'stands',
          heading: 'How it stands',
          cell: entry =>
            hasBegun(entry) ? (
              <a
                class="govuk-link"
                href={
                  entry.first.session ? sessionPath.to(entry.first.session) : howItWentPath.to(entry.first)
                }
              >
                <StatusTag kind="today" word="To be recorded" />
              </a>
            ) : (
              <StatusTag kind="waiting" word="Planned" />
            ),
        },
      ]}
    />
  )
}

/** What to beware of; in a session of a group with the child of whom it is. */
function Know({ first, all }: Entry) {
  if (first.session === null) return first.alerts.join('; ')
  return all
    .filter(({ alerts }) => alerts.length > 0)
    .map(it => (
      <div key={it.appointmentId}>
        <bdi>{it.childName}</bdi>: {it.alerts.join('; ')}
      </div>
    ))
}

/** Sessions of groups today that somebody else leads: nothing where there are none. */
export function SessionsBeside({ sessions }: { sessions: readonly SessionBeside[] }) {
  if (sessions.length === 0) return null
  return (
    <SortableTable
      id="sessions"
      caption="Group sessions that somebody else leads"
      rows={sessions}
      rowKey={it => it.sessionId}
      columns={[
        {
          key: 'time',
          heading: 'When',
          isRowHeader: true,
          cell: it => writeTime(it.startsAt.toZonedDateTimeISO(ukZone).toPlainTime()),
        },
        {
          key: 'session',
          heading: 'Group',
          cell: it => (
            <a class="govuk-link" href={sessionPath.to(it)}>
              <bdi>{[it.groupTitle, it.title].filter(title => title !== '').join(': ')}</bdi>
            </a>
          ),
        },
        { key: 'where', heading: 'How long and where', cell: it => `${it.minutes} minutes, ${it.place}` },
        { key: 'lead', heading: 'Led by', cell: it => it.leadName },
      ]}
    />
  )
}

/** Missed without a reason that is known to be acceptable, and nobody has followed them up: nothing where there are none. */
export function Missed({ missed, today }: { missed: MissedAppointment[]; today: Temporal.PlainDate }) {
  if (missed.length === 0) return null
  const caption = `Missed, not followed up (${missed.length})`
  return (
    <Fold summary={caption}>
      <SortableTable
        id="missed"
        caption={caption}
        rows={missed}
        rowKey={it => it.appointmentId}
        columns={[
          { key: 'time', heading: 'When', isRowHeader: true, cell: it => whenWords(it.startsAt, today) },
          {
            key: 'child',
            heading: 'Child',
            cell: it => (
              <>
                <a class="govuk-link" href={appointmentPath.to(it)}>
                  <bdi>{it.childName}</bdi>
                </a>
                <CoveringFor name={it.coveringFor} />
              </>
            ),
          },
          { key: 'what', heading: 'What', cell: it => appointmentWords(it.kind) },
          {
            key: 'do',
            heading: 'To do',
            isScreenOnly: true,
            cell: it => (
              <a class="govuk-link" href={followUpPath.to(it)}>
                Follow up<span class="govuk-visually-hidden">: {it.childName}</span>
              </a>
            ),
          },
        ]}
      />
    </Fold>
  )
}

type LeftGiven = { appointments: LeftAppointment[]; today: Temporal.PlainDate }

/** Planned with people who cannot keep them; nothing where there are none, since that is how it should be. */
export function LeftAppointments({ appointments, today }: LeftGiven) {
  if (appointments.length === 0) return null
  const first = appointments.slice(0, mostShown)
  const number =
    appointments.length > mostShown
      ? `the earliest ${mostShown} of ${appointments.length}`
      : String(first.length)
  return (
    <SortableTable
      id="left-appointments"
      caption={`Appointments to be given to somebody else (${number})`}
      rows={first}
      rowKey={it => it.appointmentId}
      columns={[
        { key: 'time', heading: 'When', isRowHeader: true, cell: it => whenWords(it.startsAt, today) },
        {
          key: 'child',
          heading: 'Child',
          cell: it => (
            <a class="govuk-link" href={appointmentPath.to(it)}>
              <bdi>{it.childName}</bdi>
            </a>
          ),
        },
        {
          key: 'what',
          heading: 'What and where',
          cell: whatWords,
        },
        { key: 'why', heading: 'Why', cell: it => `${it.withName} ${shutOutWords(it.shutOut)}` },
      ]}
    />
  )
}
