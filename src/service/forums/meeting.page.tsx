import { bringing, type Forum } from '../../engine/forums/index.ts'
import { practiceInUse } from '../../engine/packs/index.ts'
import { addWorkingDays } from '../../kernel/workingDays.ts'
import { writeDay } from '../../kernel/writtenDates.ts'
import { page, type Request, route } from '../../platform/http/index.ts'
import { BackLink, Details, InsetText, SummaryList } from '../../ui/govuk/index.ts'
import { EmptyState } from '../../ui/moj/empty-state/EmptyState.tsx'
import { PageHeaderActions } from '../../ui/moj/page-header-actions/PageHeaderActions.tsx'
import { SortableTable } from '../../ui/moj/sortable-table/SortableTable.tsx'
import { type Item, listAgenda } from './itemQueries.ts'
import { type LoadedMeeting, loadMeeting } from './loadForum.ts'
import type { Meeting } from './meetingQueries.ts'
import {
  callOffPath,
  changeMeetingPath,
  forumPath,
  itemPath,
  meetingPath,
  minutesPath,
  roomPath,
} from './paths.ts'
import { ItemTag, itemAge, MeetingTag, shortTitle, titleOf, whenWords } from './words.tsx'

/** A meeting: when and where, what stands on its agenda, and what each agency has brought. */
export const meetingRoute = route({
  method: 'GET',
  path: meetingPath,
  permission: 'forums.see',
  audit: { kind: 'none', why: 'the page writes down a view of every child that it names' },
  async handle(request) {
    const { tx, today, seen } = request
    const found = await loadMeeting(request)
    if (!found.ok) return found.reason
    const { forum, access, meeting } = found.value
    const all = await listAgenda(tx, meeting.meetingId)
    const agenda = access.reads ? all : all.filter(({ referredById }) => referredById === request.who.userId)
    seen(
      agenda.flatMap(({ childId }) => childId ?? []),
      `On an agenda: ${forum.title}`,
    )
    const heading = `${shortTitle(forum)}, ${whenWords(meeting)}`
    return page(
      heading,
      <>
        <PageHeaderActions heading={heading} actions={actionsOf(found.value)} />
        <SummaryList
          rows={[
            { key: 'How it stands', value: <MeetingTag meeting={meeting} today={today} /> },
            ...(meeting.stateReason === '' ? [] : [{ key: 'Why', value: meeting.stateReason }]),
            { key: 'Where', value: meeting.place || 'Not said yet' },
            ...(meeting.joinsBy === '' ? [] : [{ key: 'To join from elsewhere', value: meeting.joinsBy }]),
            { key: 'Lasts', value: `${meeting.minutes} minutes` },
          ]}
        />
        {meeting.state === 'called-off' ? (
          <InsetText>What stood on the agenda waits for the next meeting.</InsetText>
        ) : (
          <Agenda forum={forum} meeting={meeting} agenda={agenda} today={today} />
        )}
      </>,
      { above: <BackLink href={forumPath.to({ forumId: forum.id })}>{forum.title}</BackLink>, width: 'wide' },
    )
  },
})

function actionsOf({ forum, access, meeting }: LoadedMeeting) {
  const of = { forumId: forum.id, meetingId: meeting.meetingId }
  if (meeting.state === 'called-off' || !access.reads) return []
  const isOver = meeting.state === 'closed'
  const room = { href: roomPath.to(of), text: 'Open the room' }
  const minutes = { href: minutesPath.to(of), text: 'Minutes' }
  if (isOver) return [minutes]
  if (!access.keeps || meeting.state !== 'planned') return [room]
  return [
    room,
    { href: changeMeetingPath.to(of), text: 'Change time or place', isSecondary: true },
    { href: callOffPath.to(of), text: 'Call it off', isSecondary: true },
  ]
}

/** By when what an agency knows has to be there; undefined where the calendar does not say. */
export function returnDay(
  meeting: Pick<Meeting, 'day'>,
  workingDaysBefore: number,
): Temporal.PlainDate | undefined {
  const day = addWorkingDays(meeting.day, -workingDaysBefore, practiceInUse().calendars.bankHolidays)
  return day.ok ? day.value : undefined
}

type Given = { forum: Forum; meeting: Meeting; agenda: Item[]; today: Request['today'] }

function Agenda({ forum, meeting, agenda, today }: Given) {
  const brings = bringing(forum)
  const earliest = brings
    .flatMap(each => returnDay(meeting, each.brings.workingDaysBefore) ?? [])
    .toSorted(Temporal.PlainDate.compare)[0]
  return (
    <>
      <h2 class="govuk-heading-m">Agenda</h2>
      {earliest && brings.length > 0 && (
        <p class="govuk-body">What the agencies know is asked for by {writeDay(earliest)}.</p>
      )}
      <SortableTable
        id="agenda"
        caption="Agenda"
        isCaptionHidden
        rows={agenda}
        rowKey={({ itemId }) => itemId}
        empty={<EmptyState title="Nothing stands on the agenda yet">{emptyWords(forum)}</EmptyState>}
        columns={[
          { key: 'place', heading: 'No.', isNumeric: true, cell: it => agenda.indexOf(it) + 1 },
          {
            key: 'what',
            heading: 'What',
            isRowHeader: true,
            cell: it => (
              <>
                <a class="govuk-link" href={itemPath.to({ forumId: forum.id, itemId: it.itemId })}>
                  <bdi>{titleOf(it)}</bdi>
                </a>
                {it.kind === 'child' && <span class="govuk-hint"> {itemAge(it, today)}</span>}
                {it.followsId && <span class="govuk-hint"> Comes back</span>}
              </>
            ),
          },
          { key: 'by', heading: 'Brought by', cell: ({ referredBy }) => referredBy },
          ...(brings.length > 0
            ? [
                {
                  key: 'returns',
                  heading: 'What agencies brought',
                  cell: (it: Item) => (it.kind === 'child' ? returnsWords(forum, it) : ''),
                },
              ]
            : []),
          { key: 'state', heading: 'How it stands', cell: it => <ItemTag forum={forum} item={it} /> },
        ]}
      />
    </>
  )
}

function emptyWords({ agenda }: Forum): string {
  return agenda.includes('child')
    ? 'A child is brought from the child’s record, under “Panels”.'
    : 'A paper is brought from the page of this meeting.'
}

/** How many agencies have brought something, and which are still to. */
function returnsWords(forum: Forum, { returned, state }: Item) {
  const brings = bringing(forum)
  const missing = brings.filter(({ id }) => !returned.includes(id)).map(({ seat }) => seat.title)
  const count = `${brings.length - missing.length} of ${brings.length}`
  if (missing.length === 0 || state !== 'waiting') return count
  return <Details summary={`${count}: who is still to bring something`}>{missing.join(', ')}</Details>
}
