import { type Forum, writeCadence } from '../../engine/forums/index.ts'
import { writeDate } from '../../kernel/writtenDates.ts'
import { page, type Request, route } from '../../platform/http/index.ts'
import { BackLink, InsetText } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import type { ForumAccess } from './access.ts'
import { type Item, listBrought, listWaiting } from './itemQueries.ts'
import { loadForum } from './loadForum.ts'
import { listMeetingsBefore, listMeetingsFrom, type Meeting } from './meetingQueries.ts'
import {
  addHolderPath,
  addMeetingPath,
  bringPaperPath,
  changeHolderPath,
  forumPath,
  forumsPath,
  itemPath,
  meetingPath,
  planMeetingsPath,
} from './paths.ts'
import { isHeldOn, listHolders, type SeatHolder } from './seatQueries.ts'
import { dayOfItem, ItemTag, MeetingTag, titleOf, whenWords } from './words.tsx'

/** So many meetings that are over stand on the page. */
const mostBefore = 12

/** A standing meeting: its calendar, what waits for it, and who sits in it. */
export const forumRoute = route({
  method: 'GET',
  path: forumPath,
  permission: 'forums.see',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const { tx, who, today, seen } = request
    const found = await loadForum(request)
    if (!found.ok) return found.reason
    const { forum, access } = found.value
    const [coming, before, waiting, holders, brought] = await Promise.all([
      listMeetingsFrom(tx, forum.id, today),
      listMeetingsBefore(tx, forum.id, today, mostBefore),
      access.reads ? listWaiting(tx, forum.id) : [],
      listHolders(tx, forum.id),
      listBrought(tx, forum.id, who.userId),
    ])
    seen(
      [...waiting, ...brought].flatMap(({ childId }) => childId ?? []),
      `Waits for: ${forum.title}`,
    )
    const of = { forumId: forum.id }
    const actions = [
      ...(access.keeps ? [{ href: planMeetingsPath.to(of), text: 'Plan meetings' }] : []),
      ...(access.keeps ? [{ href: addMeetingPath.to(of), text: 'Add one meeting', isSecondary: true }] : []),
      ...(access.refers && forum.agenda.includes('paper')
        ? [{ href: bringPaperPath.to(of), text: 'Bring a paper', isSecondary: true }]
        : []),
    ]
    const given = { forum, access, today }
    return page(
      forum.title,
      <>
        <PageHeaderActions heading={forum.title} actions={actions} />
        <p class="govuk-body">
          {forum.summary} {writeCadence(forum.cadence)}.
        </p>
        {forum.lastWord && <p class="govuk-body">{forum.lastWord}</p>}
        {forum.unverified && <InsetText>Not read at a source: {forum.unverified}</InsetText>}
        {access.refers && forum.agenda.includes('child') && (
          <p class="govuk-body">To bring a child, open the child’s record and choose “Panels”.</p>
        )}
        <Meetings {...given} id="coming" title="Coming" meetings={coming} />
        {access.reads && waiting.length > 0 && (
          <Items {...given} id="waiting" title="Waits for a meeting" items={waiting} />
        )}
        {brought.length > 0 && !access.reads && (
          <Items {...given} id="brought" title="Brought by you" items={brought} />
        )}
        <Seats {...given} holders={holders} />
        {before.length > 0 && <Meetings {...given} id="before" title="Before" meetings={before} />}
        <p class="govuk-hint">Source: {forum.source}</p>
      </>,
      { above: <BackLink href={forumsPath.to()}>Panels and meetings</BackLink>, width: 'wide' },
    )
  },
})

type Given = { forum: Forum; access: ForumAccess; today: Request['today'] }

function Meetings({
  forum,
  access,
  today,
  id,
  title,
  meetings,
}: Given & { id: string; title: string; meetings: Meeting[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <SortableTable
        id={id}
        caption={title}
        isCaptionHidden
        rows={meetings}
        rowKey={({ meetingId }) => meetingId}
        empty={
          <EmptyState title="No meeting is planned">
            {access.keeps
              ? '“Plan meetings” offers the days on which it meets.'
              : 'Whoever looks after it plans its meetings.'}
          </EmptyState>
        }
        columns={[
          {
            key: 'when',
            heading: 'When',
            isRowHeader: true,
            cell: it =>
              access.reads ? (
                <a class="govuk-link" href={meetingPath.to({ forumId: forum.id, meetingId: it.meetingId })}>
                  {whenWords(it)}
                </a>
              ) : (
                whenWords(it)
              ),
          },
          { key: 'place', heading: 'Where', cell: ({ place }) => place },
          { key: 'state', heading: 'How it stands', cell: it => <MeetingTag meeting={it} today={today} /> },
          {
            key: 'items',
            heading: 'On its agenda',
            isNumeric: true,
            cell: ({ items }) => (access.reads ? items : ''),
          },
        ]}
      />
    </>
  )
}

function Items({ forum, id, title, items }: Given & { id: string; title: string; items: Item[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <SortableTable
        id={id}
        caption={title}
        isCaptionHidden
        rows={items}
        rowKey={({ itemId }) => itemId}
        columns={[
          {
            key: 'what',
            heading: 'What',
            isRowHeader: true,
            cell: it => (
              <a class="govuk-link" href={itemPath.to({ forumId: forum.id, itemId: it.itemId })}>
                <bdi>{titleOf(it)}</bdi>
              </a>
            ),
          },
          { key: 'when', heading: 'When', cell: dayOfItem },
          { key: 'state', heading: 'How it stands', cell: it => <ItemTag forum={forum} item={it} /> },
        ]}
      />
    </>
  )
}

function Seats({ forum, access, today, holders }: Given & { holders: SeatHolder[] }) {
  const seats = Object.entries(forum.seats).map(([id, seat]) => ({ id, seat }))
  const heldBy = (seat: string) => holders.filter(it => it.seat === seat && isHeldOn(it, today))
  return (
    <>
      <h2 class="govuk-heading-m">Who sits in it</h2>
      <p class="govuk-body">{quorumWords(forum)}</p>
      <SortableTable
        id="seats"
        caption="Who sits in it"
        isCaptionHidden
        rows={seats}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'seat',
            heading: 'Seat',
            isRowHeader: true,
            cell: ({ seat: { title, chairs } }) => (chairs ? `${title} (leads)` : title),
          },
          { key: 'agency', heading: 'Agency', cell: ({ seat }) => seat.agency },
          {
            key: 'who',
            heading: 'Who',
            cell: ({ id }) =>
              heldBy(id).length === 0
                ? 'Nobody yet'
                : heldBy(id).map(it => (
                    <div key={it.holderId}>
                      {access.keeps ? (
                        <a
                          class="govuk-link"
                          href={changeHolderPath.to({ forumId: forum.id, seat: id, holderId: it.holderId })}
                        >
                          <bdi>{it.name}</bdi>
                        </a>
                      ) : (
                        <bdi>{it.name}</bdi>
                      )}
                      <span class="govuk-hint">
                        {' '}
                        since {writeDate(it.from)}
                        {it.until && `, until ${writeDate(it.until)}`}
                      </span>
                    </div>
                  )),
          },
          {
            key: 'brings',
            heading: 'Brings',
            cell: ({ seat }) => bringsWords(seat.brings?.workingDaysBefore),
          },
          ...(access.keeps
            ? [
                {
                  key: 'do',
                  heading: 'Change',
                  isScreenOnly: true,
                  cell: ({ id, seat }: { id: string; seat: { title: string } }) => (
                    <a class="govuk-link" href={addHolderPath.to({ forumId: forum.id, seat: id })}>
                      Give it to somebody<span class="govuk-visually-hidden">: {seat.title}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

function bringsWords(workingDays: number | undefined): string {
  if (workingDays === undefined) return ''
  return `What it knows of each child, ${workingDays} working ${workingDays === 1 ? 'day' : 'days'} before`
}

/** How many seats have to be filled, and which. */
export function quorumWords({ quorum, seats }: Forum): string {
  const always = (quorum.always ?? []).map(seat => seats[seat]?.title ?? seat)
  const without = always.length > 0 ? ` Not without: ${always.join(', ')}.` : ''
  return `It can decide when ${quorum.seats} of its ${Object.keys(seats).length} seats are filled.${without}`
}
