import type { JSX } from 'preact'
import { findPathway, practiceInUse } from '../../engine/packs/index.ts'
import { type ClockLine, involvementClocks } from '../../engine/pathways/index.ts'
import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDay } from '../../kernel/writtenDates.ts'
import { may, reachOf } from '../../platform/access/index.ts'
import { page, path, type Request, route } from '../../platform/http/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { StatusTag } from '../../ui/moj/status-tag/StatusTag.tsx'
import { countOpen } from '../arrivals/index.ts'
import { casePath, clockWords, standing } from '../cases/index.ts'
import { alertTitles, countBrokenGlass, listLeftToNobody } from '../children/index.ts'
import { Appointments, LeftAppointments } from './appointments.tsx'
import {
  type CaseToDo,
  listAppointments,
  listCasesToDo,
  listLeftAppointments,
  mostShown,
} from './dayQueries.ts'
import { shutOutWords } from './shutOutWords.ts'
import { Arrivals, BrokenGlass, LeftToNobody } from './waiting.tsx'

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
    if (reachOf('child.restrict', who.roles))
      parts.push(<LeftToNobody waiting={(await listLeftToNobody(tx)).length} />)
    if (reachOf('contacts.see', who.roles)) {
      const tomorrow = today.add({ days: 1 }).toZonedDateTime(ukZone).toInstant()
      const appointments = await listAppointments(tx, who.userId, tomorrow)
      seen.push(...appointments)
      parts.push(<Appointments appointments={appointments} request={request} />)
    }
    if (may('case.move', who.roles, true) && reachOf('contacts.see', who.roles)) {
      const mine = mostPressing(await listCasesToDo(tx, { worker: who.userId }), request.now)
      seen.push(...mine.first.map(({ it }) => it))
      parts.push(
        <Cases
          id="mine"
          caption="My cases"
          cases={mine}
          empty="Cases stand here once a senior has named you as their worker, or added you to them."
        />,
      )
    }
    if (reachOf('case.allocate', who.roles)) {
      const open = mostPressing(await listCasesToDo(tx, 'nobody'), request.now)
      seen.push(...open.first.map(({ it }) => it))
      parts.push(
        <Cases
          id="nobody"
          caption="Cases without a worker"
          cases={open}
          empty="Every open case has a worker."
          says={whyNobody}
        />,
      )
      const left = await listLeftAppointments(tx)
      seen.push(...left.slice(0, mostShown))
      parts.push(<LeftAppointments appointments={left} today={request.today} />)
    }
    request.seen(
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

function whyNobody({ holderName, shutOut }: CaseToDo): string {
  return shutOut ? `${holderName} ${shutOutWords(shutOut)}` : 'Nobody has been named'
}

type CasesGiven = {
  id: string
  caption: string
  cases: Pressing
  empty: string
  /** Why the case stands in this list, where that differs. */
  says?: (it: CaseToDo) => string
}
type CaseLine = { it: CaseToDo; due: ClockLine | undefined }
/** As many cases as a page shows, the most pressing first, and how many there are. */
type Pressing = { first: CaseLine[]; all: number }

function mostPressing(cases: CaseToDo[], now: Temporal.Instant): Pressing {
  const lines: CaseLine[] = cases.map(it => ({ it, due: mostUrgent(it, now) }))
  lines.sort((a, b) => urgency(a.due) - urgency(b.due))
  return { first: lines.slice(0, mostShown), all: lines.length }
}

function Cases({ id, caption, cases: { first, all }, empty, says }: CasesGiven) {
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
        ...(says ? [{ key: 'why', heading: 'Why', cell: ({ it }: CaseLine) => says(it) }] : []),
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
function mostUrgent(it: CaseToDo, now: Temporal.Instant): ClockLine | undefined {
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
  return due.kind === 'moment' ? due.at.epochMilliseconds : due.date.toZonedDateTime(ukZone).epochMilliseconds
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
