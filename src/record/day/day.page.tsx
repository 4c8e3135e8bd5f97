import type { JSX } from 'preact'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { type ClockLine, involvementClocks } from '../../engine/pathways/index.ts'
import { writeDay, writeTime } from '../../kernel/writtenDates.ts'
import { may, reachOf } from '../../platform/access/index.ts'
import { page, path, type Request, route } from '../../platform/http/index.ts'
import { WarningText } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { appointmentPath, appointmentWords } from '../appointments/index.ts'
import { arrivalsPath, countOpen } from '../arrivals/index.ts'
import { casePath, clockWords, standing } from '../cases/index.ts'
import {
  alertTitles,
  contactsPath,
  countBrokenGlass,
  glassReviewsPath,
  recordSeen,
} from '../children/index.ts'
import { type DayAppointment, listAppointments, listOpenCases, type OpenCase } from './dayQueries.ts'

const zone = 'Europe/London'
const most = 100

/** The start page: what a person has to do today, and what waits for people like them. */
export const dayRoute = route({
  method: 'GET',
  path: path('/'),
  permission: 'account.own',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const { tx, who, today } = request
    const parts: JSX.Element[] = []
    const seen: { childId: string }[] = []
    if (reachOf('arrivals.work', who.roles)) parts.push(<Arrivals waiting={await countOpen(tx)} />)
    if (reachOf('glass.review', who.roles)) parts.push(<BrokenGlass waiting={await countBrokenGlass(tx)} />)
    if (reachOf('contacts.see', who.roles)) {
      const tomorrow = today.add({ days: 1 }).toZonedDateTime(zone).toInstant()
      const appointments = await listAppointments(tx, who.userId, tomorrow)
      seen.push(...appointments)
      parts.push(<Appointments appointments={appointments} request={request} />)
    }
    if (may('case.move', who.roles, true) && reachOf('contacts.see', who.roles)) {
      const mine = mostPressing(await listOpenCases(tx, { holder: who.userId }), request.now)
      seen.push(...mine.first.map(({ it }) => it))
      parts.push(
        <Cases
          id="mine"
          caption="My cases"
          cases={mine}
          empty="Cases stand here once a senior has named you as their worker."
        />,
      )
    }
    if (reachOf('case.allocate', who.roles)) {
      const open = mostPressing(await listOpenCases(tx, 'nobody'), request.now)
      seen.push(...open.first.map(({ it }) => it))
      parts.push(
        <Cases
          id="nobody"
          caption="Cases without a worker"
          cases={open}
          empty="Every open case has a worker."
        />,
      )
    }
    await recordSeen(
      tx,
      seen.map(({ childId }) => childId),
      'On the page My day',
    )
    const body = (
      <>
        <h1 class="govuk-heading-l">{writeDay(today)}</h1>
        {parts.length > 0 ? parts : <NothingYet who={who} />}
      </>
    )
    return page('My day', body)
  },
})

function Arrivals({ waiting }: { waiting: number }) {
  if (waiting === 0) return <p class="govuk-body">Nothing new has arrived.</p>
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={arrivalsPath.to()}>
        {waiting === 1 ? '1 arrival waits' : `${waiting} arrivals wait`}
      </a>{' '}
      for somebody to say who it is.
    </p>
  )
}

function BrokenGlass({ waiting }: { waiting: number }) {
  if (waiting === 0) return null
  return (
    <WarningText>
      Restricted records were opened in an emergency.{' '}
      <a class="govuk-link" href={glassReviewsPath.to()}>
        {waiting === 1 ? '1 opening waits' : `${waiting} openings wait`} for your review
      </a>
      .
    </WarningText>
  )
}

/** "4:30pm" today; with the day on another. */
function whenWords(at: Temporal.Instant, today: Temporal.PlainDate): string {
  const local = at.toZonedDateTimeISO(zone)
  const time = writeTime(local.toPlainTime())
  return local.toPlainDate().equals(today) ? time : `${writeDay(local.toPlainDate())}, ${time}`
}

type AppointmentsGiven = { appointments: DayAppointment[]; request: Request }

/** Today's, and those of the past of which nobody has said how they went. */
function Appointments({ appointments, request }: AppointmentsGiven) {
  const hasBegun = (it: DayAppointment) => Temporal.Instant.compare(it.startsAt, request.now) <= 0
  const unrecorded = appointments.filter(hasBegun).length
  return (
    <SortableTable
      id="appointments"
      caption={`Appointments${unrecorded > 0 ? `, ${unrecorded} to be recorded` : ''}`}
      rows={appointments}
      rowKey={it => it.appointmentId}
      empty={<p class="govuk-body">You have no appointments today.</p>}
      columns={[
        {
          key: 'time',
          heading: 'When',
          isRowHeader: true,
          cell: it => whenWords(it.startsAt, request.today),
        },
        {
          key: 'child',
          heading: 'Child',
          cell: it => (
            <a class="govuk-link" href={contactsPath.to(it)}>
              <bdi>{it.childName}</bdi>
            </a>
          ),
        },
        {
          key: 'what',
          heading: 'What and where',
          cell: it => `${appointmentWords(it.kind)}, ${it.minutes} minutes, ${it.place}`,
        },
        { key: 'know', heading: 'Know before you go', cell: it => it.alerts.join('; ') },
        {
          key: 'stands',
          heading: 'How it stands',
          cell: it =>
            hasBegun(it) ? (
              <a class="govuk-link" href={appointmentPath.to(it)}>
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

type CasesGiven = { id: string; caption: string; cases: Pressing; empty: string }
type CaseLine = { it: OpenCase; due: ClockLine | undefined }
/** As many cases as a page shows, the most pressing first, and how many there are. */
type Pressing = { first: CaseLine[]; all: number }

function mostPressing(cases: OpenCase[], now: Temporal.Instant): Pressing {
  const lines: CaseLine[] = cases.map(it => ({ it, due: mostUrgent(it, now) }))
  lines.sort((a, b) => urgency(a.due) - urgency(b.due))
  return { first: lines.slice(0, most), all: lines.length }
}

function Cases({ id, caption, cases: { first, all }, empty }: CasesGiven) {
  const number = all > first.length ? `the ${first.length} most pressing of ${all}` : String(all)
  const pathwayOf = ({ it }: CaseLine) => findPathway(practiceInUse(), it.pathway)
  return (
    <SortableTable
      id={id}
      caption={`${caption} (${number})`}
      rows={first}
      rowKey={({ it }) => it.involvementId}
      empty={<EmptyState title={`${caption}: none`}>{empty}</EmptyState>}
      columns={[
        {
          key: 'child',
          heading: 'Child',
          isRowHeader: true,
          cell: ({ it }) => (
            <>
              <a class="govuk-link" href={casePath.to(it)}>
                <bdi>{it.childName}</bdi>
              </a>
              {alertTitles(it.alerts).map(alert => (
                <div key={alert}>
                  <StatusTag kind="overdue" word={alert} />
                </div>
              ))}
            </>
          ),
        },
        { key: 'case', heading: 'Case', cell: line => pathwayOf(line)?.title ?? line.it.pathway },
        { key: 'stands', heading: 'Where it stands', cell: line => standing(pathwayOf(line), line.it) },
        { key: 'due', heading: 'Due', cell: ({ due }) => (due ? <DueLine line={due} /> : 'Nothing is due') },
      ]}
    />
  )
}

function DueLine({ line }: { line: ClockLine }) {
  const { status, word, due } = clockWords(line.state)
  return (
    <>
      {status && <StatusTag kind={status} word={word} />} {line.clock.title}
      <div class="govuk-hint tl-hint-below">{due}</div>
    </>
  )
}

/** The running clock of a case that is most pressing. */
function mostUrgent(it: OpenCase, now: Temporal.Instant): ClockLine | undefined {
  const practice = practiceInUse()
  const pathway = findPathway(practice, it.pathway)
  if (!pathway) return undefined
  const lines = involvementClocks(
    pathway,
    it.milestones,
    it.events,
    now,
    practice.calendars,
    practice.clockOverrides,
  )
  return lines
    .filter(({ state }) => state.kind === 'running' || state.kind === 'overdue' || state.kind === 'notKnown')
    .sort((a, b) => urgency(a) - urgency(b))[0]
}

/** Smaller is more pressing: overdue by the most first, then by when it is due. */
function urgency(line: ClockLine | undefined): number {
  const state = line?.state
  if (state?.kind !== 'running' && state?.kind !== 'overdue') return Number.MAX_SAFE_INTEGER
  const { due } = state
  return due.kind === 'moment' ? due.at.epochMilliseconds : due.date.toZonedDateTime(zone).epochMilliseconds
}

/** For roles whose pages are still to be built: says what will be here. */
function NothingYet({ who }: Pick<Request, 'who'>) {
  return (
    <EmptyState title={`Good day, ${who.name}`}>
      Figures, board papers, volunteers and work with victims are still to be built, and will stand here. What
      you can open now stands in the row above; your password and your second step are under your name.
    </EmptyState>
  )
}
