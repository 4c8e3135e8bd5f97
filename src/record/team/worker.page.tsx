import { ukZone } from '../../kernel/dutyHours.ts'
import { writeDate, writeMoment } from '../../kernel/writtenDates.ts'
import { roleNames } from '../../platform/access/index.ts'
import { notFound, page, route } from '../../platform/http/index.ts'
import { BackLink, SummaryList } from '../../ui/govuk/index.ts'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { casePath } from '../cases/index.ts'
import { Counts, childrenOf, ReviewParts, readWorkerDay, shutOutWords, WorkerDayParts } from '../day/index.ts'
import {
  addLeavePath,
  type BeyondCover,
  CoveringFor,
  changeLeavePath,
  type Days,
  type EndedCover,
  endCoverPath,
  endLeavePath,
  findLoad,
  findProfile,
  hasGivenAccess,
  isCoveredOn,
  LoadTable,
  leaveWords,
  listBeyondCover,
  listCoverAway,
  listCovering,
  listEndedCovers,
  listLeave,
  type Profile,
  patternWords,
  profilePath,
  stretchesWords,
  workerPath,
} from '../workforce/index.ts'
import { handSeveralPath, teamPath } from './paths.ts'
import { listHeld } from './teamQueries.ts'

type Gap = { known: BeyondCover[]; all: number }
type LeaveLine = Awaited<ReturnType<typeof listLeave>>[number] & { gap: Gap | undefined; away: Days[] }

/** One worker: what is due with them as it stands on their day, when they are there, and what they carry. */
export const workerRoute = route({
  method: 'GET',
  path: workerPath,
  permission: 'team.see',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const { tx, params, today } = request
    const profile = await findProfile(tx, params.userId ?? '')
    if (!profile) return notFound
    const day = await readWorkerDay(request, profile.userId)
    const leave: LeaveLine[] = []
    for (const each of await listLeave(tx, profile.userId))
      leave.push({
        ...each,
        gap: each.coveredBy === null ? undefined : await listBeyondCover(tx, profile.userId, each.coveredBy),
        away: await listCoverAway(tx, each),
      })
    const gaps = leave.flatMap(({ gap }) => gap?.known ?? [])
    request.seen([...childrenOf(day), ...gaps.map(({ childId }) => childId)], 'On the page of a worker')
    const holds = (await listHeld(tx, profile.userId)).length > 0
    return page(
      profile.name,
      <>
        <PageHeaderActions
          heading={<bdi>{profile.name}</bdi>}
          actions={[
            ...(holds ? [{ href: handSeveralPath.to(profile), text: 'Hand over cases' }] : []),
            ...(profile.isDisabled
              ? []
              : [{ href: addLeavePath.to(profile), text: 'Enter leave', isSecondary: true }]),
          ]}
        />
        <About profile={profile} />
        <LeaveTable profile={profile} leave={leave} today={request.today} />
        <CoveringFor name={profile.name} all={await listCovering(tx, profile.userId)} />
        <EndedCovers all={await listEndedCovers(tx, profile.userId)} />
        <Counts it={day} today={today} />
        {await ReviewParts(request, profile.userId)}
        <WorkerDayParts it={day} request={request} isOwn={false} />
        <h2 class="govuk-heading-m">How the load is counted</h2>
        <LoadTable load={await findLoad(tx, profile.userId)} />
      </>,
      { above: <BackLink href={teamPath.to()}>Team</BackLink> },
    )
  },
})

function About({ profile }: { profile: Profile }) {
  const titles = (kind: 'language' | 'skill') =>
    profile.terms
      .filter(term => term.kind === kind)
      .map(({ title }) => title)
      .join(', ')
  const change = profile.isDisabled
    ? []
    : [{ href: profilePath.to(profile), text: 'Change', visuallyHiddenText: 'hours, languages and skills' }]
  return (
    <SummaryList
      rows={[
        {
          key: 'Role',
          value: `${profile.roles.map(role => roleNames[role]).join(', ')}${profile.isDisabled ? '; can no longer sign in' : ''}`,
        },
        {
          key: 'At work',
          value: patternWords(profile.minutesAWeek, profile.days) || 'Not entered yet',
          actions: change,
        },
        { key: 'Languages', value: titles('language') || 'None entered' },
        { key: 'Skills', value: titles('skill') || 'None entered' },
      ]}
    />
  )
}

type LeaveGiven = { profile: Profile; leave: LeaveLine[]; today: Temporal.PlainDate }

function LeaveTable({ profile: { userId }, leave, today }: LeaveGiven) {
  if (leave.length === 0) return <p class="govuk-body">No leave has been entered.</p>
  return (
    <SortableTable
      id="leave"
      caption="Leave"
      rows={leave}
      rowKey={({ leaveId }) => leaveId}
      columns={[
        { key: 'days', heading: 'Days', isRowHeader: true, cell: leaveWords },
        { key: 'cover', heading: 'Who covers', cell: ({ coverName }) => coverName ?? 'Nobody yet' },
        {
          key: 'gap',
          heading: 'Not covered by this',
          cell: ({ gap, away }) => (gap ? <GapWords gap={gap} away={away} /> : ''),
        },
        {
          key: 'change',
          heading: 'Change',
          cell: it => (
            <div class="tl-row-actions">
              <a class="govuk-link" href={changeLeavePath.to({ userId, leaveId: it.leaveId })}>
                Change<span class="govuk-visually-hidden"> {leaveWords(it)}</span>
              </a>
              {!hasGivenAccess(it, today) && (
                <a class="govuk-link" href={endLeavePath.to({ userId, leaveId: it.leaveId })}>
                  Take back<span class="govuk-visually-hidden"> {leaveWords(it)}</span>
                </a>
              )}
              {isCoveredOn(it, today) && (
                <a class="govuk-link" href={endCoverPath.to({ userId, leaveId: it.leaveId })}>
                  End the cover<span class="govuk-visually-hidden"> {leaveWords(it)}</span>
                </a>
              )}
            </div>
          ),
        },
      ]}
    />
  )
}

/** Who covered and does not any more, though the leave goes on. */
function EndedCovers({ all }: { all: readonly EndedCover[] }) {
  if (all.length === 0) return null
  return (
    <ul class="govuk-list">
      {all.map(({ endedCoverId, coverName, from, endedAt, endedBy }) => (
        <li key={endedCoverId}>
          <bdi>{coverName}</bdi> covered from {writeDate(from)} until {writeMoment(endedAt, ukZone)}, when{' '}
          <bdi>{endedBy}</bdi> ended it.
        </li>
      ))}
    </ul>
  )
}

/** Days on which whoever covers is away too, and cases in which they cannot work: somebody else is to be named for each. */
function GapWords({ gap: { known, all }, away }: { gap: Gap; away: readonly Days[] }) {
  if (all === 0 && away.length === 0) return <>Nothing</>
  const unknown = all - known.length
  return (
    <ul class="govuk-list">
      {away.length > 0 && (
        <li>
          <strong>{stretchesWords(away)}</strong>: whoever covers is on leave too. Change who covers, or
          shorten this leave and enter these days as leave of their own.
        </li>
      )}
      {known.map(it => (
        <li key={it.involvementId}>
          <a class="govuk-link" href={casePath.to(it)}>
            <bdi>{it.childName}</bdi>
          </a>
          : whoever covers {shutOutWords(it.why)}. Add somebody else to the case.
        </li>
      ))}
      {unknown > 0 && (
        <li>
          {unknown === 1 ? '1 case' : `${unknown} cases`} of records that are not open to you: a manager who
          is named for them adds somebody.
        </li>
      )}
    </ul>
  )
}
