import { ukZone } from '../../kernel/dutyHours.ts'
import { writeMoment } from '../../kernel/writtenDates.ts'
import { may } from '../../platform/access/index.ts'
import { notFound, type Path, route } from '../../platform/http/index.ts'
import { BackLink, InsetText, SummaryList, type SummaryListRow } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { type StatusKind, StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { type Child, childOf, childPage, contactsPath, MakeDocument } from '../children/index.ts'
import {
  type Appointment,
  type AppointmentAct,
  appointmentWords,
  availableActs,
  nextSteps,
  reachable,
  stateWords,
  travelWays,
  wayStandings,
  wordsOf,
} from './appointment.ts'
import { appointmentsOnPage, findAppointment, listPast, listPlanned } from './appointmentQueries.ts'
import { type CannotComeSaid, listCannotCome } from './cannotComeQueries.ts'
import { codeLabel } from './missed.form.ts'
import {
  addContactPath,
  appointmentPath,
  cancelPath,
  followUpPath,
  keptPath,
  missedPath,
  movePath,
  planPath,
  takeBackPath,
} from './paths.ts'
import { weekdayNames } from './series.form.ts'
import { findSeries, listFollowing, type SeriesSaid } from './seriesQueries.ts'
import { WhatNext } from './WhatNext.tsx'

const listRoute = route({
  method: 'GET',
  path: contactsPath,
  permission: 'contacts.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at the contacts' },
  async handle(request) {
    const { tx, params, query, who, now } = request
    const childId = params.childId ?? ''
    const after = query.get('after')
    const planned = after === null ? await listPlanned(tx, childId) : []
    const past = await listPast(tx, childId, after)
    return childPage(request, {
      section: 'contacts',
      title: 'Contacts',
      body: child => {
        const canRecord = may('contacts.record', who.roles, child.isRelated)
        return <Contacts {...{ child, planned, past, now, canRecord }} />
      },
    })
  },
})

type ListGiven = {
  child: Child
  planned: Appointment[]
  past: Appointment[]
  now: Temporal.Instant
  canRecord: boolean
}

function Contacts({ child, planned, past, now, canRecord }: ListGiven) {
  const shown = past.slice(0, appointmentsOnPage)
  const last = past.length > appointmentsOnPage ? shown.at(-1) : undefined
  const hasBegun = ({ startsAt }: Appointment) => Temporal.Instant.compare(startsAt, now) < 0
  const toRecord = planned.filter(hasBegun)
  const ahead = planned.filter(it => !hasBegun(it))
  return (
    <>
      <PageHeaderActions
        heading="Contacts"
        actions={
          canRecord && child.cases.length > 0
            ? [
                { href: planPath.to(child), text: 'Plan an appointment' },
                { href: addContactPath.to(child), text: 'Record a contact', isSecondary: true },
              ]
            : []
        }
      />
      {planned.length === 0 && shown.length === 0 && (
        <EmptyState title="No appointments yet">
          Meetings with this child stand here: what is to be recorded and what is planned first, then what was
          kept or missed.
        </EmptyState>
      )}
      {toRecord.length > 0 && <List id="to-record" caption="To be recorded" rows={toRecord} now={now} />}
      {ahead.length > 0 && <List id="planned" caption="Planned" rows={ahead} now={now} />}
      {shown.length > 0 && <List id="past" caption="Past" rows={shown} now={now} />}
      {last && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${contactsPath.to(child)}?after=${last.appointmentId}`}>
            Older appointments
          </a>
        </p>
      )}
    </>
  )
}

type TableGiven = { id: string; caption: string; rows: Appointment[]; now: Temporal.Instant }

function List({ id, caption, rows, now }: TableGiven) {
  return (
    <SortableTable
      id={id}
      caption={caption}
      rows={rows}
      rowKey={({ appointmentId }) => appointmentId}
      columns={[
        {
          key: 'when',
          heading: 'When',
          isRowHeader: true,
          cell: it => (
            <a class="govuk-link" href={appointmentPath.to(it)}>
              {writeMoment(it.startsAt, ukZone)}
            </a>
          ),
        },
        {
          key: 'what',
          heading: 'What',
          cell: it => (it.groupTitle === null ? appointmentWords(it.kind) : `Group: ${it.groupTitle}`),
        },
        { key: 'where', heading: 'Where', cell: it => <bdi>{it.place}</bdi> },
        { key: 'with', heading: 'With', cell: it => it.withName },
        {
          key: 'state',
          heading: 'How it stands',
          cell: it => <AppointmentStatus it={it} now={now} />,
        },
      ]}
    />
  )
}

/** How an appointment stands, by word, shape and colour. */
export function AppointmentStatus({ it, now }: { it: Standing; now: Temporal.Instant }) {
  const { kind, word } = statusOf(it, now)
  return <StatusTag kind={kind} word={word} />
}

type Standing = Pick<Appointment, 'state' | 'startsAt' | 'reasonIsAcceptable' | 'followedUpAt'>

/** How an appointment stands, in words alone. */
export function appointmentState(it: Standing, now: Temporal.Instant): string {
  return statusOf(it, now).word
}

function statusOf(it: Standing, now: Temporal.Instant): { kind: StatusKind; word: string } {
  switch (it.state) {
    case 'planned':
      return Temporal.Instant.compare(it.startsAt, now) < 0
        ? { kind: 'today', word: 'To be recorded' }
        : { kind: 'waiting', word: 'Planned' }
    case 'kept':
      return { kind: 'on-course', word: 'Kept' }
    case 'cancelled':
      return { kind: 'waiting', word: 'Cancelled' }
    case 'tried':
      return { kind: 'waiting', word: stateWords(it) }
    case 'missed':
      if (it.reasonIsAcceptable) return { kind: 'waiting', word: stateWords(it) }
      return it.followedUpAt
        ? { kind: 'waiting', word: 'Missed, followed up' }
        : { kind: 'overdue', word: 'Missed, not followed up' }
  }
}

const acts: Record<
  AppointmentAct,
  { path: Path<`/children/:childId/contacts/:appointmentId/${string}`>; text: string }
> = {
  kept: { path: keptPath, text: 'Record as kept' },
  missed: { path: missedPath, text: 'Record as missed' },
  move: { path: movePath, text: 'Move it' },
  cancel: { path: cancelPath, text: 'Cancel' },
  'follow-up': { path: followUpPath, text: 'Follow up' },
  'take-back': { path: takeBackPath, text: 'Take back what was recorded' },
}

/** What the child or a parent wrote on a page of their own: that they cannot come, and why. */
function CannotCome({ said }: { said: readonly CannotComeSaid[] }) {
  return (
    <>
      {said.map(({ whose, words, saidAt }) => (
        <InsetText key={`${saidAt}`}>
          {whose === 'child' ? 'The child' : 'A parent'} wrote on {writeMoment(saidAt, ukZone)} that they
          cannot come: <bdi class="tl-keep-lines">“{words}”</bdi>
        </InsetText>
      ))}
    </>
  )
}

const appointmentRoute = route({
  method: 'GET',
  path: appointmentPath,
  permission: 'contacts.see',
  about: 'child',
  audit: { kind: 'view', what: 'Looked at an appointment' },
  async handle(request) {
    const { tx, params, who, now, today } = request
    const child = await childOf(request)
    const it = child && (await findAppointment(tx, child.childId, params.appointmentId ?? ''))
    if (!it) return notFound
    const series = it.seriesId === null ? undefined : await findSeries(tx, it.seriesId)
    const following = await listFollowing(tx, it)
    const cannotCome = await listCannotCome(tx, it)
    const offered = may('contacts.record', who.roles, child.isRelated) ? availableActs(it, now) : []
    return childPage(request, {
      section: 'contacts',
      title: appointmentWords(it.kind),
      above: <BackLink href={contactsPath.to(child)}>Contacts</BackLink>,
      body: (
        <>
          <PageHeaderActions
            heading={appointmentWords(it.kind)}
            actions={offered.map((act, index) => ({
              href: acts[act].path.to(it),
              text: acts[act].text,
              isSecondary: index > 0 || act === 'take-back',
            }))}
          />
          <CannotCome said={cannotCome} />
          <WhatNext child={child} it={it} roles={who.roles} />
          {it.state === 'missed' && (
            <MakeDocument
              child={child}
              roles={who.roles}
              about={['missed-appointment']}
              of={it.appointmentId}
            />
          )}
          {it.state === 'planned' && Temporal.Instant.compare(it.startsAt, now) > 0 && (
            <MakeDocument child={child} roles={who.roles} about={['appointment']} of={it.appointmentId} />
          )}
          <SummaryList
            rows={[
              { key: 'How it stands', value: <AppointmentStatus it={it} now={now} /> },
              row('When', `${writeMoment(it.startsAt, ukZone)}, for ${it.minutes} minutes`),
              row('Repeated', series ? seriesWords(series, following.length) : ''),
              row('Group', it.groupTitle ?? ''),
              row('Where', it.place),
              row('With', it.withName),
              row('Way there', wordsOf(travelWays, it.travel)),
              row('Fetched by', it.fetchedByName ?? ''),
              row('Meeting point', it.meetsAt),
              row('Way and place are safe', wordsOf(wayStandings, it.wayIsSafe)),
              row('What makes it safe', it.safetyNote),
              row('Why it was missed', it.missedReason),
              row('Kind of reason', kindOfReason(it, today)),
              it.state === 'missed' && row('Acceptable reason', judgement(it)),
              row(it.state === 'missed' ? 'Anything else' : 'What happened', it.whatHappened),
              ...it.tries.map(({ at, by, done }) =>
                row(
                  `Nobody reached, ${writeMoment(Temporal.Instant.from(at), ukZone)}`,
                  by === '' ? done : `${done} (${by})`,
                ),
              ),
              it.followedUpAt && row('Followed up', writeMoment(it.followedUpAt, ukZone)),
              row('Who was reached', inWords(reachable, it.reached)),
              row('What was done', it.followUp),
              row('What comes next', wordsOf(nextSteps, it.comesNext)),
            ]}
          />
        </>
      ),
    })
  },
})

/** How a series is repeated, and how many of it are still planned after this one. */
function seriesWords({ everyWeeks, weekdays }: SeriesSaid, following: number): string {
  const days = Object.entries(weekdayNames).flatMap(([day, name]) =>
    weekdays.includes(Number(day)) ? name : [],
  )
  const rhythm = `${everyWeeks === 2 ? 'Every two weeks' : 'Every week'} on ${days.join(', ')}`
  return following === 0
    ? `${rhythm}; this is the last that is planned`
    : `${rhythm}; ${following} more planned`
}

/** The words of the code beside those that were written; '' where they are the same, or the list has none for it any more. */
function kindOfReason({ missedCode: code, missedReason }: Appointment, today: Temporal.PlainDate): string {
  const label = code === '' ? '' : codeLabel(code, today)
  return label === missedReason || label === code ? '' : label
}

/** Whether the reason is acceptable, and who said so. */
function judgement({ reasonIsAcceptable, judgedByName }: Appointment): string {
  const answer = reasonIsAcceptable === null ? 'Not known yet' : reasonIsAcceptable ? 'Yes' : 'No'
  return judgedByName === null ? answer : `${answer}, said by ${judgedByName}`
}

/** Several codes in words. */
function inWords(words: Readonly<Record<string, string>>, codes: string): string {
  return codes
    .split(' ')
    .filter(code => code !== '')
    .map(code => wordsOf(words, code))
    .join(', ')
}

function row(key: string, value: string): SummaryListRow | false {
  return (
    value !== '' && {
      key,
      value: (
        <span class="tl-keep-lines" dir="auto">
          {value}
        </span>
      ),
    }
  )
}

export const contactsRoutes = [listRoute, appointmentRoute]
